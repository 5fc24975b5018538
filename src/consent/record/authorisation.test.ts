// A parent's word: for whom it is needed, on which words, and until when.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { comesOfAge } from '../../countries/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording } from '../consent.ts'
import { judgeAuthorisation } from './record-authorisation.ts'

const dayMs = 86_400_000

it.each([
  ['FR', '2011-11-26', '2026-11-26'],
  ['DE', '2011-11-26', '2027-11-26'],
  ['BE', '2011-11-26', '2024-11-26'],
  ['FR', '2012-00-00', '2027-12-31'],
  ['FR', '2012-02-00', '2027-03-01'],
  ['FR', '2012-13-45', '2027-12-31'],
] as const)('in %s somebody born on %s speaks for themselves from %s', (country, born, from) => {
  expect(comesOfAge(born, country)).toBe(Date.parse(`${from}T12:00:00Z`))
})

it('says nothing where the birth date or the country is not known', () => {
  expect([comesOfAge(null, 'FR'), comesOfAge('2011-11-26', 'US')]).toEqual([null, null])
})

describe('a word of a parent', () => {
  let fixture: ConsentFixture
  let wording: Wording
  beforeAll(async () => {
    fixture = await consentFixture()
    wording = await fixture.publish()
  })
  afterAll(() => fixture.close())

  test('is refused for the first reason that stands', () => {
    const at = fixture.clock.now()
    const told = {
      controllerId: fixture.controllerId,
      purpose: 'offers',
      givenAt: at - dayMs,
      ofAgeAt: at + 100 * dayMs,
    }
    const judge = (changed: Partial<typeof told>, known: Wording | undefined = wording) =>
      judgeAuthorisation(
        { ...told, ...changed },
        { wording: known, months: 24, at, withdrawnAt: null },
      )
    expect(judge({})).toBeNull()
    expect(judge({ ofAgeAt: at })).toBe('authorisation_not_needed')
    expect(
      judgeAuthorisation(told, { wording: undefined, months: 24, at, withdrawnAt: null }),
    ).toBe('wording_unknown')
    expect(judge({ purpose: 'news' })).toBe('purpose_not_in_wording')
    expect(judge({ givenAt: at + 3 * dayMs })).toBe('given_in_future')
    expect(judge({ givenAt: at - 900 * dayMs })).toBe('authorisation_too_old')
  })

  test('ends on the day the person is of age, stands in the ledger without a name, and goes with them', async () => {
    const [child] = await fixture.people(1)
    if (child === undefined) throw new Error('one was made')
    const { accountId, caller, consent, controllerId, clock, test: db } = fixture
    const ofAgeAt = clock.now() + 100 * dayMs
    const within = <T>(work: (tx: Tx) => Promise<T>) => db.database.inAccount(accountId, work)
    const about = { controllerId, purpose: 'offers' }
    const done = await within((tx) =>
      consent.recordAuthorisation(tx, caller, {
        ...about,
        keys: child.keys,
        wordingId: wording.wordingId,
        parentName: 'Inès Fictive',
        relation: 'mother',
        givenAt: clock.now() - dayMs,
        source: 'inscription',
        verification: 'signé devant nous',
        documentId: null,
        ofAgeAt,
      }),
    )
    expect(done).toMatchObject({ outcome: 'recorded', validUntil: ofAgeAt })
    const subjects = [child.subjectId]
    const among = (at: number) =>
      within((tx) => consent.authorisedAmong(tx, accountId, { ...about, subjects, at }))
    expect((await among(ofAgeAt - 1)).size).toBe(1)
    expect((await among(ofAgeAt)).size).toBe(0)
    const [event] = await within((tx) => consent.historyOf(tx, accountId, child.subjectId))
    expect(event?.kind).toBe('parent.authorised')
    expect(String(event?.body?.['details'])).toContain('Inès Fictive')
    const held = await db.asSuperuser((client) =>
      client.query('select * from consent.parental_authorisation'),
    )
    expect(JSON.stringify(held.rows)).not.toContain('Inès')
    await fixture.consent.sequenceOnce(accountId)
    await within((tx) => consent.holder.eraseSubjects(tx, accountId, [child.subjectId]))
    expect((await among(ofAgeAt - 1)).size).toBe(0)
  })

  test('that was taken back does not come back with an older paper', async () => {
    const [child] = await fixture.people(1)
    if (child === undefined) throw new Error('one was made')
    const { accountId, caller, consent, controllerId, clock, test: db } = fixture
    const within = <T>(work: (tx: Tx) => Promise<T>) => db.database.inAccount(accountId, work)
    const about = { keys: child.keys, controllerId, purpose: 'offers' }
    const word = (givenAt: number) =>
      within((tx) =>
        consent.recordAuthorisation(tx, caller, {
          ...about,
          wordingId: wording.wordingId,
          parentName: 'Inès Fictive',
          relation: 'mother',
          givenAt,
          source: 'inscription',
          verification: 'signé devant nous',
          documentId: null,
          ofAgeAt: null,
        }),
      )
    const signedAt = clock.now()
    expect(await word(signedAt)).toMatchObject({ outcome: 'recorded' })
    await clock.advance(60 * dayMs)
    await within((tx) => consent.withdrawAuthorisation(tx, caller, { ...about, reason: 'appel' }))
    const refused = { outcome: 'refused', refusal: 'authorisation_withdrawn' }
    expect(await word(signedAt)).toEqual(refused)
    await clock.advance(dayMs)
    expect(await word(clock.now() - 2 * dayMs)).toEqual(refused)
    expect(await word(clock.now())).toMatchObject({ outcome: 'recorded' })
  })
})
