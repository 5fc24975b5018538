// Receipts in the writings that operators have, times, and ids.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastMs } from '../../../test/support/least-ms.ts'
import { makePdu } from './encode.ts'
import { messageIdReadings } from './message-id.ts'
import { formatReceiptText, parseReceiptText, readReceipt, receiptStateOf } from './receipt.ts'
import { formatAbsoluteTime, formatRelativeTime, parseReceiptDate, parseTime } from './time.ts'
import { integerTlv, textTlv, tlvInteger } from './tlv.ts'

const standard =
  'id:0123456789 sub:001 dlvrd:001 submit date:2611251030 done date:2611251031 stat:DELIVRD err:000 Text:Bonjour'

// biome-ignore format: a table reads as a table
const writings: readonly (readonly [what: string, text: string, id: string | null, stat: string | null, err: string | null])[] = [
  ['the standard form',        standard, '0123456789', 'DELIVRD', '000'],
  ['lower case, no text',      'id:9f2c sub:001 dlvrd:001 submit date:2611251030 done date:2611251031 stat:delivrd err:0', '9f2c', 'delivrd', '0'],
  ['underscores',              'id:1 sub:001 dlvrd:000 submit_date:2611251030 done_date:2611251031 stat:UNDELIV err:053', '1', 'UNDELIV', '053'],
  ['no spaces in the keys',    'id:1 submitdate:2611251030 donedate:2611251031 stat:EXPIRED err:1', '1', 'EXPIRED', '1'],
  ['spaces behind the colons', 'id: abc-1  stat: REJECTD  err: 12', 'abc-1', 'REJECTD', '12'],
  ['another order',            'stat:DELIVRD id:77 err:000', '77', 'DELIVRD', '000'],
  ['commas',                   'id:77,sub:001,dlvrd:001,stat:DELIVRD,err:000,text:', '77', 'DELIVRD', '000'],
  ['semicolons and equals',    'id=77; stat=DELIVRD; err=000', '77', 'DELIVRD', '000'],
  ['no id',                    'sub:001 dlvrd:001 stat:DELIVRD err:000 text:', null, 'DELIVRD', '000'],
  ['a text like fields',       'id:1 stat:UNDELIV err:001 text:id:2 stat:DELIVRD err:0', '1', 'UNDELIV', '001'],
  ['empty fields',             'id:1 sub: dlvrd: submit date: done date: stat:DELIVRD err: text:', '1', 'DELIVRD', null],
  ['a repeated field',         'id:1 stat:DELIVRD stat:UNDELIV', '1', 'DELIVRD', null],
]

test.each(writings)('a receipt in %s is read', (_what, text, id, stat, err) => {
  expect(parseReceiptText(text)).toMatchObject({ id, stat, err })
})

test('what is no receipt is not read as one', () => {
  for (const text of ['', 'Bonjour', 'STOP', 'valid: yes', 'text:id:1 stat:DELIVRD']) {
    expect(parseReceiptText(text)).toBeNull()
  }
})

test('any text gives fields or null, in a time that grows with its length, no faster', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      parseReceiptText(text)
    }),
  )
  const timeOf = (size: number) => {
    const text = `${'id '.repeat(size)}${' '.repeat(3 * size)}${'stat:'.repeat(size / 2)}`
    return leastMs(() => parseReceiptText(text), { runs: 5, turns: 2 })
  }
  // Eight times as many: 64 times as long where it is quadratic.
  expect(timeOf(20_000)).toBeLessThan(30 * timeOf(2_500))
})

test('a receipt is known by its class or its TLVs, never by a text that a handset can write', () => {
  const shortMessage = Buffer.from(standard)
  expect(readReceipt(makePdu('deliver_sm', 1, { shortMessage }))).toBeNull()
  expect(readReceipt(makePdu('deliver_sm', 1, { shortMessage, esmClass: 4 }))).toMatchObject({
    messageId: '0123456789',
    state: 'delivered',
    isFinal: true,
    errorCode: '000',
    doneAt: Date.UTC(2026, 10, 25, 10, 31),
  })
  const tlvs = [textTlv('receipted_message_id', 'AB'), integerTlv('message_state', 5, 1)]
  expect(readReceipt(makePdu('deliver_sm', 1, { tlvs }))).toMatchObject({
    messageId: 'AB',
    otherMessageId: null,
    state: 'undeliverable',
  })
  expect(readReceipt(makePdu('deliver_sm', 1, { shortMessage, tlvs, esmClass: 4 }))).toMatchObject({
    messageId: 'AB',
    otherMessageId: '0123456789',
    state: 'undeliverable',
  })
  expect(readReceipt(makePdu('data_sm', 1, { tlvs, esmClass: 4 }))).toMatchObject({
    messageId: 'AB',
  })
})

test('a receipt on the way is not final', () => {
  const shortMessage = Buffer.from('id:1 stat:ENROUTE err:000')
  const enroute = readReceipt(makePdu('deliver_sm', 1, { shortMessage, esmClass: 4 }))
  expect(enroute).toMatchObject({ state: 'enroute', isFinal: false })
  const intermediate = makePdu('deliver_sm', 1, {
    shortMessage: Buffer.from('id:1 stat:DELIVRD'),
    esmClass: 0x20,
  })
  expect(readReceipt(intermediate)).toMatchObject({ isFinal: false })
})

test('a marked receipt of nonsense is a receipt of unknown state', () => {
  const shortMessage = Buffer.from('???')
  expect(readReceipt(makePdu('deliver_sm', 1, { shortMessage, esmClass: 4 }))).toMatchObject({
    messageId: null,
    state: 'unknown',
    unreadState: '',
  })
})

// biome-ignore format: a table reads as a table
const stated: readonly (readonly [text: string, tlv: number | null, state: string, unread: string | null])[] = [
  ['id:1 stat:DELIVRD', null, 'delivered', null],
  ['id:1 stat:UNKNOWN', null, 'unknown',   null],
  ['id:1 stat:PARTIAL', null, 'unknown',   'PARTIAL'],
  ['id:1 stat:PARTIAL', 2,    'delivered', null],
  ['id:1 stat:DELIVRD', 12,   'delivered', null],
  ['id:1 stat:PARTIAL', 12,   'unknown',   'PARTIAL'],
  ['id:1',              12,   'unknown',   '12'],
  ['id:1',              null, 'unknown',   ''],
]

test.each(stated)('%s with message_state %s is %s, unread: %s', (text, tlv, state, unreadState) => {
  const tlvs = tlv === null ? [] : [integerTlv('message_state', tlv, 1)]
  const pdu = makePdu('deliver_sm', 1, { shortMessage: Buffer.from(text), esmClass: 4, tlvs })
  expect(readReceipt(pdu)).toMatchObject({ state, unreadState })
})

test('what we write as a receipt we read back', () => {
  const text = formatReceiptText({
    id: '42',
    submitDate: '2611251030',
    doneDate: '2611251031',
    stat: 'DELIVRD',
    err: '000',
    text: 'Bonjour',
  })
  expect(text).toBe(standard.replace('0123456789', '42').replace('Text', 'text'))
})

test('states are read whole or cut', () => {
  const written = ['DELIVRD', 'DELIVERED', 'UNDELIVERABLE', 'Rejected', 'FAILED', 'EXPIRED']
  expect(written.map(receiptStateOf)).toEqual([
    'delivered',
    'delivered',
    'undeliverable',
    'rejected',
    'undeliverable',
    'expired',
  ])
  expect(receiptStateOf('WHATEVER')).toBeNull()
})

test('times are written and read', () => {
  const instant = Date.UTC(2026, 10, 25, 10, 31, 5, 300)
  expect(formatAbsoluteTime(instant)).toBe('261125103105300+')
  expect(parseTime('261125103105300+')).toEqual({ kind: 'absolute', instant })
  expect(parseTime('261125113105304+')).toEqual({ kind: 'absolute', instant })
  expect(formatRelativeTime(4 * 3_600_000)).toBe('000000040000000R')
  expect(parseTime('000000040000000R')).toEqual({ kind: 'relative', durationMs: 4 * 3_600_000 })
  expect(formatRelativeTime(100 * 86_400_000)).toBeNull()
  expect(formatRelativeTime(-1)).toBeNull()
  expect(parseTime('')).toEqual({ kind: 'none' })
  for (const bad of ['x', '261325103105300+', '261131103105300+', '261125243105300+']) {
    expect(parseTime(bad)).toBeNull()
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 * 86_400 }), (seconds) => {
      const written = formatRelativeTime(seconds * 1000)
      expect(written !== null && parseTime(written)).toEqual({
        kind: 'relative',
        durationMs: seconds * 1000,
      })
    }),
  )
})

test('dates of receipts are read as operators write them', () => {
  const minute = Date.UTC(2026, 10, 25, 10, 31)
  expect(parseReceiptDate('2611251031')).toBe(minute)
  expect(parseReceiptDate('261125103100')).toBe(minute)
  expect(parseReceiptDate('202611251031')).toBe(minute)
  expect(parseReceiptDate('20261125103100')).toBe(minute)
  expect(parseReceiptDate('2026-11-25 10:31:00')).toBe(minute)
  expect(parseReceiptDate('2611251131', 60)).toBe(minute)
  for (const bad of ['', '000', '2613451031', '2602301031', 'NULL']) {
    expect(parseReceiptDate(bad)).toBeNull()
  }
})

test('an id is the same number in each of its writings', () => {
  expect(messageIdReadings('00255')).toMatchObject({ exact: '00255', asDecimal: '255' })
  expect(messageIdReadings('FF')).toEqual({ exact: 'FF', asDecimal: null, asHexadecimal: '255' })
  expect(messageIdReadings('187b6c0e0a5f4001').asHexadecimal).toBe('1764122486605037569')
  expect(messageIdReadings('Z1').asHexadecimal).toBeNull()
})

test('an integer TLV of any size up to four octets is read', () => {
  expect(tlvInteger([integerTlv('sar_msg_ref_num', 0xabcd, 2)], 'sar_msg_ref_num')).toBe(0xabcd)
  expect(tlvInteger([{ tag: 0x20c, value: new Uint8Array(5) }], 'sar_msg_ref_num')).toBeNull()
})
