// What people do in a consent room, what the gate then says of them,
// and what a superuser may change.
import type { Consent } from '../../src/consent/index.ts'
import type { WordingId } from '../../src/kernel/index.ts'
import type { Tx } from '../../src/storage/index.ts'
import { type ConsentFixture, type Person, rowOf } from './consent-fixture.ts'

/** `fixture` is asked each time: a test file makes it before its tests, or before each. */
export function consentActs(fixture: () => ConsentFixture) {
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    fixture().test.database.inAccount(fixture().accountId, work)
  return {
    inTx,
    /** As a superuser may: no trigger and no policy stands in the way. */
    alter: <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
      fixture().test.asSuperuser(async (client) => {
        await client.query('set session_replication_role = replica')
        return (await client.query<Row>(text, values)).rows
      }),
    agree: (people: readonly Person[], wordingId: WordingId) => {
      const { consent, caller, controllerId } = fixture()
      const how = { controllerId, channel: 'sms', purpose: 'offers' } as const
      const rows = people.map((person) => rowOf(person, wordingId))
      return inTx((tx) =>
        consent.recordConsents(tx, caller, { ...how, grade: 'import_declared', rows }),
      )
    },
    /** With `knowsPerson: false` it is a number alone: their state does not know of the no. */
    stop: (
      person: Person,
      { knowsPerson = true, consent = fixture().consent }: Partial<StopHow> = {},
    ) =>
      inTx((tx) =>
        consent.recordStop(tx, fixture().caller, {
          tag: person.tag,
          keys: knowsPerson ? person.keys : null,
          scope: 'marketing',
          reason: 'stop_reply',
          origin: 'test',
          at: fixture().clock.now(),
        }),
      ),
    /** What the gate reads: `allowed`, the scope of an objection, or why there is no consent. */
    gate: async (person: Person, consent: Consent = fixture().consent): Promise<string> => {
      const { accountId, controllerId, clock } = fixture()
      const people = { subjects: [person.subjectId], tags: [person.tag] }
      const question = { controllerId, channel: 'sms', purpose: 'offers', at: clock.now() } as const
      const [fact] = await inTx((tx) => consent.gateFacts(tx, accountId, people, question))
      if (fact?.suppression != null) return fact.suppression
      return fact?.consent.effective === true ? 'allowed' : (fact?.consent.why ?? 'none')
    },
  }
}

type StopHow = { knowsPerson: boolean; consent: Consent }
