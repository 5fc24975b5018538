// While nobody can say who has objected, nobody is written to and nothing is refused for good; each
// screen says why, and what waits leaves once the ledger is mended.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { CheckupView } from '../../src/checkup/contract.ts'
import type { ComparisonView } from '../../src/consent/contract.ts'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import type { MessageStory, MessageView } from '../../src/sending/contract.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

const people = 20
const patience = { timeout: 60_000, interval: 100 }
let accord: Accord
let listId: string
const numberOf = (index: number) => `+336399830${String(index).padStart(2, '0')}`
const another = (index: number) => `+33639985${String(index).padStart(3, '0')}`

beforeAll(async () => {
  // Engine and server each know the chains by themselves, as where it is run.
  const environment = { ACCORD_ENGINE_THREAD: 'yes' }
  accord = await startAccord({ startsAt: '2026-11-25T10:50:00Z', environment })
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  listId = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Rendez-vous' })).id
  const contactIds: string[] = []
  for (let index = 0; index < people; index += 1) {
    const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
      number: numberOf(index),
    })
    contactIds.push(made.contact.id)
  }
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const staff = async <T>(method: Method, path: string, body?: unknown) => {
  const answer = await accord.call<T>(accord.owner.cookie, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}
const objects = (number: string) =>
  ask('POST', '/v1/objections', { number, scope: 'all', reason: 'objection' })

const alert = {
  class: 'alert',
  // An objection stops alerts of this basis too.
  basis: 'legitimate_interest',
  sender: 'LUMEN',
  text: 'Votre rendez-vous est demain.',
}
async function sendTo(number: string): Promise<MessageView> {
  const { id } = await ask<{ id: string }>('POST', '/v1/messages', { ...alert, to: number })
  return ask<MessageView>('GET', `/v1/messages/${id}`)
}
const stateOf = async (id: string) => (await ask<MessageView>('GET', `/v1/messages/${id}`)).state
const campaign = (id: string) => ask<CampaignView>('GET', `/v1/campaigns/${id}`)

/** As after a restore: rows of the chains that were written and marked are gone. */
async function loseChains(): Promise<void> {
  const at = { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord' }
  await withClient({ ...at, ssl: false }, { user: superuser }, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from consent.suppression_log')
    await client.query('delete from consent.suppression_head')
  })
}

const pointsNow = async () =>
  (await staff<OpenPointsView>('GET', '/v1/overview/open-points')).items.filter(
    ({ kind }) => kind === 'objections_unknown',
  )
const checkedNow = async () => {
  const { checks } = await staff<CheckupView>('POST', '/v1/checkup', {})
  return checks.find(({ name }) => name === 'objections_known')
}

test('messages wait while the record of objections is broken, every door says why, and they leave after the mend', async () => {
  await objects(numberOf(0))
  // Enough to be in each chain.
  for (let index = 0; index < 200; index += 1) await objects(another(index))
  const before = await sendTo(numberOf(1))
  await expect.poll(() => stateOf(before.id), patience).toBe('delivered')
  expect(await pointsNow()).toEqual([])
  await loseChains()

  // One message: accepted, and it waits.
  const one = await sendTo(numberOf(2))
  expect(one).toMatchObject({
    ...{ state: 'held', refusal: null, hold: { reason: 'objections_unknown', until: null } },
    sentence: expect.stringContaining('accord ledger mend'),
  })
  const known = await sendTo(numberOf(0))
  expect(known).toMatchObject({ state: 'refused', refusal: 'number_suppressed' })
  const story = await ask<MessageStory>('GET', `/v1/messages/${one.id}/story`)
  const held = story.steps.find(({ step }) => step === 'held')
  expect(held?.sentence).toMatch(/^Held: .*accord ledger mend/)

  // A campaign: its sheet says so before, its page after the launch.
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...{ ...alert, name: 'Rappel', listId },
  })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  expect(sheet).toMatchObject({ people, receive: people - 1, problems: [] })
  expect(sheet.notices.map(({ code }) => code)).toContain('campaigns.notice_objections_unknown')
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  await expect
    .poll(() => campaign(id), patience)
    .toMatchObject({
      next: { what: 'waits_for_objections', sentence: expect.stringContaining('ledger mend') },
      counts: { accepted: people, refused: 1 },
    })

  // Whoever answers for the data, and whoever runs it.
  expect(await pointsNow()).toMatchObject([
    {
      what: expect.stringContaining(`accord ledger mend`),
      leadsTo: expect.stringMatching('/proofs'),
    },
  ])
  expect((await pointsNow())[0]?.what).toContain(String(people))
  expect(await checkedNow()).toMatchObject({ result: 'gap' })

  // Mended, all leaves by itself but what goes to whoever has objected.
  await objects(numberOf(3))
  await staff('POST', '/v1/ledger/mending', { reason: 'Restored from the backup of the night' })
  await expect
    .poll(() => staff<ComparisonView>('GET', '/v1/ledger/comparison'), patience)
    .toMatchObject({ isRunning: false })
  await expect
    .poll(async () => (await campaign(id)).counts, patience)
    .toMatchObject({ delivered: people - 2, refused: 2 })
  expect(await stateOf(one.id)).toBe('delivered')
  expect((await campaign(id)).leftOut).toMatchObject([{ refusal: 'number_suppressed', people: 2 }])
  expect(await pointsNow()).toEqual([])
  expect(await checkedNow()).toMatchObject({ result: 'fine' })
}, 180_000)
