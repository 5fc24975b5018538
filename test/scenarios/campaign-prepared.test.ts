// A list of thousands is turned into messages: told as it goes, called off in the middle, and gone
// on with after a restart, with each person written to once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { realTimers } from '../support/clock.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const people = 5_000
let accord: Accord
let listId: string
beforeAll(async () => {
  // A Wednesday at ten: marketing may leave.
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  const words = await publishedWording(accord)
  await ask('POST', '/v1/senders', { name: 'Tilleuls', country: 'FR' })
  listId = await imported(words.wordingId)
}, 240_000)
afterAll(() => accord?.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

async function imported(wordingId: string): Promise<string> {
  const rows = Array.from(
    { length: people },
    (_, place) => `+3363998${String(place).padStart(4, '0')};oui;12/03/2026`,
  )
  const file = { name: 'clients.csv', bytes: ['Portable;Accord;Date', ...rows].join('\r\n') }
  const { token } = accord.accounts[0]
  const { id } = (await accord.upload<{ id: string }>(token, '/v1/imports', file)).body
  type View = { state: string; listId: string }
  const state = (wanted: string) =>
    eventually(async () => {
      const view = await ask<View>('GET', `/v1/imports/${id}`)
      return view.state === wanted ? view : null
    })
  await state('analysed')
  await ask('POST', `/v1/imports/${id}/mapping`, {
    columns: ['number', 'consent_given', 'consent_date'].map((field, index) => ({ index, field })),
    listName: 'Clients',
    consent: { wordingId, source: 'caisse' },
  })
  return (await state('done')).listId
}

/** It leaves in the afternoon: what is prepared meanwhile waits. */
async function launched(): Promise<string> {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...{ name: 'Avent', listId, class: 'marketing', purpose: 'offers', sender: 'Tilleuls' },
    text: 'Boutique des Tilleuls : -20 % samedi.',
    sendAt: '2026-11-25T15:00:00+01:00',
  })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  expect(sheet.receive).toBe(people)
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  return id
}

const view = (id: string) => ask<CampaignView>('GET', `/v1/campaigns/${id}`)

/** Asked all the time until some are prepared. */
async function begun(id: string): Promise<CampaignView> {
  for (;;) {
    const now = await view(id)
    if (now.counts.accepted > 0) return now
    expect(now.preparing).toEqual({ people: 0, of: people })
    await realTimers.sleep(5)
  }
}

const prepared = (id: string) =>
  eventually(async () => {
    const now = await view(id)
    return now.state === 'running' ? now : null
  })

test('after a restart in the middle it goes on, and nobody is written to twice', {
  timeout: 120_000,
}, async () => {
  const id = await launched()
  const before = await begun(id)
  expect(before.state).toBe('accepting')
  expect(before.preparing).toEqual({ people: before.counts.accepted, of: people })
  await accord.restart()
  const whole = await prepared(id)
  expect(whole.preparing).toBeNull()
  expect(whole.counts).toMatchObject({ accepted: people, waiting: people, refused: 0 })
  await ask('POST', `/v1/campaigns/${id}/cancel`)
})

test('called off in the middle it prepares no more, and what it had prepared is called off', {
  timeout: 120_000,
}, async () => {
  const id = await launched()
  const before = await begun(id)
  expect(before.state).toBe('accepting')
  await ask('POST', `/v1/campaigns/${id}/cancel`)
  const stopped = await view(id)
  expect([stopped.state, stopped.preparing]).toEqual(['cancelled', null])
  expect(stopped.counts.accepted).toBeLessThan(people)
  const over = await eventually(async () => {
    const now = await view(id)
    return now.counts.waiting + now.counts.submitting === 0 ? now : null
  })
  expect(over.counts).toMatchObject({
    accepted: stopped.counts.accepted,
    cancelled: stopped.counts.accepted,
  })
})
