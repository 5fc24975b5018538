// PostgreSQL is killed in mid-campaign: 503 meanwhile, back by itself, nothing lost,
// nothing doubled.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/index.ts'
import { realTimers } from '../support/clock.ts'
import { postmasterOf } from '../support/process.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

type Sandbox = Awaited<ReturnType<typeof startSandbox>>
let sandbox: Sandbox
let accord: Accord
let token: string
beforeAll(async () => {
  sandbox = await startSandbox({ isMagic: false, receiptDelayMs: 30 })
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: {
      ACCORD_OPERATOR: `smpp://accord:secret@127.0.0.1:${sandbox.port}?window=20&rate=150`,
    },
  })
  token = accord.accounts[0].token
}, 60_000)
afterAll(async () => {
  await accord.stop()
  await sandbox.close()
})

type Body = Record<string, unknown>
const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const people = 600
const numberOf = (index: number) => `+3363998${String(1000 + index)}`

async function readyCampaign(): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Comptoir',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'J’accepte que Boutique des Tilleuls m’envoie ses offres par SMS.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const rows = Array.from({ length: people }, (_, index) => `Zoé;${numberOf(index)};oui;12/03/2026`)
  const file = ['Prénom;Portable;Accord SMS;Date accord', ...rows].join('\n')
  const uploaded = await accord.upload<{ id: string }>(token, '/v1/imports', {
    name: 'clients.csv',
    bytes: file,
  })
  const path = `/v1/imports/${uploaded.body.id}`
  const reach = (state: string) =>
    eventually(async () => {
      const view = await ask<{ state: string; listId: string }>('GET', path)
      return view.state === state ? view : null
    })
  await reach('analysed')
  const columns = ['first_name', 'number', 'consent_given', 'consent_date']
  await ask('POST', `${path}/mapping`, {
    columns: columns.map((field, index) => ({ index, field })),
    listName: 'Clients',
    consent: { wordingId: wording.id, source: 'comptoir' },
  })
  const { listId } = await reach('done')
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const { id } = await ask<{ id: string }>('POST', '/v1/campaigns', {
    name: 'Avent',
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender: 'Tilleuls',
    text: 'Boutique des Tilleuls : -20 % ce samedi.',
  })
  const sheet = await ask<{ hash: string; receive: number }>(
    'GET',
    `/v1/campaigns/${id}/check-sheet`,
  )
  expect(sheet.receive).toBe(people)
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  return id
}

const alertBody = (index: number) => ({
  to: `+3363998${String(8000 + index)}`,
  class: 'alert',
  basis: 'contract',
  sender: 'Tilleuls',
  text: `Votre commande ${index} est prête au comptoir.`,
})

test('PostgreSQL killed twice in mid-campaign: told as 503, nothing lost, nothing doubled', async () => {
  const campaignId = await readyCampaign()
  await ask('POST', `/v1/campaigns/${campaignId}/launch`)
  const alerts: string[] = []
  const refused: { status: number; type: string | null; detail: unknown }[] = []
  let isOver = false
  // Alerts of another program, asked all the while.
  const asking = (async () => {
    for (let index = 0; !isOver; index += 1) {
      const answer = await accord.call<Body>(token, 'POST', '/v1/messages', alertBody(index))
      if (answer.status === 202) alerts.push(String(answer.body['id']))
      else {
        const type = answer.headers.get('content-type')
        refused.push({ status: answer.status, type, detail: answer.body['detail'] })
      }
      await realTimers.sleep(30)
    }
  })()
  for (const at of [80, 300]) {
    await eventually(async () => (sandbox.stats().taken >= at ? true : null))
    const before = postmasterOf(accord.config.dataFolder)
    process.kill(before, 'SIGKILL')
    // Another server runs: that this one was away may be over between two looks.
    await eventually(async () => {
      try {
        return postmasterOf(accord.config.dataFolder) !== before || null
      } catch {
        return null
      }
    })
    await eventually(async () => {
      const ready = await accord.call('', 'GET', '/health/ready')
      return ready.status === 200 ? ready : null
    })
  }
  type Counts = { counts: Record<string, number> }
  const { counts } = await eventually(async () => {
    const answer = await accord.call<Counts>(token, 'GET', `/v1/campaigns/${campaignId}`)
    if (answer.status !== 200) return null
    const { accepted, delivered, maybeSent } = answer.body.counts
    return (delivered ?? 0) + (maybeSent ?? 0) === people && accepted === people
      ? answer.body
      : null
  })
  isOver = true
  await asking
  expect(counts['accepted']).toBe(people)

  expect(refused.length).toBeGreaterThan(0)
  for (const one of refused) {
    expect(one.status).toBe(503)
    expect(one.type).toContain('application/problem+json')
    expect(one.detail).toMatch(/Nothing accepted is lost|Check whether it was saved/)
  }
  // What was accepted is there, and leaves.
  for (const id of alerts) {
    await eventually(async () => {
      const { body } = await accord.call<{ state: string }>(token, 'GET', `/v1/messages/${id}`)
      return ['delivered', 'maybe_sent'].includes(body.state) ? body : null
    })
  }
  // The operator's own word: nobody got the advertising twice, nearly all got it.
  const taken = sandbox.taken().map(({ destination }) => destination.replace(/^\+?/, '+'))
  const marketing = taken.filter((to) => Number(to.slice(8)) < 8000)
  expect(new Set(marketing).size).toBe(marketing.length)
  expect(marketing.length).toBeGreaterThanOrEqual(people - (counts['maybeSent'] ?? 0))
}, 120_000)
