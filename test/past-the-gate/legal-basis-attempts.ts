// Attempts on a legal basis that is no consent: off, for something else, abroad, run out,
// or after a no.
import type { OtherLegalBasis } from '../../src/consent/index.ts'
import type { ControllerId } from '../../src/kernel/index.ts'
import type { Attempt } from './attempt.ts'
import { dayMs, type Gated, type World } from './world.ts'

type Sale = { purpose?: string; controllerId?: ControllerId; daysAgo?: number }

/** Recorded as the desk does, with every condition; the answer is thrown away with a refusal. */
async function sell(world: World, person: Gated, sale: Sale = {}): Promise<void> {
  const { fixture } = world
  const { purpose = 'offers', controllerId = fixture.controller.id, daysAgo = 30 } = sale
  const wording = await world.wording({ purposes: [purpose], controllerId })
  if (wording === null) throw new Error('the words are sound')
  const done = await fixture.database.inAccount(fixture.account.id, (tx) =>
    fixture.consent.recordLegalBasis(tx, fixture.caller, {
      legalBasis: 'soft_opt_in',
      keys: person.keys,
      tag: world.tag(person.number),
      countries: ['FR', 'FR'],
      controllerId,
      purpose,
      wordingId: wording.wordingId,
      since: world.now() - daysAgo * dayMs,
      reference: 'order 4512',
      source: 'shop',
      collectedFromPerson: true,
      refusalOffered: true,
      ownSimilarProducts: true,
    }),
  )
  if (done.outcome === 'refused') throw new Error(done.refusal)
}

async function switched(world: World, legalBases: readonly OtherLegalBasis[]): Promise<void> {
  const { fixture } = world
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    fixture.consent.switchLegalBases(tx, fixture.account.id, legalBases),
  )
}

/** Off again afterwards: every other attempt is made in an account like any other. */
async function whileOn<T>(world: World, work: () => Promise<T>): Promise<T> {
  await switched(world, ['soft_opt_in'])
  try {
    return await work()
  } finally {
    await switched(world, [])
  }
}

async function customer(world: World, sale: Sale = {}): Promise<Gated> {
  const person = await world.person({ consents: false })
  await sell(world, person, sale)
  return person
}

const family = 'A sale instead of a consent'
const control = 'the same customer, with the switch on and nothing said'
const bought = (world: World) => whileOn(world, async () => world.first(await customer(world)))
const soldAndLeaves = (world: World) =>
  whileOn(world, async () => world.second(await customer(world), async () => undefined))

/** STOP, and then a keyword from the handset for another purpose: the number is open again. */
async function backForNews(world: World, person: Gated, meanwhile = async () => {}) {
  await world.stop(person)
  await meanwhile()
  const words = await world.wording({ purposes: ['news'] })
  world.tick(1_000)
  await world.agree(person, {
    grade: 'keyword_from_handset',
    purpose: 'news',
    wordingId: words?.wordingId ?? null,
    givenAt: world.now(),
  })
  return world.first(person)
}

export const legalBasisAttempts: readonly Attempt[] = [
  {
    family,
    control,
    gate: 'first',
    what: 'recorded while it was on, and the account has switched it off',
    expected: 'no_consent',
    make: async (world) => {
      const person = await whileOn(world, () => customer(world))
      return world.first(person)
    },
    pass: bought,
  },
  {
    family,
    control,
    gate: 'second',
    what: 'switched off while the message waited',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => world.second(await customer(world), () => switched(world, []))),
    pass: soldAndLeaves,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'bought something else: another purpose',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => world.first(await customer(world, { purpose: 'insurance' }))),
    pass: bought,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'bought from another entity of the same account',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => {
        const controllerId = await world.controller('Boutique Lumen Sud')
        return world.first(await customer(world, { controllerId }))
      }),
    pass: bought,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'a French customer who is now in Italy, where a sale is none by SMS',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => {
        const italy = { country: 'IT', territory: 'IT', zone: 'Europe/Rome' } as const
        const person = await world.person({ consents: false, row: italy })
        await sell(world, person)
        return world.first(person)
      }),
    pass: bought,
  },
  {
    family,
    control: 'it leaves a day before',
    gate: 'second',
    what: 'accepted in time, leaving on the day that the sale is a year old',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => {
        const person = await customer(world, { daysAgo: 364 })
        return world.second(person, () => world.tick(2 * dayMs))
      }),
    pass: (world) =>
      whileOn(world, async () => {
        const person = await customer(world, { daysAgo: 360 })
        return world.second(person, () => world.tick(dayMs))
      }),
  },
  {
    family,
    control,
    gate: 'second',
    what: 'said STOP while the message waited',
    expected: 'number_suppressed',
    make: (world) =>
      whileOn(world, async () => {
        const person = await customer(world)
        return world.second(person, () => world.stop(person))
      }),
    pass: soldAndLeaves,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'the sale was written as the STOP came in, and the number came back for something else',
    expected: 'no_consent',
    make: (world) =>
      whileOn(world, async () => {
        const person = await customer(world)
        const { subjectId } = person.keys
        return backForNews(world, person, async () =>
          world.asSuperuser(
            `insert into consent.other_legal_basis (account_id, subject_id, controller_id, purpose,
               legal_basis, since, valid_until, wording_id, entry_id)
             select account_id, subject_id, $2, 'offers', 'soft_opt_in', recorded_at,
               recorded_at + interval '1 year', wording_id, entry_id
             from consent.entry_body b join consent.entry e using (account_id, entry_id)
             cross join lateral (
               select wording_id from consent.wording w where w.account_id = b.account_id limit 1) w
             where subject_id = $1 and e.kind = 'legal_basis.soft_opt_in'`,
            [subjectId, world.fixture.controller.id],
          ),
        )
      }),
    pass: bought,
  },
  {
    family,
    control,
    gate: 'first',
    what: 'said STOP, came back by a keyword for something else, and is written to for the sale',
    expected: 'consent_withdrawn',
    make: (world) =>
      whileOn(world, async () => {
        const person = await world.person()
        await sell(world, person)
        return backForNews(world, person)
      }),
    pass: bought,
  },
]
