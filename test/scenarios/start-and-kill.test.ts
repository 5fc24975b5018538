// The real process: it starts, says so, stops all of it, and loses nothing when it is killed.
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../support/clock.ts'
import {
  type AccordProcess,
  goneOf,
  newPlace,
  type Place,
  postmasterOf,
} from '../support/process.ts'
import { accountOf, callerOf, setUp } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const places: Place[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
})
const place = (options: { isLaid?: boolean } = {}): Place => {
  const made = newPlace(options)
  places.push(made)
  return made
}

const loopback = /^http:\/\/127\.0\.0\.1:\d+$/
const onlyOneSentence = (told: string) => {
  expect(told.trim().split('\n')).toHaveLength(1)
  expect(told).not.toMatch(/ at .*:\d+:\d+/)
  return told
}

test('Ctrl-C and SIGTERM stop all of it; a second start while one runs is told so', async () => {
  const here = place()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const accord = await here.start()
    expect(accord.url).toMatch(loopback)
    expect((await fetch(`${accord.url}/health/ready`)).status).toBe(200)
    const family = accord.family()
    // The server, PostgreSQL with its own processes, the sandbox operator.
    expect(family.length).toBeGreaterThan(3)
    expect(family).toContain(accord.postgresPid())
    if (signal === 'SIGINT') {
      const second = await here.startAndEnd()
      expect(second.code).toBe(1)
      const told = onlyOneSentence(second.told)
      expect(told).toContain(`Accord is already running on ${here.data}`)
      expect(told).toContain(accord.url)
    }
    accord.kill(signal)
    expect(await accord.ended).toMatchObject({ code: 0 })
    expect(await goneOf(family)).toEqual([])
  }
}, 60_000)

test('a signal twice in one breath, as npm hands it on, still stops in order', async () => {
  const accord = await place({ isLaid: true }).start()
  const family = accord.family()
  accord.kill('SIGINT')
  // Apart in time, so that the system does not make one of them.
  await realTimers.sleep(50)
  accord.kill('SIGINT')
  const ended = await accord.ended
  expect(ended).toMatchObject({ code: 0 })
  expect(ended.told).toContain('Stopped.')
  expect(await goneOf(family)).toEqual([])
}, 60_000)

test('a signal while it starts stops it as soon as it has started, its database too', async () => {
  const here = place()
  const accord = here.begin()
  const pidFile = join(here.data, 'postgres', 'postmaster.pid')
  // While the folder is being made the number in it is that of no server, and negative.
  const postgres = await eventually(async () => {
    const pid = existsSync(pidFile) ? postmasterOf(here.data) : 0
    return pid > 0 ? pid : null
  })
  accord.kill('SIGTERM')
  expect(await accord.ended).toMatchObject({ code: 0 })
  expect(await goneOf([postgres])).toEqual([])
}, 60_000)

test.each(['npm', 'npx'] as const)(
  'a SIGTERM to %s alone ends the platform in order, whatever its shell does',
  async (through) => {
    const accord = await place({ isLaid: true }).start({}, through)
    const family = accord.family()
    // npm, the server, PostgreSQL, the sandbox operator.
    expect(family.length).toBeGreaterThan(4)
    accord.kill('SIGTERM')
    // npx itself may end first: what counts is that nothing stays, and that it was no fall.
    expect((await accord.ended).told).toContain('Stopped.')
    expect(await goneOf(family)).toEqual([])
  },
  60_000,
)

test('a port in use is told in one sentence, and nothing is left running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const ended = await place().startAndEnd({ ACCORD_PORT: port })
  other.close()
  expect(ended.code).toBe(1)
  expect(onlyOneSentence(ended.told)).toBe(
    `Port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another port, as in ACCORD_PORT=8471.\n`,
  )
})

type Page = { items: { id: string; state: string }[] }

test('after kill -9 of the server, of PostgreSQL or of all, every accepted message is there', async () => {
  const here = place({ isLaid: true })
  let accord = await here.start()
  const token = await firstToken(accord)
  const accepted: string[] = []
  const all = () => callerOf(() => accord.url)
  const idsNow = async (): Promise<string[]> => {
    const { body } = await all().call<Page>(token, 'GET', '/v1/messages?limit=100')
    return body.items.map(({ id }) => id)
  }
  const keepSending = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      const id = await sendAlert(all(), token, accepted.length).catch(() => null)
      if (id !== null) accepted.push(id)
    }
  }

  // The server alone, in the middle of sending: PostgreSQL goes on, the sandbox operator ends.
  let sending = keepSending(12)
  await eventually(async () => (accepted.length >= 4 ? true : null))
  const postgres = accord.postgresPid()
  const sandbox = accord.sandboxPid()
  accord.kill('SIGKILL')
  await Promise.all([sending, accord.ended])
  expect(sandbox).toBeGreaterThan(1)
  expect(await goneOf([sandbox])).toEqual([])
  accord = await here.start()
  expect(accord.setupCode).toBeNull()
  expect(accord.postgresPid()).toBe(postgres)
  expect(await idsNow()).toEqual(expect.arrayContaining(accepted))

  // PostgreSQL alone: requests are told to wait, it is started again, nothing is restarted by hand.
  const before = accepted.length
  sending = keepSending(30)
  await eventually(async () => (accepted.length >= before + 3 ? true : null))
  process.kill(postgres, 'SIGKILL')
  await sending
  await eventually(async () => ((await idsNow().catch(() => [])).length > 0 ? true : null))
  expect(accord.postgresPid()).not.toBe(postgres)
  expect(await idsNow()).toEqual(expect.arrayContaining(accepted))

  // All at once.
  const family = accord.family()
  for (const pid of family) process.kill(pid, 'SIGKILL')
  await accord.ended
  expect(await goneOf(family)).toEqual([])
  accord = await here.start()
  expect(await idsNow()).toEqual(expect.arrayContaining(accepted))
  // They went out, too: none waits for ever, none is in two states.
  const states = await eventually(async () => {
    const { body } = await all().call<Page>(token, 'GET', '/v1/messages?limit=100')
    const passing = body.items.filter(({ state }) => ['queued', 'submitting'].includes(state))
    return passing.length === 0 ? body.items.map(({ state }) => state) : null
  })
  expect(states.length).toBeGreaterThanOrEqual(accepted.length)
  const last = accord.family()
  accord.kill('SIGTERM')
  expect((await accord.ended).code).toBe(0)
  expect(await goneOf(last)).toEqual([])
}, 90_000)

async function firstToken(accord: AccordProcess): Promise<string> {
  const caller = callerOf(() => accord.url)
  const owner = await setUp(caller, accord.setupCode ?? '')
  const { token } = await accountOf(caller, owner.cookie)
  const sender = { name: 'Tilleuls', country: 'FR' }
  expect((await caller.call(token, 'POST', '/v1/senders', sender)).status).toBe(201)
  return token
}

type Sent = { id: string; state: string }

/** Null when it was not accepted; a connection that breaks is an error. */
async function sendAlert(
  { call }: ReturnType<typeof callerOf>,
  token: string,
  index: number,
): Promise<string | null> {
  const answer = await call<Sent>(token, 'POST', '/v1/messages', {
    to: `+3363998${String(index).padStart(4, '0')}`,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: `Votre commande ${index} est prête au comptoir.`,
  })
  if (answer.status === 202) return answer.body.id
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  await realTimers.sleep(100)
  return null
}
