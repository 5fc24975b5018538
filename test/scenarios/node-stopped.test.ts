// A node that is stopped past its lease, and woken: another works its binds, and it does no harm.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../support/clock.ts'
import type { NodeFacts } from '../support/node-process.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
let child: ChildProcess | null = null
afterEach(async () => {
  child?.kill('SIGKILL')
  child = null
  await fixture?.close()
  fixture = null
})

const program = fileURLToPath(new URL('../support/node-process.ts', import.meta.url))

async function startProcess(here: SendingFixture): Promise<ChildProcess> {
  const facts: NodeFacts = {
    address: here.test.address,
    logins: here.test.logins,
    keysFolder: here.keysFolder,
    dataFolder: here.dataFolder,
    aheadMs: here.timers.now() - realTimers.now(),
    country: here.account.country,
  }
  const started = spawn(process.execPath, [program, JSON.stringify(facts)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    started.once('exit', () => reject(new Error('the node did not start')))
    started.stdout?.once('data', () => resolve())
  })
  return started
}

test('SIGSTOP past the lease and SIGCONT: binds go over within ten seconds, nobody is doubled', async () => {
  const here = await sendingFixture({
    sandbox: { isMagic: false, receiptDelayMs: 10, answerDelayMs: 30 },
    pace: 'window=10&rate=40',
  })
  fixture = here
  const taken = () => here.sandbox?.taken().map(({ destination }) => destination) ?? []
  const numbers = Array.from({ length: 600 }, (_, index) => fictionNumber(index))
  await here.people(numbers, { agreed: true })
  await here.stopNodes()
  child = await startProcess(here)
  const { ids } = await here.accept(numbers)
  await until(() => taken().length >= 40, 30_000)
  // It waits for the one bind, as the other node of an installation does.
  await here.startNode()

  child.kill('SIGSTOP')
  const stoppedAt = realTimers.now()
  // What stood in its sockets may still be taken; then it is silent.
  await realTimers.sleep(500)
  const before = taken().length
  await until(() => taken().length > before, 15_000)
  expect(realTimers.now() - stoppedAt).toBeLessThan(10_000)

  child.kill('SIGCONT')
  await until(async () => {
    const states = await here.states(ids)
    return !['queued', 'submitting', 'submitted'].some((state) => state in states)
  }, 60_000)
  const all = taken()
  expect(new Set(all).size).toBe(all.length)
  const states = await here.states(ids)
  const [delivered, maybe] = [states['delivered'] ?? 0, states['maybe_sent'] ?? 0]
  expect(delivered + maybe).toBe(600)
  // What it had in flight is told, and is no more than two slices of its one bind.
  expect(maybe).toBeLessThanOrEqual(2 * 10)
  expect(delivered).toBeLessThanOrEqual(all.length)
}, 120_000)
