// Replies that answer no message of the last thirty days: each finds who knows the number,
// or is told.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Account, makeAccount, systemCaller } from '../../src/accounts/index.ts'
import type { E164, MessageId } from '../../src/kernel/index.ts'
import { readReplies } from '../../src/sending/replies/read-replies.ts'
import { readMessage } from '../../src/sending/view/read-messages.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

const dayMs = 24 * 3_600_000
let fixture: SendingFixture
let jump: (ms: number) => void
beforeEach(async () => {
  const clock = jumpingTimers()
  jump = clock.jump
  fixture = await sendingFixture({
    timers: clock.timers,
    sandbox: { isMagic: false, receiptDelayMs: 10 },
  })
})
afterEach(() => fixture.close())

/** A month and more after a message to each. */
async function longAgo(...numbers: E164[]): Promise<void> {
  await fixture.people(numbers, { agreed: true })
  const { ids } = await fixture.accept(numbers)
  await until(async () => (await fixture.states(ids))['delivered'] === numbers.length)
  jump(33 * dayMs)
}

/** Taken once there is a bind to give it to. */
const reply = (from: E164, text: string) =>
  until(() => fixture.sandbox?.reply({ from, to: '36111', text }) ?? false)

async function refusalOf(number: E164): Promise<string | null> {
  const { ids } = await fixture.accept([number])
  const deps = { ...fixture, routes: fixture.sending.ports.routes, clock: fixture.timers }
  const view = await readMessage(
    { ...deps, accessLog: fixture.audit },
    fixture.caller,
    ids[0] as MessageId,
  )
  return view.refusal
}

const repliesOf = async (account: Account = fixture.account) => {
  const caller = systemCaller(account, 'sending', '0'.repeat(32))
  const page = { before: null, limit: 10, needsReview: null }
  const deps = { ...fixture, workers: fixture.sending.workers }
  return (await readReplies(deps, caller, page)).items
}

async function suppressions(): Promise<{ account: string; reason: string; scope: string }[]> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ account: string; reason: string; scope: string }>(
      'select account_id as account, reason, scope from consent.suppression order by since_month',
    ),
  )
  return rows
}

const makeOther = () =>
  makeAccount(
    fixture.accounts,
    { name: 'Tilleuls', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )

/** Another account's contact, that it has not written to. */
async function knownTo(account: Account, number: E164): Promise<void> {
  await fixture.database.inAccount(account.id, (tx) =>
    fixture.contacts.subjectOf(tx, account.id, number, fixture.timers.now()),
  )
}

const isUnplaced = (meaning: string) =>
  fixture.metrics
    .text()
    .split('\n')
    .some((line) => /^accord_replies_unplaced_total\{.*\} 1$/.test(line) && line.includes(meaning))

test('a STOP a month after the last message is recorded, kept, and nothing leaves any more', async () => {
  const to = fictionNumber(11)
  await longAgo(to)
  await reply(to, 'STOP')
  await until(async () => (await suppressions()).length === 1)
  expect(await suppressions()).toMatchObject([{ reason: 'stop_reply', scope: 'marketing' }])
  expect(await repliesOf()).toMatchObject([{ kind: 'stop' }])
  expect((await repliesOf())[0]?.campaignId).not.toBeNull()
  expect(await refusalOf(to)).toBe('number_suppressed')
}, 60_000)

test('a doubtful one suspends marketing, and a question is kept, however late', async () => {
  const [doubting, asking] = [fictionNumber(12), fictionNumber(13)]
  await longAgo(doubting, asking)
  await reply(doubting, 'non merci, pas intéressé')
  await reply(asking, 'Avez-vous des pointures quarante-deux ?')
  await until(async () => (await repliesOf()).length === 2)
  expect((await repliesOf()).map(({ kind }) => kind).sort()).toEqual(['doubtful', 'other'])
  expect(await refusalOf(doubting)).toBe('reply_under_review')
  expect(await refusalOf(asking)).toBeNull()
}, 60_000)

test('where accounts share a route a late STOP is for each that knows the number', async () => {
  const to = fictionNumber(14)
  const [other, third] = [await makeOther(), await makeOther()]
  await knownTo(other, to)
  await knownTo(third, fictionNumber(15))
  await longAgo(to)
  await reply(to, 'STOP')
  await until(async () => (await suppressions()).length === 2)
  const stopped = (await suppressions()).map(({ account }) => account)
  expect(stopped.sort()).toEqual([fixture.account.id, other.id].sort())
  // Whoever wrote reads it; others that only know the number read nothing of it.
  expect(await repliesOf()).toMatchObject([{ kind: 'stop' }])
  expect(await repliesOf(other)).toEqual([])
  expect(await repliesOf(third)).toEqual([])
  await reply(to, 'Avez-vous des pointures quarante-deux ?')
  await until(async () => (await repliesOf()).length === 2)
  expect(await repliesOf(other)).toEqual([])
}, 60_000)

test('a doubtful one is for those that wrote; where none did, each that knows it stops', async () => {
  const [written, never, alone] = [fictionNumber(19), fictionNumber(20), fictionNumber(21)]
  const [other, third] = [await makeOther(), await makeOther()]
  for (const number of [written, never, alone]) await knownTo(other, number)
  await knownTo(third, never)
  await longAgo(written)
  await reply(written, 'non merci, pas intéressé')
  await until(async () => (await repliesOf()).length === 1)
  expect(await repliesOf()).toMatchObject([{ kind: 'doubtful' }])
  await reply(alone, 'non merci, pas intéressé')
  await until(async () => (await repliesOf(other)).length === 1)
  expect(await repliesOf(other)).toMatchObject([{ kind: 'doubtful', campaignId: null }])
  expect(await suppressions()).toEqual([])
  await reply(never, 'non merci, pas intéressé')
  await until(async () => (await suppressions()).length === 2)
  const stopped = (await suppressions()).map(({ account }) => account)
  expect(stopped.sort()).toEqual([other.id, third.id].sort())
  expect(await repliesOf(other)).toHaveLength(1)
  expect(await repliesOf(third)).toEqual([])
}, 60_000)

test('a STOP of a number in no account is recorded where only one account uses the route', async () => {
  await reply(fictionNumber(16), 'STOP')
  await until(async () => (await suppressions()).length === 1)
  expect(await repliesOf()).toEqual([])
  await fixture.people([fictionNumber(16)], { agreed: true })
  expect(await refusalOf(fictionNumber(16))).toBe('number_suppressed')
  // What is no stop is told, and nothing is kept of a stranger.
  await reply(fictionNumber(17), 'Bonjour, êtes-vous ouverts ?')
  await until(() => isUnplaced('other'))
  expect(await repliesOf()).toEqual([])
}, 60_000)

test('where several accounts use the route, a reply of a number in none is told', async () => {
  await makeOther()
  await reply(fictionNumber(18), 'STOP')
  await until(() => isUnplaced('stop'))
  expect(await suppressions()).toEqual([])
}, 60_000)
