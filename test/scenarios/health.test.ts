// What a watcher asks: alive, ready, counts; with the database away, and with a ledger ahead of it.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../support/clock.ts'
import { postmasterOf } from '../support/process.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
})
afterAll(async () => {
  await accord.stop()
})

const statusAt = async (path: string, by = '', method: 'GET' | 'POST' = 'GET') =>
  (await accord.call(by, method, path)).status

test('what is no address of the program is 404, whatever else is well', async () => {
  expect(await statusAt('/health/live')).toBe(200)
  expect(await statusAt('/health/ready')).toBe(200)
  for (const path of ['/healthz', '/health', '/status', '/contacts/x/y', '/wp-login.php']) {
    expect([path, await statusAt(path)]).toEqual([path, 404])
  }
  expect(await statusAt('/health/ready', '', 'POST')).toBe(405)
})

test('the counts are read at both addresses, also while the database is away', async () => {
  const cookie = accord.owner.cookie
  const made = await accord.call<{ secret: string }>(cookie, 'POST', '/v1/tokens', {
    name: 'Prometheus',
    rights: ['installation.manage'],
  })
  const watcher = made.body.secret
  expect(await statusAt('/metrics')).toBe(401)
  expect(await statusAt('/metrics', accord.accounts[0].token)).toBe(403)
  for (const path of ['/metrics', '/v1/metrics']) {
    const { status, body } = await accord.call<string>(watcher, 'GET', path)
    expect([path, status]).toEqual([path, 200])
    expect(body).toContain('accord_http_requests_total')
  }
  // An answer is kept for a second, and the database may be back before it is over.
  const isSeenAway = async () => {
    await realTimers.sleep(1_100)
    process.kill(postmasterOf(accord.config.dataFolder), 'SIGKILL')
    await realTimers.sleep(30)
    const ready = await statusAt('/health/ready')
    expect(await statusAt('/metrics', watcher)).toBe(200)
    expect(await statusAt('/health/live')).toBe(200)
    const isBack = async () => ((await statusAt('/health/ready')) === 200 ? true : null)
    await eventually(isBack)
    return ready === 503
  }
  let isSeen = false
  for (let kills = 0; kills < 10 && !isSeen; kills += 1) isSeen = await isSeenAway()
  expect(isSeen).toBe(true)
})

test('it is not ready while a ledger on disk holds more than the database knows', async () => {
  const { items } = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/controllers')
  const wording = await asked<{ id: string }>(accord, 'POST', '/v1/wordings', {
    name: 'Comptoir',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'J’accepte que Boutique des Tilleuls m’envoie ses offres par SMS.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await asked(accord, 'POST', `/v1/wordings/${wording.id}/publish`)
  const ledgers = join(accord.config.filesFolder, 'ledger')
  const own = join(ledgers, accord.accounts[0].id)
  const checkpoint = await eventually(async () => {
    try {
      return readdirSync(own).find((name) => name === 'checkpoint') ?? null
    } catch {
      return null
    }
  })
  expect(await statusAt('/health/ready')).toBe(200)
  // As after a restore to an hour before this account was.
  const other = join(ledgers, '01900000-0000-7000-8000-0000000000aa')
  mkdirSync(other)
  copyFileSync(join(own, checkpoint), join(other, checkpoint))
  await realTimers.sleep(1_100)
  const answer = await accord.call<{ code: string; details: unknown }>('', 'GET', '/health/ready')
  expect([answer.status, answer.body.code]).toEqual([503, 'http.unavailable'])
  expect(answer.body.details).toEqual({ reason: 'consent.ledger_ahead_of_database' })
  expect(answer.headers.get('retry-after')).toBe('5')
  rmSync(other, { recursive: true })
  await eventually(async () => ((await statusAt('/health/ready')) === 200 ? true : null))
})
