// What a dead engine left is named, whoever else's numbers cannot be opened.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  accountWithoutKeys,
  behindItsBack,
  damageBody,
} from '../../../test/support/behind-its-back.ts'
import {
  alertOrder,
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import { type AccountId, AppError, type MessageId } from '../../kernel/index.ts'
import { type Logger, silentLogger } from '../../observability/index.ts'
import { Unopened } from './unopened.ts'

const { timers, jump } = jumpingTimers()
let fixture: SendingFixture
beforeEach(async () => {
  fixture = await sendingFixture({ timers, sandbox: { isMagic: false, receiptDelayMs: 10 } })
})
afterEach(() => fixture.close())

const dayMs = 86_400_000

async function rowsOf(ids: readonly MessageId[]): Promise<{ named: number; unnamed: number }> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ named: number; unnamed: number }>(
      `select count(tag)::int as named, count(*)::int - count(tag)::int as unnamed
       from sending.unsettled where message_id = any($1)`,
      [ids],
    ),
  )
  return rows[0] ?? { named: 0, unnamed: 0 }
}

test('a person or an account that cannot be opened holds up no other, and goes in time', async () => {
  const numbers = Array.from({ length: 6 }, (_, index) => fictionNumber(2_000 + index))
  await fixture.people(numbers, { agreed: true })
  await fixture.stopNodes()
  const { ids } = await fixture.accept(numbers, alertOrder)
  const theirs = await accountWithoutKeys(fixture, ids.slice(0, 2))
  const [damaged, ...others] = ids
  const everything = [...ids, ...theirs]
  await behindItsBack(
    fixture,
    [damageBody, [damaged]],
    [
      `insert into sending.unsettled (account_id, message_id, part, attempt, parts, route_id,
         left_at, reference)
       select account_id, message_id, 1, 1, 1, $2, $3, 1 from sending.queue
       where message_id = any($1)`,
      [everything, fixture.routeId, new Date(timers.now())],
    ],
    ['delete from sending.queue where message_id = any($1)', [everything]],
  )
  await fixture.startNode()
  await until(async () => (await rowsOf(others)).named === others.length)
  const shut = [damaged as MessageId, ...theirs]
  expect(await rowsOf(shut)).toEqual({ named: 0, unnamed: 3 })
  // A later reply finds no account any more: there is nothing to name them for.
  jump(31 * dayMs)
  await until(async () => (await rowsOf(everything)).unnamed === 0)
  // What could never be named is told as it goes.
  await until(() => fixture.metrics.text().includes('accord_messages_never_named_total 3'))
}, 60_000)

test('what does not open is left alone for a while, and its account is told once an hour', () => {
  let now = 0
  const told: unknown[] = []
  const logger = { error: (event: string, fields: unknown) => told.push([event, fields]) }
  const unopened = new Unopened({
    timers: { monotonicMs: () => now },
    logger: logger as unknown as Logger,
  })
  const accountId = fixture.makeId() as AccountId
  const error = new AppError('vault.account_keys_missing', 'unavailable', 'gone')
  const keys = { hasAccountKeys: () => false }
  unopened.addAccount(accountId, error)
  for (let round = 0; round < 20; round += 1) unopened.tell({ accountId, messages: 3, error })
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject([
    'sending.not_named',
    { accountId, messages: 3, code: 'vault.account_keys_missing' },
  ])
  expect(unopened.waiting(keys)).toEqual([accountId])
  now += 60_000
  // It is tried again; until it has opened, no reply waits for it.
  expect([unopened.waiting(keys), unopened.all()]).toEqual([[], [accountId]])
  unopened.addAccount(accountId, error)
  now += 60_000
  // The second time it is left alone for longer, but no longer than until its keys are there.
  expect(unopened.waiting(keys)).toEqual([accountId])
  expect(unopened.waiting({ hasAccountKeys: () => true })).toEqual([])
  unopened.forget(() => true, [])
  expect(unopened.all()).toEqual([])
})

test('of an account with too many that do not open the whole account is left alone', () => {
  const unopened = new Unopened({ timers: { monotonicMs: () => 0 }, logger: silentLogger })
  const accountId = fixture.makeId() as AccountId
  const messages = Array.from({ length: 12_000 }, () => fixture.makeId() as MessageId)
  const failed = unopened.addMessages(accountId, messages)
  expect([failed.length, failed.at(-1)]).toEqual([10_001, accountId])
  expect(unopened.waiting({ hasAccountKeys: () => true })).toHaveLength(10_001)
})
