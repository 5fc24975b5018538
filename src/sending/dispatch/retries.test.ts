// What an operator puts off goes again ever later, over a restart too, and ends with its refusal.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  alertOrder,
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { MessageId } from '../../kernel/index.ts'

const { timers, jump } = jumpingTimers()
let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ timers, sandbox: { receiptDelayMs: 10 } })
})
afterAll(() => fixture.close())

/** The message in the queue, as it waits there. */
async function waiting(messageId: MessageId): Promise<{ attempt: number; waitMs: number } | null> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ attempt: number; due_at: number }>(
      'select attempt, due_at from sending.queue where message_id = $1',
      [messageId],
    ),
  )
  const [row] = rows
  if (row === undefined) return null
  return { attempt: row.attempt, waitMs: new Date(row.due_at).getTime() - timers.now() }
}

const submits = () => fixture.sandbox?.stats().submits ?? 0

test('what nothing else is accepted beside stays before its last attempt, and after a week is rejected', async () => {
  // Nothing says until when it is of use, as with a campaign that does not.
  const numbers = [fictionNumber(915)]
  await fixture.people(numbers, { agreed: true })
  const { ids } = await fixture.accept(numbers, { ...alertOrder, usefulUntil: null })
  const [messageId] = ids
  if (messageId === undefined) throw new Error('not accepted')
  for (let attempt = 2; attempt <= 8; attempt += 1) {
    await until(async () => (await waiting(messageId))?.attempt === attempt)
    const { waitMs = 0 } = (await waiting(messageId)) ?? {}
    expect(waitMs).toBeLessThanOrEqual(1_000 * 2 ** (attempt - 2))
    expect(waitMs).toBeGreaterThan(1_000 * 2 ** (attempt - 2) - 5_000)
    if (attempt === 5) {
      await fixture.stopNodes()
      await fixture.startNode()
    }
    if (attempt < 8) jump(Math.max(0, waitMs))
  }
  // The next thirty are alike, ten minutes apart, some five hours in all.
  await fixture.test.asSuperuser((client) =>
    client.query('update sending.queue set attempt = 38 where message_id = $1', [messageId]),
  )
  jump(600_000)
  // The operator may be broken for all: five hours are not the end, nor another attempt.
  for (let again = 1; again <= 2; again += 1) {
    await until(async () => submits() === 7 + again && (await waiting(messageId)) !== null)
    const { attempt, waitMs = 0 } = (await waiting(messageId)) ?? {}
    expect(attempt).toBe(39)
    expect(waitMs).toBeGreaterThan(590_000)
    if (again === 1) jump(600_000)
  }
  jump(7 * 86_400_000)
  await until(async () => (await waiting(messageId))?.attempt === 40)
  jump(600_000)
  await until(async () => (await fixture.states(ids))['rejected'] === 1)
  expect(submits()).toBe(11)
  const view = await fixture.database.inAccount(fixture.account.id, (tx) =>
    tx.query<{ reason: string; status: number; attempt: number }>(
      `select o.reason, r.status, r.attempt from sending.outcome o
       join sending.result r using (account_id, message_id) where o.message_id = $1`,
      [messageId],
    ),
  )
  expect(view.rows).toEqual([{ reason: 'operator_refused', status: 8, attempt: 40 }])
}, 60_000)

test('a number that meets it once is delivered by its second attempt', async () => {
  const numbers = [fictionNumber(1914)]
  await fixture.people(numbers, { agreed: true })
  const { ids } = await fixture.accept(numbers, alertOrder)
  await until(async () => (await fixture.states(ids))['delivered'] === 1)
}, 60_000)

test('where nobody is bound for the operator any more the message leaves by a new session', async () => {
  const binds = fixture.sandbox?.stats().binds ?? 0
  const numbers = [fictionNumber(1916)]
  await fixture.people(numbers, { agreed: true })
  const { ids } = await fixture.accept(numbers, alertOrder)
  await until(async () => (await fixture.states(ids))['delivered'] === 1)
  expect(fixture.sandbox?.stats().binds ?? 0).toBeGreaterThan(binds)
}, 60_000)
