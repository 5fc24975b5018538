// The codec: golden octets, round trips, damaged input, and another maker's codec.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Command, commandIds, fieldLists, type Pdu } from './command.ts'
import { decodePdu } from './decode.ts'
import { encodePdu, makePdu, PduWriter } from './encode.ts'
import { Framer } from './framing.ts'
import { statuses, statusName } from './status.ts'

type Vector = { name: string; octets: string; pdu: Record<string, unknown> }
const vectors = JSON.parse(
  readFileSync(new URL('../vectors/pdus.json', import.meta.url), 'utf8'),
) as Vector[]

function fromVector(pdu: Record<string, unknown>): Pdu {
  const tlvs = (pdu['tlvs'] as [number, string][]).map(([tag, value]) => ({
    tag,
    value: new Uint8Array(Buffer.from(value, 'hex')),
  }))
  const made: Record<string, unknown> = { ...pdu, tlvs }
  if ('shortMessage' in pdu) {
    made['shortMessage'] = new Uint8Array(Buffer.from(pdu['shortMessage'] as string, 'hex'))
  }
  return made as unknown as Pdu
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      inner instanceof Uint8Array ? Buffer.from(inner).toString('hex') : inner,
    ),
  )
}

test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
  const octets = new Uint8Array(Buffer.from(vector.octets, 'hex'))
  const decoded = decodePdu(octets)
  if (!decoded.ok) throw new Error(decoded.fault)
  expect(plain(decoded.pdu)).toEqual(plain(fromVector(vector.pdu)))
  const isShortened = octets.length === 16 && fieldLists[decoded.pdu.command].length > 0
  if (isShortened) return
  const encoded = encodePdu(fromVector(vector.pdu))
  expect(encoded.ok && Buffer.from(encoded.octets).toString('hex')).toBe(vector.octets)
})

const latin1Text = (octetsMax: number) =>
  fc.string({
    maxLength: octetsMax - 1,
    unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  })

const anyPdu: fc.Arbitrary<Pdu> = fc
  .constantFrom(...(Object.keys(commandIds) as Command[]))
  .chain((command) => {
    const fields: Record<string, fc.Arbitrary<unknown>> = {
      command: fc.constant(command),
      status: fc.integer({ min: 0, max: 0xffff_ffff }),
      sequence: fc.integer({ min: 0, max: 0xffff_ffff }),
      tlvs: fc.array(
        fc.record({
          tag: fc.integer({ min: 0, max: 0xffff }),
          value: fc.uint8Array({ maxLength: 40 }),
        }),
        { maxLength: 4 },
      ),
    }
    for (const { name, field } of fieldLists[command]) {
      if (field.kind === 'integer') fields[name] = fc.integer({ min: 0, max: 255 })
      else if (field.kind === 'text') fields[name] = latin1Text(field.octetsMax)
      else fields[name] = fc.uint8Array({ maxLength: 255 })
    }
    return fc.record(fields) as unknown as fc.Arbitrary<Pdu>
  })

test('every PDU comes back as it went', () => {
  fc.assert(
    fc.property(anyPdu, (pdu) => {
      const encoded = encodePdu(pdu)
      if (!encoded.ok) throw new Error(encoded.field)
      expect(plain(decodePdu(encoded.octets))).toEqual(plain({ ok: true, pdu }))
    }),
    { numRuns: 500 },
  )
})

test('a submission is written straight away as the table writes it, fitting or not', () => {
  const fields = anyPdu.filter((pdu) => pdu.command === 'submit_sm')
  const misfits = fc.constantFrom<Record<string, unknown>>(
    {},
    { source: 'x'.repeat(65) },
    { destination: '€' },
    { serviceType: 'a\0b' },
    { validityPeriod: '0'.repeat(17) },
    { dataCoding: 256 },
    { priority: 1.5 },
    { esmClass: -1 },
    { shortMessage: new Uint8Array(256) },
    { tlvs: [{ tag: 0x424, value: new Uint8Array(70_000) }] },
  )
  fc.assert(
    fc.property(fields, misfits, (pdu, misfit) => {
      const given = { ...pdu, ...misfit } as Pdu
      const [straight, byTable] = [new PduWriter(), new PduWriter()]
      expect(straight.write(given)).toEqual(byTable.writeByTable(given))
      expect(plain(straight.take())).toBe(plain(byTable.take()))
    }),
    { numRuns: 300 },
  )
})

test('every prefix of every vector is a value or a fault within it', () => {
  for (const vector of vectors) {
    const octets = new Uint8Array(Buffer.from(vector.octets, 'hex'))
    for (let length = 0; length < octets.length; length += 1) {
      const cut = octets.slice(0, length)
      const truncated = decodePdu(cut)
      expect(truncated.ok).toBe(false)
      // The same with a command_length that agrees, so that the body's end is what is missing.
      if (length < 16) continue
      new DataView(cut.buffer).setUint32(0, length)
      const decoded = decodePdu(cut)
      if (!decoded.ok) expect(decoded.at).toBeLessThanOrEqual(length)
    }
  }
})

test('every flipped octet of every vector is a value or a fault within it', () => {
  for (const vector of vectors) {
    const octets = new Uint8Array(Buffer.from(vector.octets, 'hex'))
    for (let at = 0; at < octets.length; at += 1) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const damaged = octets.slice()
        damaged[at] = (damaged[at] ?? 0) ^ mask
        const decoded = decodePdu(damaged)
        if (!decoded.ok) expect(decoded.at).toBeLessThanOrEqual(octets.length)
      }
    }
  }
})

test('any octets are a value or a fault', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 120 }),
      fc.constantFrom(...Object.values(commandIds)),
      (body, commandId) => {
        const octets = new Uint8Array(16 + body.length)
        const view = new DataView(octets.buffer)
        view.setUint32(0, octets.length)
        view.setUint32(4, commandId)
        octets.set(body, 16)
        decodePdu(octets)
        decodePdu(body)
      },
    ),
    { numRuns: 2000 },
  )
})

test('what does not fit is named, and leaves nothing behind in the writer', () => {
  const writer = new PduWriter()
  const address = makePdu('submit_sm', 1, { destination: '3'.repeat(65) })
  expect(writer.write(address)).toEqual({ ok: false, field: 'destination', problem: 'too_long' })
  expect(writer.write(makePdu('submit_sm', 1, { source: 'Café €' }))).toMatchObject({
    field: 'source',
    problem: 'not_latin1',
  })
  expect(writer.write(makePdu('submit_sm', 1, { source: 'a\0b' }))).toMatchObject({
    problem: 'has_nul',
  })
  expect(writer.write(makePdu('submit_sm', 1, { esmClass: 256 }))).toMatchObject({
    problem: 'out_of_range',
  })
  expect(writer.length).toBe(0)
})

test('a stream gives its PDUs whole, whatever pieces it comes in', () => {
  const all = vectors.map((vector) => Buffer.from(vector.octets, 'hex'))
  const stream = new Uint8Array(Buffer.concat(all))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1 }), (sizes) => {
      const framer = new Framer()
      const frames: string[] = []
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1
        const pushed = framer.push(stream.slice(at, at + size))
        expect(pushed.fault).toBeNull()
        frames.push(...pushed.frames.map((frame) => Buffer.from(frame).toString('hex')))
        at += size
      }
      expect(frames).toEqual(vectors.map((vector) => vector.octets))
      expect(framer.pending).toBe(0)
    }),
  )
})

test('a command_length out of bounds ends the stream, with its place', () => {
  const good = Buffer.from('00000010000000150000000000000001', 'hex')
  for (const [length, fault] of [
    [7, 'command_length_too_small'],
    [70_001, 'command_length_too_large'],
    [0xffff_ffff, 'command_length_too_large'],
  ] as const) {
    for (const pieces of [1, 3, 100]) {
      const bad = Buffer.from(good)
      bad.writeUInt32BE(length)
      const stream = Buffer.concat([good, bad, good])
      const framer = new Framer()
      let frames = 0
      let seen: unknown = null
      for (let at = 0; at < stream.length; at += pieces) {
        const pushed = framer.push(stream.subarray(at, at + pieces))
        frames += pushed.frames.length
        seen = pushed.fault
      }
      expect(frames).toBe(1)
      expect(seen).toEqual({ fault, at: 16, commandLength: length })
    }
  }
})

test('statuses have their names', () => {
  expect(statusName(statuses.ESME_RTHROTTLED)).toBe('ESME_RTHROTTLED')
  expect(statusName(0x401)).toBe('0x00000401')
})

// The npm package `smpp`, whose makers know nothing of us.
type TheirPdu = Record<string, unknown> & { toBuffer(): Buffer }
const theirs = createRequire(import.meta.url)('smpp') as {
  PDU: new (command: string | Buffer, options?: Record<string, unknown>) => TheirPdu
}

test('octets written by the npm package smpp are read by us', () => {
  const bind = new theirs.PDU('bind_transceiver', {
    system_id: 'accord',
    password: 'secret',
    sequence_number: 3,
  })
  expect(decodePdu(new Uint8Array(bind.toBuffer()))).toMatchObject({
    ok: true,
    pdu: { command: 'bind_transceiver', sequence: 3, systemId: 'accord', password: 'secret' },
  })
  const submit = new theirs.PDU('submit_sm', {
    source_addr: 'BOUTIQUE',
    source_addr_ton: 5,
    destination_addr: '33639980001',
    short_message: Buffer.from('Bonjour'),
    registered_delivery: 1,
    user_message_reference: 513,
    sequence_number: 4,
  })
  const decoded = decodePdu(new Uint8Array(submit.toBuffer()))
  expect(decoded).toMatchObject({
    ok: true,
    pdu: { source: 'BOUTIQUE', sourceTon: 5, destination: '33639980001', registeredDelivery: 1 },
  })
  expect(decoded.ok && plain(decoded.pdu.tlvs)).toEqual([{ tag: 0x204, value: '0201' }])
  const message = decoded.ok && 'shortMessage' in decoded.pdu && decoded.pdu.shortMessage
  expect(Buffer.from(message || []).toString()).toBe('Bonjour')
  const answer = new theirs.PDU('submit_sm_resp', { message_id: 'A1', sequence_number: 4 })
  expect(decodePdu(new Uint8Array(answer.toBuffer()))).toMatchObject({
    pdu: { messageId: 'A1', sequence: 4 },
  })
})

test('octets written by us are read by the npm package smpp', () => {
  const encoded = encodePdu(
    makePdu('deliver_sm', 12, {
      source: '33639980001',
      sourceTon: 1,
      destination: '36000',
      esmClass: 4,
      shortMessage: Buffer.from('id:7 stat:DELIVRD'),
      tlvs: [
        { tag: 0x1e, value: new Uint8Array(Buffer.from('7\0')) },
        { tag: 0x427, value: Uint8Array.of(2) },
      ],
    }),
  )
  if (!encoded.ok) throw new Error(encoded.field)
  const read = new theirs.PDU(Buffer.from(encoded.octets))
  expect(read).toMatchObject({
    command: 'deliver_sm',
    sequence_number: 12,
    source_addr: '33639980001',
    destination_addr: '36000',
    esm_class: 4,
    receipted_message_id: '7',
    message_state: 2,
  })
})
