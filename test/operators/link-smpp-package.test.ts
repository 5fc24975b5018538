// The SMPP link against a server made with the npm package `smpp`, whose makers know nothing of us.
import { afterEach, expect, test } from 'vitest'
import { type TheirPdu, type TheirSession, theirSmpp } from '../support/their-smpp.ts'
import { bound, linkTo, segmentsOf, settingsFor, submitAll, until } from './link-fixture.ts'

type Message = { udh?: unknown; message: string }

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

type Theirs = { port: number; sessions: TheirSession[]; submits: TheirPdu[] }

/** Takes every message as `id-1`, `id-2`, …, unless `take` answers otherwise. */
async function theirServer(take?: (pdu: TheirPdu) => object): Promise<Theirs> {
  const sessions: TheirSession[] = []
  const submits: TheirPdu[] = []
  const server = theirSmpp.createServer((session) => {
    sessions.push(session)
    session.on('error', () => session.close())
    session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'theirs' })))
    session.on('unbind', (pdu) => {
      session.send(pdu.response())
      session.close()
    })
    session.on('submit_sm', (pdu) => {
      submits.push(pdu)
      session.send(pdu.response(take?.(pdu) ?? { message_id: `id-${submits.length}` }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({
    close: () => {
      for (const session of sessions) session.close()
      return new Promise<void>((resolve) => server.close(resolve))
    },
  })
  return { port: server.address().port, sessions, submits }
}

async function bothEnds(take?: (pdu: TheirPdu) => object, deps: Parameters<typeof linkTo>[1] = {}) {
  const theirs = await theirServer(take)
  const heard = await bound(linkTo(settingsFor(theirs.port), deps))
  open.push({ close: () => heard.link.close(200) })
  const [session] = theirs.sessions
  if (session === undefined) throw new Error('nobody bound')
  return { ...heard, ...theirs, session }
}

test('it binds, submits in parts, and each part has the id that was given', async () => {
  const { link, submits } = await bothEnds()
  const segments = segmentsOf('0001', `Déjà demain ! ${'Venez nombreux. '.repeat(15)}`)
  const outcomes = await submitAll(link, segments)
  expect(outcomes).toEqual([
    { kind: 'accepted', operatorMessageId: 'id-1' },
    { kind: 'accepted', operatorMessageId: 'id-2' },
  ])
  expect(link.state).toMatchObject({ kind: 'bound', operatorSystemId: 'theirs' })
  const [first] = submits
  expect(first).toMatchObject({
    source_addr: 'BOUTIQUE',
    source_addr_ton: 5,
    destination_addr: '33639980001',
    dest_addr_ton: 1,
    registered_delivery: 1,
    esm_class: 0x40,
    data_coding: 0,
  })
  const message = first?.['short_message'] as Message | undefined
  expect(message?.message).toMatch(/^Déjà demain ! Venez nombreux/)
})

test('a UCS-2 text is read as it was written', async () => {
  const { link, submits } = await bothEnds()
  await submitAll(link, segmentsOf('0001', 'Joyeux Noël 🎄'))
  expect(submits[0]).toMatchObject({ data_coding: 8, short_message: { message: 'Joyeux Noël 🎄' } })
})

test('its refusals are told with their meaning', async () => {
  const { link } = await bothEnds(() => ({ command_status: 0x14 }))
  expect(await submitAll(link, segmentsOf('0001'))).toEqual([
    { kind: 'refused', status: 0x14, statusName: 'ESME_RMSGQFUL', action: 'throttle' },
  ])
})

test('its receipts and replies are read, and answered', async () => {
  const { receipts, inbound, session } = await bothEnds()
  const statuses: unknown[] = []
  session.deliver_sm(
    {
      esm_class: 4,
      source_addr: '33639980001',
      destination_addr: 'BOUTIQUE',
      short_message:
        'id:0A1f sub:001 dlvrd:001 submit date:2611251030 done date:2611251031 stat:DELIVRD err:000 text:',
    },
    (pdu) => statuses.push(pdu['command_status']),
  )
  session.deliver_sm(
    { source_addr: '33639980001', destination_addr: '36000', short_message: 'STOP' },
    (pdu) => statuses.push(pdu['command_status']),
  )
  await until(() => statuses.length === 2)
  expect(statuses).toEqual([0, 0])
  expect(receipts).toMatchObject([{ operatorMessageId: '0A1f', state: 'delivered' }])
  expect(inbound.map((message) => message.text?.reveal('match'))).toEqual(['STOP'])
})

test('a reply whose parts do not all come is handed over as it is', async () => {
  const { inbound, session } = await bothEnds(undefined, { limits: { partsWaitMs: 50 } })
  const part = (number: number, message: string) => ({
    source_addr: '33639980001',
    destination_addr: '36000',
    short_message: { udh: Buffer.from([5, 0, 3, 9, 3, number]), message },
  })
  session.deliver_sm(part(3, ' plus.'))
  session.deliver_sm(part(1, 'Je ne veux'))
  await until(() => inbound.length === 1)
  expect(inbound[0]).toMatchObject({ partsTotal: 3, partsReceived: 2 })
  expect(inbound[0]?.text?.reveal('match')).toBe('Je ne veux plus.')
})

test('parts in any order, repeated, are one reply', async () => {
  const { inbound, session } = await bothEnds()
  for (const [number, message] of [
    [2, 'veux '],
    [2, 'veux '],
    [3, 'plus.'],
    [1, 'Je ne '],
  ] as const) {
    session.deliver_sm({
      source_addr: '33639980001',
      destination_addr: '36000',
      short_message: { udh: Buffer.from([6, 8, 4, 1, 9, 3, number]), message },
    })
  }
  await until(() => inbound.length === 1)
  expect(inbound[0]?.text?.reveal('match')).toBe('Je ne veux plus.')
})

test('its enquire_link is answered, and what a client does not speak is refused', async () => {
  const { session } = await bothEnds()
  const answers: unknown[] = []
  session.enquire_link({}, (pdu) => answers.push(pdu['command']))
  session.query_sm({ message_id: '1' }, (pdu) => answers.push(pdu['command']))
  await until(() => answers.length === 2)
  expect(answers).toEqual(['enquire_link_resp', 'generic_nack'])
})

test('its unbind is answered, and the link binds again', async () => {
  const heard = await bothEnds()
  const answers: unknown[] = []
  heard.session.unbind({}, (pdu) => answers.push(pdu['command']))
  await until(() => heard.link.state.kind === 'down')
  expect(
    heard.states.some((state) => state.kind === 'down' && state.why === 'operator_unbound'),
  ).toBe(true)
  await until(() => answers.length === 1)
  await bound(heard)
  expect(heard.link.counters.binds).toBe(2)
})
