// An alarm is counted each time, said once an hour,
// and the marks beside the keys follow by themselves.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestId, realTimers } from '../../../test/support/clock.ts'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { createAudit } from '../../audit/index.ts'
import { createLogger, createMetrics } from '../../observability/index.ts'
import { createAlarm, runGuard } from '../index.ts'

let fixture: ConsentFixture
beforeAll(async () => {
  fixture = await consentFixture()
})
afterAll(() => fixture?.close())

it('is counted each time, and said in the log and the audit once an hour', async () => {
  const { clock, vault, accountId, test } = fixture
  const { database } = test
  const audit = createAudit({ vault, clock, makeId: makeTestId(clock) })
  const metrics = createMetrics()
  const lines: string[] = []
  const logger = createLogger({ clock, destination: { write: (line) => lines.push(line) } })
  const alarm = createAlarm({ database, audit, logger, metrics, clock })
  const entries = () =>
    database.inAccount(accountId, (tx) => audit.list(tx, accountId, { before: null, limit: 10 }))
  const found = { accountId, kind: 'state_false', count: 2 } as const
  for (let slice = 0; slice < 5; slice += 1) alarm(found)
  await expect.poll(async () => (await entries()).length).toBe(1)
  expect(metrics.text()).toContain('accord_ledger_alarms_total{kind="state_false"} 10')
  expect(lines.length).toBe(1)
  expect(lines[0]).toContain('consent.ledger_alarm')
  clock.set('2026-11-25T12:30:00Z')
  alarm(found)
  await expect.poll(async () => (await entries()).length).toBe(2)
  expect((await entries())[0]).toMatchObject({
    action: 'consent.ledger_alarm',
    actor: 'ledger_guard',
    details: { kind: 'state_false', count: 2 },
  })
})

it('an account is vouched for by itself, and its mark follows what is recorded', async () => {
  const { accountId, vault, consent, test } = fixture
  const mark = () => vault.marks.read(`ledger.${accountId}`) as { sealedAt: number | null } | null
  expect(mark()).toBeNull()
  const logger = { error: () => undefined }
  const accounts = async () => [{ id: accountId }]
  const running = runGuard({
    database: test.database,
    timers: realTimers,
    logger,
    consent,
    accounts,
  })
  try {
    await expect.poll(() => mark()?.sealedAt ?? null, { timeout: 50_000 }).not.toBeNull()
  } finally {
    await running.stop()
  }
})
