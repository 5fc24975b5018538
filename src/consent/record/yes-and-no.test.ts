// A yes of a file and a no of its person at the same moment:
// the ledger holds them in a lawful order.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overlapping } from '../../../test/support/overlapping.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { E164 } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ sandbox: { isMagic: false } })
})
afterAll(() => fixture.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  fixture.test.database.inAccount(fixture.caller.accountId, work)

type Person = { keys: SubjectKeys; number: E164; tag: Buffer }
let made = 0

async function somebody(agreed: boolean): Promise<Person> {
  made += 1
  const number = fictionNumber(made)
  const { rows } = await fixture.people([number], { agreed })
  const tag = fixture.vault.suppressionTag(fixture.caller.accountId, number)
  return { keys: rows[0]?.keys as SubjectKeys, number, tag }
}

const about = () => ({
  controllerId: fixture.controller.id,
  channel: 'sms' as const,
  purpose: 'offers',
})
/** A file of today, about a day that no other entry is of. */
const fileSaysYes = (tx: Tx, person: Person) =>
  fixture.consent.recordConsents(tx, fixture.caller, {
    ...about(),
    grade: 'import_declared',
    rows: [
      {
        ...person,
        wordingId: fixture.wording.wordingId,
        givenAt: fixture.timers.now() - 2 * 86_400_000,
        source: 'caisse',
      },
    ],
  })
const stop = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.recordStop(tx, fixture.caller, {
    ...{ tag, keys, origin: '', at: fixture.timers.now() },
    ...{ scope: 'marketing', reason: 'stop_reply' },
  })
const stops = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.recordStops(tx, fixture.caller, {
    ...{ scope: 'marketing', reason: 'objection', origin: '' },
    rows: [{ tag, keys, at: fixture.timers.now() }],
  })
const withdraw = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.withdrawConsent(tx, fixture.caller, {
    ...{ ...about(), keys, tag, at: fixture.timers.now(), reason: '' },
  })

const fileSaysNo = (tx: Tx, { keys }: Person) =>
  fixture.consent.refuseBulk(tx, fixture.caller, {
    ...about(),
    saidAt: new Map([[keys.subjectId, null]]),
  })

async function kindsOf({ keys }: Person): Promise<string[]> {
  const { accountId } = fixture.caller
  await fixture.consent.sequenceOnce(accountId)
  const events = await within((tx) => fixture.consent.historyOf(tx, accountId, keys.subjectId))
  return [...events].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)).map(({ kind }) => kind)
}

test.each([
  ['a STOP', stop, 'objection'],
  ['an opposition list', stops, 'objection'],
  ['a withdrawal', withdraw, 'consent.withdrawn'],
  ['the no of another', fileSaysNo, 'consent.withdrawn'],
] as const)('what a file says while %s is being recorded is refused', async (_, sayNo, no) => {
  const person = await somebody(true)
  const [first, second] = await overlapping(
    within,
    async (tx) => void (await sayNo(tx, person)),
    (tx) => fileSaysYes(tx, person),
  )
  await first
  expect((await second).outcomes).toEqual(['objection_stands'])
  expect(await kindsOf(person)).toEqual(['consent.given', no])
})

test.each([
  ['a STOP', stop, 'objection'],
  ['a withdrawal', withdraw, 'consent.withdrawn'],
] as const)('%s that comes while a file is being recorded comes after it', async (_, sayNo, no) => {
  const person = await somebody(false)
  const [first, second] = await overlapping(
    within,
    (tx) => fileSaysYes(tx, person),
    (tx) => sayNo(tx, person),
  )
  expect((await first).outcomes).toEqual(['recorded'])
  expect(await second).not.toBeNull()
  expect(await kindsOf(person)).toEqual(['consent.given', no])
})

test.each([
  ['a STOP', stop, 'before'],
  ['a STOP', stop, 'after'],
  ['a withdrawal', withdraw, 'after'],
] as const)('%s as the no of a file is taken back leaves no sale', async (_, sayNo, when) => {
  const { accountId } = fixture.caller
  const person = await somebody(false)
  await within((tx) => fixture.consent.switchLegalBases(tx, accountId, ['soft_opt_in']))
  await within((tx) => sell(tx, person))
  await fixture.timers.sleep(5)
  const { batchIds } = await within((tx) => fileSaysNo(tx, person))
  await fixture.timers.sleep(5)
  const saying = async (tx: Tx) => void (await sayNo(tx, person))
  const takingBack = async (tx: Tx) => {
    const bulk = { batchIds, subjects: null, reason: 'import_undone' }
    await fixture.consent.takeBackBulk(tx, fixture.caller, bulk)
  }
  const [first, second] = when === 'before' ? [saying, takingBack] : [takingBack, saying]
  await Promise.all(await overlapping(within, first, second))
  const left = await within((tx) =>
    fixture.consent.legalBasesOf(tx, accountId, person.keys.subjectId),
  )
  expect(left).toEqual([])
})

test('whoever withdraws after the no of a file has their own word, also once that is undone', async () => {
  const { accountId } = fixture.caller
  const person = await somebody(true)
  const { batchIds } = await within((tx) => fileSaysNo(tx, person))
  expect(await within((tx) => withdraw(tx, person))).not.toBeNull()
  expect(await within((tx) => withdraw(tx, person))).toBeNull()
  await fixture.timers.sleep(5)
  const bulk = { batchIds, subjects: null, reason: 'import_undone' }
  await within((tx) => fixture.consent.takeBackBulk(tx, fixture.caller, bulk))
  const people = { subjects: [person.keys.subjectId], tags: [person.tag] }
  const question = { ...about(), at: fixture.timers.now() }
  const facts = await within((tx) => fixture.consent.gateFacts(tx, accountId, people, question))
  expect(facts[0]?.consent).toMatchObject({ effective: false, why: 'withdrawn' })
})

const sell = (tx: Tx, { keys, tag }: Person) =>
  fixture.consent.recordLegalBasis(tx, fixture.caller, {
    ...{ legalBasis: 'soft_opt_in', keys, tag, countries: ['FR', 'FR'], purpose: 'offers' },
    ...{ controllerId: fixture.controller.id, wordingId: fixture.wording.wordingId },
    since: fixture.timers.now() - 86_400_000,
    ...{ reference: 'commande 4512', source: 'boutique' },
    ...{ collectedFromPerson: true, refusalOffered: true, ownSimilarProducts: true },
  })
