// Receipts teach which numbers no longer work: over the sandbox operator, as the program runs.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  alertOrder,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { eventually } from '../../../test/support/wait.ts'
import type { ContactId, E164, MessageId, SubjectId } from '../../kernel/index.ts'
import { liftDeadNumber, type MarkedDead, markDead } from '../store/dead-number-store.ts'
import { numberFactsOf } from '../store/number-facts-store.ts'
import { liftByHand, readDeadPage } from '../view/dead-numbers.ts'
import { learnDeadNumbers } from './learn-dead-numbers.ts'

/** By its last digits the sandbox answers UNDELIV with the code of an unknown subscriber. */
const gone = '+33639980901' as E164
const works = '+33639980001' as E164

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture()
  await fixture.people([gone, works], { agreed: true })
})
afterAll(() => fixture.close())

const learn = (deadNumberCodes?: readonly string[]) => {
  const { routes } = fixture.sending.ports
  const all: typeof routes.all = (at) =>
    routes.all(at).map((route) => ({ ...route, ...(deadNumberCodes && { deadNumberCodes }) }))
  return learnDeadNumbers({ ...fixture, routes: { all } }, fixture.timers.now())
}
const inTx = <T>(work: Parameters<typeof fixture.database.inAccount<T>>[1]) =>
  fixture.database.inAccount(fixture.account.id, work)

async function dead(): Promise<string[]> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ answer: string }>(
      'select answer from sending.dead_number where works_since is null order by since',
    ),
  )
  return rows.map(({ answer }) => answer)
}

async function ended(ids: readonly MessageId[]): Promise<Record<string, number>> {
  return eventually(async () => {
    const states = await fixture.states(ids)
    const open = ['queued', 'submitting', 'submitted'].some((state) => (states[state] ?? 0) > 0)
    return open ? null : states
  })
}

const refusals = async (ids: readonly MessageId[]): Promise<(string | null)[]> => {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ reason: string | null }>(
      'select reason from sending.outcome where message_id = any($1::uuid[])',
      [ids],
    ),
  )
  return rows.map(({ reason }) => reason)
}

const markByHand = (number: E164) =>
  fixture.test.asSuperuser((client) =>
    client.query(
      `insert into sending.dead_number (account_id, number_tag, subject_id, since, message_id,
         answer, failures)
       select account_id, number_tag, subject_id, $2, gen_random_uuid(), 'repeated_failures', 3
       from contacts.contact where number_tag = $1
       on conflict (account_id, number_tag) do update set works_since = null,
         since = excluded.since`,
      [fixture.vault.numberTag(fixture.account.id, number), new Date(fixture.timers.now())],
    ),
  )

const deps = () => ({ ...fixture, accessLog: fixture.audit, timers: fixture.timers })
const reader = () => ({ accountId: fixture.account.id, language: 'en' as const })

test('a number that nobody has is marked by one receipt, and gets no marketing after it', async () => {
  const first = await fixture.accept([gone, works])
  expect(await ended(first.ids)).toEqual({ delivered: 1, undelivered: 1 })
  await learn()
  expect(await dead()).toEqual(['unknown_subscriber'])
  const second = await fixture.accept([gone, works])
  expect(await ended(second.ids)).toEqual({ delivered: 1, refused: 1 })
  expect(await refusals(second.ids)).toEqual(expect.arrayContaining(['number_dead']))
})

test('it is listed with its message and its answer, masked, and is lifted by hand once', async () => {
  const page = await readDeadPage(deps(), reader(), { after: null, limit: 10, contactId: null })
  expect(page.items).toMatchObject([
    { answer: 'unknown_subscriber', errorCode: '001', failures: 1 },
  ])
  const [item] = page.items
  expect(item?.numberMasked).not.toContain('0901')
  const contactId = item?.contactId as ContactId
  const one = await readDeadPage(deps(), reader(), { after: null, limit: 10, contactId })
  expect(one.items).toEqual(page.items)
  await liftByHand(deps(), fixture.caller, { contactId, reason: 'They called us from it' })
  expect(await dead()).toEqual([])
  const again = liftByHand(deps(), fixture.caller, { contactId, reason: 'They called us from it' })
  await expect(again).rejects.toMatchObject({ code: 'sending.dead_number_not_found' })
})

test('what had failed before it was lifted marks nothing; a receipt after it does', async () => {
  const { ids } = await fixture.accept([gone])
  expect(await ended(ids)).toEqual({ undelivered: 1 })
  await learn()
  expect(await dead()).toEqual(['unknown_subscriber'])
})

test('an alert still leaves to a marked number, and its delivery lifts the mark', async () => {
  await markByHand(works)
  expect((await dead()).length).toBe(2)
  const { ids } = await fixture.accept([works], alertOrder)
  expect(await ended(ids)).toEqual({ delivered: 1 })
  await learn()
  expect(await dead()).toEqual(['unknown_subscriber'])
})

test('a consent lifts the mark where it is newer, and not where it is older', async () => {
  await markByHand(works)
  const before = (await dead()).length
  const agreed = async (givenAt: number) => {
    const tag = fixture.vault.numberTag(fixture.account.id, works)
    await inTx(async (tx) => {
      const contact = (await fixture.contacts.findByTags(tx, fixture.account.id, [tag]))
        .values()
        .next().value
      if (contact === undefined) throw new Error('a contact')
      const opened = await fixture.contacts.openContacts(tx, fixture.account.id, [contact])
      const keys = opened.get(contact.subjectId)?.keys
      if (keys === undefined) throw new Error('keys')
      await fixture.consent.recordConsents(tx, fixture.caller, {
        controllerId: fixture.controller.id,
        channel: 'sms',
        purpose: 'offers',
        grade: 'own_form',
        rows: [
          {
            keys,
            tag: fixture.vault.suppressionTag(fixture.account.id, works),
            number: works,
            wordingId: fixture.wording.wordingId,
            givenAt,
            source: 'caisse',
          },
        ],
      })
    })
  }
  await agreed(fixture.timers.now() - 3 * 3_600_000)
  expect((await dead()).length).toBe(before)
  await fixture.timers.sleep(5)
  await agreed(fixture.timers.now())
  expect((await dead()).length).toBe(before - 1)
})

test('an operator that means something else by the code marks nothing by it', async () => {
  await fixture.test.asSuperuser((client) => client.query('delete from sending.dead_number'))
  const { ids } = await fixture.accept([gone])
  expect(await ended(ids)).toEqual({ undelivered: 1 })
  await learn(['42'])
  expect(await dead()).toEqual([])
  const again = await fixture.accept([gone])
  expect(await ended(again.ids)).toEqual({ undelivered: 1 })
  await learn(['1'])
  expect(await dead()).toEqual(['unknown_subscriber'])
})

test('a number that nobody had, and that fails later for another reason, changed hands all the same', async () => {
  const { accountId } = reader()
  const tag = fixture.vault.numberTag(accountId, gone)
  const number = await inTx((tx) => fixture.contacts.findByTags(tx, accountId, [tag]))
  const subjectId = [...number.values()][0]?.subjectId as SubjectId
  const facts = () => inTx((tx) => numberFactsOf(tx, accountId, subjectId))
  const before = await facts()
  expect(before).toMatchObject({ changedHandsAt: expect.any(Number), isUnassigned: true })
  const since = fixture.timers.now()
  const messageId = randomUUID() as MessageId
  const later: MarkedDead = {
    ...{ since, subjectId, numberTag: tag, messageId, open: [] },
    ...{ answer: 'repeated_failures', code: null, failures: 3 },
  }
  await inTx((tx) => liftDeadNumber(tx, accountId, { tag, at: since }))
  await inTx((tx) => markDead(tx, accountId, [later]))
  const { changedHandsAt } = before
  expect(await facts()).toMatchObject({ changedHandsAt, isUnassigned: false })
  await inTx((tx) => liftDeadNumber(tx, accountId, { tag, at: since }))
  await inTx((tx) => markDead(tx, accountId, [later]))
  expect(await facts()).toMatchObject({ changedHandsAt, isUnassigned: false })
})
