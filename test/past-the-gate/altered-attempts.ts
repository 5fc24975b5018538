// Attempts by somebody who has the database as its superuser and no key: rows deleted, forged,
// copied.
import type { Attempt } from './attempt.ts'
import type { Gated, World } from './world.ts'

const family = 'The database changed without the keys'
const agreedOnly = async (world: World) => world.first(await world.person())
const control = 'the same person, with nothing changed'
const agreedAndLeaves = async (world: World) =>
  world.second(await world.person(), () => world.tick())

/** From the mark on a row without a MAC is false. */
async function marked(world: World): Promise<void> {
  const { account, consent } = world.fixture
  await consent.sequenceOnce(account.id)
  await consent.watch(account.id)
}

/** The number has objected, and their consent does not know of it. */
async function objectedByNumber(world: World): Promise<Gated> {
  const person = await world.person()
  await world.stop({ number: person.number, keys: null })
  return person
}

const forgedState = `insert into consent.state (account_id, subject_id, controller_id, channel,
    purpose, state, since, valid_until, grade_rank, wording_id, entry_id, mac)
  select account_id, $1, controller_id, channel, purpose, state, since, valid_until, grade_rank,
    wording_id, entry_id, case when $3 then mac end
  from consent.state where subject_id = $2 and state = 'given'`

async function forged(world: World, withMac: boolean): Promise<Gated> {
  const other = await world.person()
  const person = await world.person({ consents: false })
  await marked(world)
  await world.asSuperuser(forgedState, [person.keys.subjectId, other.keys.subjectId, withMac])
  return person
}

/** With the triggers off that keep such rows as they are. */
const classOfLast = (values: string) => `set session_replication_role = replica;
  update sending.terms set (class, basis) = (${values})
  where id = (select terms_id from sending.message order by id desc limit 1)`

export const alteredAttempts: readonly Attempt[] = [
  {
    family,
    control: 'nothing changed while it waits',
    gate: 'second',
    what: 'advertising called an alert, while it waits and its person has said STOP',
    expected: 'record_altered',
    make: async (world) => {
      const person = await world.person()
      const answered = await world.second(person, async () => {
        await world.stop({ number: person.number, keys: null })
        await world.asSuperuser(classOfLast(`'alert', 'contract'`), [])
      })
      await world.asSuperuser(classOfLast(`'marketing', null`), [])
      return answered
    },
    pass: agreedAndLeaves,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'the objection of the number deleted',
    expected: 'number_suppressed',
    make: async (world) => {
      const person = await objectedByNumber(world)
      await world.asSuperuser('delete from consent.suppression where tag = $1', [
        world.tag(person.number),
      ])
      return world.first(person)
    },
    pass: agreedOnly,
  },
  {
    family,
    control: 'nothing said while it waits',
    gate: 'second',
    what: 'the objection of the number deleted as soon as it came, while the message waits',
    expected: 'number_suppressed',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, async () => {
        await world.stop({ number: person.number, keys: null })
        await world.asSuperuser('delete from consent.suppression where tag = $1', [
          world.tag(person.number),
        ])
      })
    },
    pass: agreedAndLeaves,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'the objection of the number made one to other messages',
    expected: 'number_suppressed',
    make: async (world) => {
      const person = await objectedByNumber(world)
      await world.asSuperuser(
        `update consent.suppression set scope = 'relational' where tag = $1`,
        [world.tag(person.number)],
      )
      return world.first(person)
    },
    pass: agreedOnly,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'a consent forged',
    expected: 'record_altered',
    make: async (world) => world.first(await forged(world, false)),
    pass: agreedOnly,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'a consent copied from another person with its MAC',
    expected: 'record_altered',
    make: async (world) => world.first(await forged(world, true)),
    pass: agreedOnly,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'a withdrawal turned back into a consent',
    expected: 'record_altered',
    make: async (world) => {
      const person = await world.person()
      await world.withdraw(person)
      await world.asSuperuser(`update consent.state set state = 'given' where subject_id = $1`, [
        person.keys.subjectId,
      ])
      return world.first(person)
    },
    pass: agreedOnly,
  },
  {
    family,
    control: 'nothing changed while it waits',
    gate: 'second',
    what: 'a consent made to last longer, while the message waits',
    expected: 'record_altered',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () =>
        world.asSuperuser(
          `update consent.state set valid_until = valid_until + interval '1 year'
           where subject_id = $1`,
          [person.keys.subjectId],
        ),
      )
    },
    pass: agreedAndLeaves,
  },
]
