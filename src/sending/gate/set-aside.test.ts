// What cannot be opened waits apart: the rest of its slice, and of its route, goes on.
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  accountWithoutKeys,
  behindItsBack,
  damageBody,
} from '../../../test/support/behind-its-back.ts'
import {
  alertOrder,
  fictionNumber,
  fictionNumbers,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { AccountId, MessageId } from '../../kernel/index.ts'
import { BackOff } from '../back-off.ts'
import type { Terms } from '../terms.ts'
import { type TermsMemory, termsMemoryMax, termsOfMessages } from './terms-memory.ts'

const { timers, jump } = jumpingTimers()
let fixture: SendingFixture
beforeEach(async () => {
  fixture = await sendingFixture({ timers, sandbox: { isMagic: false, receiptDelayMs: 10 } })
})
afterEach(() => fixture.close())

const numbers = fictionNumbers(30, 2_000)

async function waitsMs(ids: readonly MessageId[]): Promise<number[]> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ due_at: number }>(
      'select due_at from sending.queue where message_id = any($1)',
      [ids],
    ),
  )
  return rows.map((row) => new Date(row.due_at).getTime() - timers.now())
}

const askAbout = async <T extends object>(sql: string, ids: readonly MessageId[]): Promise<T[]> =>
  fixture.test.asSuperuser(async (client) => (await client.query<T>(sql, [ids])).rows)

async function holdsOf(ids: readonly MessageId[]): Promise<(string | null)[]> {
  const sql = 'select distinct hold from sending.queue where message_id = any($1)'
  return (await askAbout<{ hold: string | null }>(sql, ids)).map(({ hold }) => hold)
}

async function accountOf(ids: readonly MessageId[]): Promise<AccountId> {
  const sql = 'select distinct account_id from sending.queue where message_id = any($1)'
  const [row] = await askAbout<{ account_id: AccountId }>(sql, ids)
  return row?.account_id as AccountId
}

const setAside = (why: string) =>
  Number(
    new RegExp(`accord_messages_set_aside_total\\{[^}]*why="${why}"\\} (\\d+)`).exec(
      fixture.metrics.text(),
    )?.[1] ?? 0,
  )

async function acceptedWhileNobodyWorks(): Promise<readonly MessageId[]> {
  await fixture.people(numbers, { agreed: true })
  await fixture.stopNodes()
  const { ids } = await fixture.accept(numbers, alertOrder)
  return ids
}

test('a body that does not open waits alone, is counted, and leaves once it is mended', async () => {
  const ids = await acceptedWhileNobodyWorks()
  const [damaged, ...others] = ids
  await behindItsBack(fixture, [damageBody, [damaged]])
  await fixture.startNode()
  await until(async () => (await fixture.states(others))['delivered'] === others.length)
  const [waitMs = 0] = await waitsMs([damaged as MessageId])
  expect(waitMs).toBeGreaterThan(30_000)
  expect(waitMs).toBeLessThanOrEqual(60_000)
  expect(setAside('vault.sealed_value_damaged')).toBe(1)
  // It is tried again after a minute, then after two: what nobody mends costs ever less.
  jump(61_000)
  await until(() => setAside('vault.sealed_value_damaged') === 2)
  await until(async () => (await fixture.states([damaged as MessageId]))['queued'] === 1)
  const [longerMs = 0] = await waitsMs([damaged as MessageId])
  expect(longerMs).toBeGreaterThan(90_000)
  expect(longerMs).toBeLessThanOrEqual(120_000)
  await behindItsBack(fixture, [damageBody, [damaged]])
  jump(121_000)
  await until(async () => (await fixture.states(ids))['delivered'] === ids.length)
  expect(fixture.sandbox?.stats().taken).toBe(numbers.length)
}, 60_000)

test('a message whose terms are not there waits, and is not told as one of somebody who objected', async () => {
  const ids = await acceptedWhileNobodyWorks()
  const [without, ...others] = ids
  const withoutTerms = 'update sending.message set terms_id = $2 where id = $1'
  await behindItsBack(fixture, [withoutTerms, [without, '01900000-0000-7000-8000-000000000000']])
  await fixture.startNode()
  await until(async () => (await fixture.states(others))['delivered'] === others.length)
  await until(async () => (await fixture.states([without as MessageId]))['queued'] === 1)
  const [waitMs = 0] = await waitsMs([without as MessageId])
  expect(waitMs).toBeGreaterThan(30_000)
}, 60_000)

test('a memory of terms that is emptied for new ones takes none from whoever asks', async () => {
  const ids = await acceptedWhileNobodyWorks()
  const rows = await askAbout<{ account_id: AccountId; terms_id: string }>(
    'select distinct account_id, terms_id from sending.message where id = any($1)',
    ids,
  )
  const [row] = rows
  const accountId = row?.account_id as AccountId
  const real = { termsId: row?.terms_id ?? '' }
  const known = { termsId: 'known before' }
  const terms = {} as Terms
  const memory: TermsMemory = new Map([[accountId + known.termsId, terms]])
  for (let at = 0; at <= termsMemoryMax; at += 1) memory.set(`another ${at}`, terms)
  const found = await fixture.test.database.inAccount(accountId, (tx) =>
    termsOfMessages(tx, accountId, [known, real, known], memory),
  )
  expect([...found.keys()].sort()).toEqual([known.termsId, real.termsId].sort())
  expect(memory.size).toBe(1)
}, 60_000)

test('of people whose page of keys is damaged only the messages wait', async () => {
  const later = fictionNumber(2_900)
  await fixture.people([later], { agreed: true })
  const ids = await acceptedWhileNobodyWorks()
  const { ids: apart } = await fixture.accept([later], alertOrder)
  const flipped = 'set_byte(sealed, 20, get_byte(sealed, 20) # 1)'
  await behindItsBack(fixture, [
    `update vault.tail set sealed = ${flipped} where subject_id =
       (select subject_id from sending.message where id = $1)`,
    [apart[0]],
  ])
  await fixture.startNode()
  await until(async () => (await fixture.states(ids))['delivered'] === ids.length)
  await until(() => setAside('vault.sealed_value_damaged') === 1)
  expect(await fixture.states(apart)).toEqual({ queued: 1 })
}, 60_000)

test('an account whose key file is missing holds up no other, and nothing of it is maybe sent', async () => {
  const ids = await acceptedWhileNobodyWorks()
  expect(readdirSync(fixture.keysFolder).length).toBeGreaterThan(0)
  const theirs = await accountWithoutKeys(fixture, ids.slice(0, 5))
  const another = await accountWithoutKeys(fixture, ids.slice(5, 7))
  const all = theirs.length + another.length
  const node = await fixture.startNode()
  await until(async () => (await fixture.states(ids))['delivered'] === ids.length)
  await until(() => setAside('vault.account_keys_missing') === all)
  // Alerts that come later find the route as free as ever.
  const next = await fixture.accept([fictionNumber(2_000)], alertOrder)
  await until(async () => (await fixture.states(next.ids))['delivered'] === 1)
  await node.close()
  await fixture.startNode()
  expect(await fixture.states(theirs)).toEqual({ queued: theirs.length })
  // However many they are: nothing of them is claimed, written or logged until the keys are there.
  jump(3_600_000)
  const later = await fixture.accept([fictionNumber(2_001)], alertOrder)
  await until(async () => (await fixture.states(later.ids))['delivered'] === 1)
  expect(setAside('vault.account_keys_missing')).toBe(all)
  expect(fixture.sandbox?.stats().taken).toBe(ids.length + 2)
  expect(await holdsOf(theirs)).toEqual(['not_opened'])
  // With the file they are tried at once. Here it is a new one, which opens nothing of before.
  await fixture.vault.createAccount(await accountOf(theirs))
  await until(() => setAside('vault.sealed_value_damaged') === theirs.length)
  await until(async () => (await fixture.states(theirs))['queued'] === theirs.length)
  expect(await holdsOf(theirs)).toEqual([null])
  expect(await holdsOf(another)).toEqual(['not_opened'])
  expect(setAside('vault.account_keys_missing')).toBe(all)
}, 60_000)

test('what fails again waits twice as long, up to an hour, and so many are remembered', () => {
  let now = 0
  const backOff = new BackOff<string>({ monotonicMs: () => now }, { idsMax: 2 })
  const waits = Array.from({ length: 8 }, () => backOff.failed('a') / 60_000)
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  expect([backOff.failed('b'), backOff.failed('c')]).toEqual([60_000, 3_600_000])
  expect(backOff.all()).toEqual(['a', 'b'])
  now += 60_000
  expect(backOff.waiting()).toEqual(['a'])
  backOff.opened('b')
  expect(backOff.failed('b')).toBe(60_000)
  // What never came back is gone, and makes room.
  now += 3 * 3_600_000
  expect([backOff.failed('c'), backOff.all()]).toEqual([60_000, ['c']])
})
