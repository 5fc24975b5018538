// Attempts with a person below the age of consent and a parent's word that is not the one asked
// for.
import type { ControllerId } from '../../src/kernel/index.ts'
import type { Attempt } from './attempt.ts'
import { dayMs, type Gated, type World } from './world.ts'

/** Recorded as the desk does; a refusal ends the attempt. */
async function authorise(
  world: World,
  person: Gated,
  said: { controllerId?: ControllerId; purpose?: string; daysAgo?: number } = {},
): Promise<void> {
  const { fixture } = world
  const { purpose = 'offers', controllerId = fixture.controller.id, daysAgo = 10 } = said
  const wording = await world.wording({ purposes: [purpose], controllerId })
  if (wording === null) throw new Error('the words are sound')
  const done = await fixture.database.inAccount(fixture.account.id, (tx) =>
    fixture.consent.recordAuthorisation(tx, fixture.caller, {
      keys: person.keys,
      controllerId,
      purpose,
      wordingId: wording.wordingId,
      parentName: 'Inès Fictive',
      relation: 'mother',
      givenAt: world.now() - daysAgo * dayMs,
      source: 'enrolment',
      verification: 'signed before us, with her card',
      documentId: null,
      ofAgeAt: null,
    }),
  )
  if (done.outcome === 'refused') throw new Error(done.refusal)
}

const fourteen = { fields: { firstName: 'Zoé', birthDate: '2012-11-25' } }
const authorised: Attempt['pass'] = async (world) => {
  const person = await world.person(fourteen)
  await authorise(world, person)
  return world.first(person)
}
const spokenFor = (
  what: string,
  make: (world: World, person: Gated) => Promise<unknown>,
): Attempt => ({
  family: 'A parent’s word',
  what,
  gate: 'first',
  expected: 'minor_without_authorisation',
  control: 'fourteen, and a parent has said yes to this entity for this purpose',
  make: async (world) => {
    const person = await world.person(fourteen)
    await make(world, person)
    return world.first(person)
  },
  pass: authorised,
})
export const parentAttempts: readonly Attempt[] = [
  spokenFor('for another purpose', (world, person) =>
    authorise(world, person, { purpose: 'news' }),
  ),
  spokenFor('for another entity', async (world, person) =>
    authorise(world, person, { controllerId: await world.controller('Club des Tilleuls') }),
  ),
  spokenFor('for a brother', async (world) => authorise(world, await world.person(fourteen))),
  spokenFor('taken back', async (world, person) => {
    const { fixture } = world
    await authorise(world, person)
    await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.withdrawAuthorisation(tx, fixture.caller, {
        keys: person.keys,
        controllerId: fixture.controller.id,
        purpose: 'offers',
        reason: 'the mother called',
      }),
    )
  }),
  spokenFor('run out', async (world, person) => {
    await authorise(world, person)
    await world.asSuperuser(
      'update consent.parental_authorisation set valid_until = $2 where subject_id = $1',
      [person.keys.subjectId, new Date(world.now())],
    )
  }),
  {
    family: 'A parent’s word',
    what: 'in place of the child’s own consent',
    gate: 'first',
    expected: 'no_consent',
    control: 'the same, and the child has agreed as well',
    make: async (world) => {
      const person = await world.person({ ...fourteen, consents: false })
      await authorise(world, person)
      return world.first(person)
    },
    pass: authorised,
  },
  {
    family: 'A parent’s word',
    what: 'is taken back while the message waits',
    gate: 'second',
    expected: 'minor_without_authorisation',
    control: 'the word of a stranger’s parent is taken back',
    make: async (world) => waitingMinor(world, (person) => person),
    pass: async (world) => {
      const other = await world.person(fourteen)
      await authorise(world, other)
      return waitingMinor(world, () => other)
    },
  },
]

async function waitingMinor(world: World, whose: (person: Gated) => Gated) {
  const { fixture } = world
  const person = await world.person(fourteen)
  await authorise(world, person)
  return world.second(person, () =>
    fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.withdrawAuthorisation(tx, fixture.caller, {
        keys: whose(person).keys,
        controllerId: fixture.controller.id,
        purpose: 'offers',
        reason: 'the mother called',
      }),
    ),
  )
}
