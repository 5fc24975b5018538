// The shop's campaign over HTTP, through an operator made with the npm package `smpp`: its ids are
// hexadecimal in answers and decimal in receipts, some receipts come early, some come again.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { ImportView } from '../../src/intake/contract.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { type TheirPdu, type TheirSession, theirSmpp } from '../support/their-smpp.ts'
import { eventually } from '../support/wait.ts'

const sessions = new Set<TheirSession>()
/** How many segments came for each number. */
const taken = new Map<string, number>()
let receiptsSent = 0
let receiptsAnswered = 0
let nextId = 0xa1_0000

const server = theirSmpp.createServer((session) => {
  sessions.add(session)
  session.on('error', () => session.close())
  session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'theirs' })))
  session.on('enquire_link', (pdu) => session.send(pdu.response()))
  session.on('unbind', (pdu) => session.send(pdu.response()))
  session.on('submit_sm', (pdu) => take(session, pdu))
})

/** In turn: a receipt after the answer, one before it, three of them. */
function take(session: TheirSession, pdu: TheirPdu): void {
  const id = nextId
  nextId += 1
  const to = String(pdu['destination_addr'])
  taken.set(to, (taken.get(to) ?? 0) + 1)
  const receipt = () => {
    receiptsSent += 1
    const short_message =
      `id:${id} sub:001 dlvrd:001 submit date:2611251400 done date:2611251400 ` +
      'stat:DELIVRD err:000 text:'
    const addresses = { source_addr: to, destination_addr: pdu['source_addr'] }
    session.deliver_sm({ esm_class: 4, ...addresses, short_message }, () => {
      receiptsAnswered += 1
    })
  }
  const isEarly = id % 3 === 1
  if (isEarly) receipt()
  session.send(pdu.response({ message_id: id.toString(16) }))
  if (isEarly) return
  setTimeout(() => {
    receipt()
    if (id % 3 === 2) for (let time = 0; time < 2; time += 1) receipt()
  }, 10)
}

let accord: Accord
let token: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  accord = await startAccord({
    environment: {
      ACCORD_OPERATOR: `smpp://accord:secret@127.0.0.1:${server.address().port}?window=20`,
    },
    startsAt: '2026-11-25T14:00:00+01:00',
  })
  token = accord.accounts[0].token
}, 60_000)
afterAll(async () => {
  await accord?.stop()
  for (const session of sessions) session.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const post = async <T>(path: string, body?: unknown): Promise<T> => {
  const answer = await accord.call<T>(token, 'POST', path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}
const get = async <T>(path: string) => (await accord.call<T>(token, 'GET', path)).body

async function importShop(): Promise<string> {
  const controller = await post<{ id: string }>('/v1/controllers', { name: 'boutique Lumen' })
  const draft = await post<{ id: string }>('/v1/wordings', {
    name: 'Lumen',
    language: 'fr',
    medium: 'paper',
    controllerId: controller.id,
    shownText: 'J’accepte de recevoir par SMS les offres de la boutique Lumen.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await post(`/v1/wordings/${draft.id}/publish`)
  const file = { name: 'boutique.csv', bytes: readFileSync('samples/boutique.csv') }
  const { body } = await accord.upload<{ id: string }>(token, '/v1/imports', file)
  const path = `/v1/imports/${body.id}`
  const rests = async (states: readonly string[]) =>
    eventually(async () => {
      const view = await get<ImportView>(path)
      return states.includes(view.state) ? view : null
    })
  const { analysis } = await rests(['analysed', 'mapping_needed'])
  await post(`${path}/mapping`, {
    columns: (analysis?.columns ?? []).flatMap(({ index, proposedField }) =>
      proposedField === null ? [] : [{ index, field: proposedField }],
    ),
    listName: 'Lumen',
    repairs: ['lost_zero'],
    consent: { purpose: 'offers', wordingId: draft.id },
  })
  const done = await rests(['done', 'failed'])
  expect(done.state).toBe('done')
  await post('/v1/senders', { name: 'LUMEN', country: 'FR' })
  const campaign = await post<{ id: string }>('/v1/campaigns', {
    name: 'Lumen',
    listId: done.listId,
    class: 'marketing',
    purpose: 'offers',
    controllerId: controller.id,
    sender: 'LUMEN',
    text: 'Boutique Lumen : bonjour {first_name|à vous}, -20 % ce samedi sur tout le magasin.',
  })
  return campaign.id
}

test('counts are equal to the message, and every receipt finds its own', async () => {
  const path = `/v1/campaigns/${await importShop()}`
  const sheet = await get<CheckSheet>(`${path}/check-sheet`)
  expect(sheet.problems).toEqual([])
  expect(sheet.receive).toBeGreaterThan(100)
  await post(`${path}/approve`, { hash: sheet.hash })
  await post(`${path}/launch`)
  const { counts } = await eventually(async () => {
    const view = await get<CampaignView>(path)
    return view.counts.delivered === sheet.receive ? view : null
  })
  expect(counts).toMatchObject({ waiting: 0, submitting: 0, submitted: 0, maybeSent: 0 })
  const segments = [...taken.values()].reduce((sum, count) => sum + count, 0)
  expect([taken.size, segments]).toEqual([sheet.receive, sheet.segments])
  await eventually(async () => (receiptsAnswered === receiptsSent ? true : null))
  expect(receiptsSent).toBeGreaterThan(segments)
  type Routes = { items: { operator: { receiptsMatched: number | null } }[] }
  // An early receipt counts as matched once its segment is stored: a moment after it is answered.
  await eventually(async () => {
    const { body } = await accord.call<Routes>(accord.owner.cookie, 'GET', '/v1/routes')
    return body.items.every(({ operator }) => operator.receiptsMatched === 1) ? true : null
  })
}, 60_000)
