// Attempts after somebody said no: at the same instant, by import, by API, erased and made again.
import { evidenceGrades, objectionReasons } from '../../src/consent/index.ts'
import type { Attempt } from './attempt.ts'
import { dayMs, type World } from './world.ts'

const agreedOnly = async (world: World) => world.first(await world.person())
const agreedAndLeaves = async (world: World) =>
  world.second(await world.person(), () => world.tick())

const withdrawals: Attempt[] = [
  {
    family: 'Withdrawn',
    what: 'withdrawn a millisecond before the request',
    gate: 'first',
    expected: 'consent_withdrawn',
    control: 'the same request, nothing withdrawn',
    make: async (world) => {
      const person = await world.person()
      await world.withdraw(person)
      world.tick()
      return world.first(person)
    },
    pass: agreedOnly,
  },
  {
    family: 'Withdrawn',
    what: 'withdrawn at the very millisecond of the request',
    gate: 'first',
    expected: 'consent_withdrawn',
    control: 'the same request, nothing withdrawn',
    make: async (world) => {
      const person = await world.person()
      await world.withdraw(person)
      return world.first(person)
    },
    pass: agreedOnly,
  },
  {
    family: 'Withdrawn',
    what: 'withdrawn a millisecond before it leaves, accepted before',
    gate: 'second',
    expected: 'consent_withdrawn',
    control: 'nothing withdrawn while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, async () => {
        await world.withdraw(person)
        world.tick()
      })
    },
    pass: agreedAndLeaves,
  },
  {
    family: 'Withdrawn',
    what: 'withdrawn for this purpose, still given for another',
    gate: 'first',
    expected: 'consent_withdrawn',
    control: 'the same person, for the other purpose',
    make: async (world) => world.first(await withdrawnOffers(world)),
    pass: async (world) => world.first(await withdrawnOffers(world), { purpose: 'news' }),
  },
]

async function withdrawnOffers(world: World) {
  const person = await world.person()
  const wording = await world.wording({ purposes: ['news'] })
  await world.agree(person, { purpose: 'news', wordingId: wording?.wordingId ?? null })
  await world.withdraw(person)
  return person
}

const stops: Attempt[] = objectionReasons.flatMap((reason) => {
  const common = {
    family: 'After a STOP',
    expected: 'number_suppressed' as const,
    control: 'the same person before it',
  }
  return [
    {
      ...common,
      gate: 'first',
      what: `${reason}, before the request`,
      make: async (world) => {
        const person = await world.person()
        await world.stop(person, 'marketing', reason)
        return world.first(person)
      },
      pass: agreedOnly,
    },
    {
      ...common,
      gate: 'second',
      what: `${reason}, while it waits`,
      make: async (world) => {
        const person = await world.person()
        return world.second(person, () => world.stop(person, 'marketing', reason))
      },
      pass: agreedAndLeaves,
    },
  ] satisfies Attempt[]
})

const scopes: Attempt[] = [
  {
    family: 'After a STOP',
    what: 'an objection to everything',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'an objection to messages of the relation only: it does not speak of offers',
    make: async (world) => {
      const person = await world.person()
      await world.stop(person, 'all')
      return world.first(person)
    },
    pass: async (world) => {
      const person = await world.person()
      await world.stop(person, 'relational', 'objection')
      await world.agree(person, { grade: 'own_form', givenAt: world.now() })
      return world.first(person)
    },
  },
  {
    family: 'After a STOP',
    what: 'two objections, relational then marketing: together they are everything',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the first of them alone',
    make: async (world) => {
      const person = await world.person()
      await world.stop(person, 'relational')
      await world.stop(person, 'marketing')
      return world.first(person)
    },
    pass: async (world) => {
      const person = await world.person()
      await world.stop(person, 'relational')
      return world.first(person)
    },
  },
  {
    family: 'After a STOP',
    what: 'the STOP answered another entity of the account: its scope is the whole account',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the person before it',
    make: async (world) => {
      const person = await world.person()
      const controllerId = await world.controller('Atelier Lumen')
      const shownText = 'J’accepte de recevoir par SMS les offres de Atelier Lumen.'
      const wording = await world.wording({
        controllerId,
        controllerName: 'Atelier Lumen',
        shownText,
      })
      await world.agree(person, { controllerId, wordingId: wording?.wordingId ?? null })
      await world.stop(person)
      return world.first(person, { controllerId, controllerName: 'Atelier Lumen' })
    },
    pass: agreedOnly,
  },
  {
    family: 'After a STOP',
    what: 'written to for a purpose that was never stopped by name',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the person before it, for that purpose',
    make: async (world) => {
      const person = await newsReader(world)
      await world.stop(person)
      return world.first(person, { purpose: 'news' })
    },
    pass: async (world) => world.first(await newsReader(world), { purpose: 'news' }),
  },
  {
    family: 'After a STOP',
    what: 'as an alert in the interest of the sender, after an objection to those',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'an alert that a contract asks for',
    make: async (world) => world.door(await objector(world), alert('legitimate_interest')),
    pass: async (world) => world.door(await objector(world), alert('contract')),
  },
  {
    family: 'After a STOP',
    what: 'as an alert in the interest of the sender, after a STOP that answered an alert',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the same alert after a STOP that answered marketing: it does not speak of alerts',
    make: async (world) => world.door(await stopper(world, 'all'), alert('legitimate_interest')),
    pass: async (world) =>
      world.door(await stopper(world, 'marketing'), alert('legitimate_interest')),
  },
]

async function stopper(world: World, scope: 'marketing' | 'all') {
  const person = await world.person()
  await world.stop(person, scope)
  return person.number
}

const alert = (basis: 'contract' | 'legitimate_interest') => ({
  class: 'alert' as const,
  basis,
  text: 'Votre commande est prête au comptoir.',
})
async function objector(world: World) {
  const person = await world.person()
  await world.stop(person, 'all', 'objection')
  return person.number
}
async function newsReader(world: World) {
  const person = await world.person()
  const wording = await world.wording({ purposes: ['news'] })
  await world.agree(person, { purpose: 'news', wordingId: wording?.wordingId ?? null })
  return person
}

const imports: Attempt[] = evidenceGrades.flatMap((grade): Attempt[] => [
  {
    family: 'Imported again after a STOP',
    what: `a file that says ${grade}, dated after the STOP`,
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the same file, for somebody who did not stop',
    make: async (world) => {
      const person = await world.person()
      await world.stop(person)
      world.tick(dayMs)
      return world.first(await world.importAgain(person.number, { grade }))
    },
    pass: async (world) => {
      world.tick(dayMs)
      const known = grade === 'claimed' ? {} : { consents: false }
      const person = await world.person(known)
      return world.first(await world.importAgain(person.number, { grade }))
    },
  },
  {
    family: 'Imported again after a withdrawal',
    what: `a file that says ${grade}`,
    gate: 'first',
    expected: 'consent_withdrawn',
    control: 'the same file, for somebody who did not withdraw',
    make: async (world) => {
      const person = await world.person()
      await world.withdraw(person)
      world.tick(dayMs)
      return world.first(await world.importAgain(person.number, { grade }))
    },
    pass: async (world) => {
      const person = await world.person()
      world.tick(dayMs)
      return world.first(await world.importAgain(person.number, { grade }))
    },
  },
])

const claims: Attempt[] = evidenceGrades.map((grade) => ({
  family: 'A caller’s claim after a STOP',
  what: `over the API: ${grade}, dated after the STOP`,
  gate: 'first',
  expected: 'number_suppressed',
  control: 'START from the handset itself, seen by the server',
  make: async (world) => {
    const person = await world.person()
    await world.stop(person)
    world.tick(dayMs)
    await world.agree(person, { grade, givenAt: world.now(), witness: 'declared' })
    return world.first(person)
  },
  pass: async (world) => {
    const person = await world.person()
    await world.stop(person)
    world.tick(dayMs)
    await world.agree(person, { grade: 'keyword_from_handset', givenAt: world.now() })
    return world.first(person)
  },
}))

const seen: Attempt[] = [
  {
    family: 'A caller’s claim after a STOP',
    what: 'the hosted form, with no code sent to the handset: anybody can type a number',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the same form, confirmed by a code to the handset',
    make: async (world) => {
      const person = await stopped(world)
      await world.agree(person, { grade: 'own_form', givenAt: world.now() })
      return world.first(person)
    },
    pass: async (world) => {
      const person = await stopped(world)
      await world.agree(person, { grade: 'double_opt_in', givenAt: world.now() })
      return world.first(person)
    },
  },
  {
    family: 'A caller’s claim after a STOP',
    what: 'a keyword from the handset, from before the STOP',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'the same keyword, from after it',
    make: async (world) => {
      const person = await stopped(world)
      const givenAt = world.now() - 30 * dayMs
      await world.agree(person, { grade: 'keyword_from_handset', givenAt })
      return world.first(person)
    },
    pass: async (world) => {
      const person = await stopped(world)
      await world.agree(person, { grade: 'keyword_from_handset', givenAt: world.now() })
      return world.first(person)
    },
  },
]

async function stopped(world: World) {
  const person = await world.person()
  await world.stop(person)
  world.tick(dayMs)
  return person
}

type Said = { what: string; expected: 'number_suppressed' | 'consent_withdrawn' | 'no_consent' }
const before: readonly (Said & { say(world: World, person: Person): Promise<void> })[] = [
  {
    what: 'a STOP',
    expected: 'number_suppressed',
    say: (world, person) => world.stop(person),
  },
  {
    what: 'an objection at the desk',
    expected: 'number_suppressed',
    say: (world, person) => world.stop(person, 'all', 'desk'),
  },
  {
    what: 'a withdrawal of this one consent',
    expected: 'no_consent',
    say: (world, person) => world.withdraw(person),
  },
  {
    what: 'nothing: the yes went with the person',
    expected: 'no_consent',
    say: async () => undefined,
  },
]
type Person = Awaited<ReturnType<World['person']>>

const erased: Attempt[] = before.flatMap((said): Attempt[] => {
  const gone = async (world: World) => {
    const person = await world.person()
    await said.say(world, person)
    world.tick(dayMs)
    await world.erase(person)
    return person
  }
  const common = {
    family: 'Erased and made again',
    gate: 'first' as const,
    expected: said.expected,
    control: 'a new number, brought in the same way',
  }
  const ways: Attempt[] = [
    {
      ...common,
      what: `${said.what}, erased, then brought by hand`,
      make: async (world) =>
        world.first(await world.person({ consents: false }, (await gone(world)).number)),
      pass: agreedOnly,
    },
  ]
  if (said.expected === 'no_consent' && said.what.startsWith('nothing')) return ways
  return [
    ...ways,
    {
      ...common,
      what: `${said.what}, erased, then imported with a consent`,
      make: async (world) => world.first(await world.importAgain((await gone(world)).number)),
      pass: async (world) => world.first(await world.importAgain(world.number())),
    },
    {
      ...common,
      what: `${said.what}, erased, then claimed over the API`,
      make: async (world) => {
        const person = await world.person({ consents: false }, (await gone(world)).number)
        const claim = { grade: 'double_opt_in', witness: 'declared' } as const
        await world.agree(person, { ...claim, givenAt: world.now() })
        return world.first(person)
      },
      pass: agreedOnly,
    },
  ]
})

const strangers: Attempt[] = [
  {
    family: 'Erased and made again',
    what: 'a number that stopped before the account ever knew it, then imported',
    gate: 'first',
    expected: 'number_suppressed',
    control: 'another number, imported',
    make: async (world) => {
      const number = world.number()
      await world.stop({ number, keys: null }, 'marketing', 'imported_list')
      return world.first(await world.importAgain(number))
    },
    pass: async (world) => world.first(await world.importAgain(world.number())),
  },
  {
    family: 'Erased and made again',
    what: 'erased while the message waits',
    gate: 'second',
    expected: 'number_suppressed',
    control: 'nobody erased',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => eraseKeysOnly(world, person))
    },
    pass: agreedAndLeaves,
  },
]

/** The message still stands in the queue, as it may while the erasure goes from room to room. */
async function eraseKeysOnly(world: World, person: Person): Promise<void> {
  const { account, database, vault } = world.fixture
  await database.inAccount(account.id, (tx) =>
    vault.destroyKeys(tx, account.id, [person.keys.subjectId], 'both'),
  )
}

const writings: readonly (readonly [string, (national: string) => string])[] = [
  ['national, in pairs', (n) => `0${n.slice(0, 1)} ${pairs(n.slice(1), ' ')}`],
  ['national, with points', (n) => `0${n.slice(0, 1)}.${pairs(n.slice(1), '.')}`],
  ['national, with dashes', (n) => `0${n.slice(0, 1)}-${pairs(n.slice(1), '-')}`],
  ['national, in one', (n) => `0${n}`],
  ['+33 (0)', (n) => `+33 (0)${n.slice(0, 1)} ${pairs(n.slice(1), ' ')}`],
  ['0033', (n) => `0033${n}`],
  ['33 without plus', (n) => `33${n}`],
  ['no-break spaces', (n) => `+33\u00a0${n.slice(0, 1)}\u00a0${pairs(n.slice(1), '\u00a0')}`],
  ['narrow spaces', (n) => `+33\u202f${n.slice(0, 1)}\u202f${pairs(n.slice(1), '\u202f')}`],
  ['full-width digits', (n) => `+33${wide(n)}`],
  ['tel: and E.164', (n) => `tel:+33${n}`],
]
const pairs = (digits: string, by: string) => digits.match(/../g)?.join(by) ?? digits
const wide = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

const inOtherWriting: Attempt[] = writings.map(([what, write]) => ({
  family: 'The number in another writing',
  what: `stopped, then asked for: ${what}`,
  gate: 'first',
  expected: 'number_suppressed',
  control: 'the same writing of a number that did not stop',
  make: async (world) => {
    const person = await world.person()
    await world.stop(person)
    return world.door(write(person.number.slice(3)))
  },
  pass: async (world) => world.door(write((await world.person()).number.slice(3))),
}))

export const objectionAttempts: readonly Attempt[] = [
  ...withdrawals,
  ...stops,
  ...scopes,
  ...imports,
  ...claims,
  ...seen,
  ...erased,
  ...strangers,
  ...inOtherWriting,
]
