// Attempts with a person who may not be written to now: quarantine, age, doubt, number, country,
// cap.
import type { Attempt } from './attempt.ts'
import { dayMs, type Gated, type World } from './world.ts'

const asked = async (world: World) => world.first(await world.person())
const askedAndLeaves = async (world: World) => world.second(await world.person(), () => undefined)

const reasons = [
  'no_proof_of_consent',
  'consent_refused_in_file',
  'consent_expired',
  'import_undone',
  'number_doubtful',
]
const quarantine: Attempt[] = reasons.map((reason) => ({
  family: 'In quarantine',
  what: `a consent stands, and the contact is held back: ${reason}`,
  gate: 'first',
  expected: 'in_quarantine',
  control: 'the same contact, let out',
  make: async (world) => world.first(await world.person({ quarantine: reason })),
  pass: asked,
}))

const declined: Attempt[] = ['consent_not_given', 'consent_older_than_no'].map((reason) => ({
  family: 'In quarantine',
  what: `a consent stands, and a file says no: ${reason}`,
  gate: 'first',
  expected: 'consent_declined',
  control: 'the same contact, let out',
  make: async (world) => world.first(await world.person({ quarantine: reason })),
  pass: asked,
}))

/** As an import that is taken back, or a colleague, does while a message waits. */
const holdBack = (world: World, person: Gated, updated: string) =>
  world.asSuperuser(
    `update contacts.contact set marketing_state = 'quarantine', quarantine_reason = $2,
       updated_at = $3 where subject_id = $1`,
    [person.keys.subjectId, 'import_undone', updated],
  )
const heldLate: Attempt[] = [
  {
    family: 'In quarantine',
    what: 'held back while the message waits',
    gate: 'second',
    expected: 'in_quarantine',
    control: 'nothing happens while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => holdBack(world, person, '2026-11-25T11:30:01Z'))
    },
    pass: askedAndLeaves,
  },
  {
    family: 'In quarantine',
    what: 'held back while it waits, by a change that is dated before the acceptance',
    gate: 'second',
    expected: 'in_quarantine',
    control: 'nothing happens while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => holdBack(world, person, '2026-11-20T08:00:00Z'))
    },
    pass: askedAndLeaves,
  },
  {
    family: 'In quarantine',
    what: 'the contact’s row goes while the message waits',
    gate: 'second',
    expected: 'in_quarantine',
    control: 'the row stays',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () =>
        world.asSuperuser('delete from contacts.contact where subject_id = $1', [
          person.keys.subjectId,
        ]),
      )
    },
    pass: askedAndLeaves,
  },
]

/** Birth dates of people who are not fifteen yet, at the instant of the attempt. */
const young: readonly (readonly [string, string, string])[] = [
  ['the eve of the fifteenth birthday', '2011-11-26', '2026-11-25T11:30:00Z'],
  ['the last minute of that eve', '2011-11-26', '2026-11-25T18:59:59Z'],
  ['fourteen', '2012-11-25', '2026-11-25T11:30:00Z'],
  ['ten', '2016-05-01', '2026-11-25T11:30:00Z'],
  ['born this year', '2026-01-01', '2026-11-25T11:30:00Z'],
  ['a birth date that has not come', '2030-01-01', '2026-11-25T11:30:00Z'],
  ['born on 29 February, on the 28th', '2012-02-29', '2027-02-26T11:30:00Z'],
]
const minors: Attempt[] = young.map(([what, birthDate, at]) => ({
  family: 'Below the age of consent',
  what,
  gate: 'first',
  expected: 'minor_without_authorisation',
  control: 'born fifteen years and a day before',
  make: async (world) => {
    world.goTo(at)
    return world.first(await world.person({ fields: { firstName: 'Zoé', birthDate } }))
  },
  pass: async (world) => {
    world.goTo(at)
    return world.first(await world.person({ fields: { birthDate: '2011-11-24' } }))
  },
}))
const learned: Attempt[] = ['2013-03-01', '2020-07-14'].map((birthDate) => ({
  family: 'Below the age of consent',
  what: `the birth date ${birthDate} is learned while the message waits`,
  gate: 'second',
  expected: 'minor_without_authorisation',
  control: 'the birth date of a grown-up is learned',
  make: async (world) => {
    const person = await world.person()
    return world.second(person, () =>
      world.person({ consents: false, fields: { birthDate } }, person.number),
    )
  },
  pass: async (world) => {
    const person = await world.person()
    return world.second(person, () =>
      world.person({ consents: false, fields: { birthDate: '1980-03-01' } }, person.number),
    )
  },
}))

/** A reply that waits to be read, as `receive-reply` keeps it. */
const doubt = (world: World, person: Gated, reviewed: boolean) =>
  world.asSuperuser(
    `insert into sending.inbound (account_id, id, route_id, subject_id, number_tag, kind,
       needs_review, reviewed_at, received_at)
     values ($1, $2, $3, $4, $5, 'doubtful', true, $6, $7)`,
    [
      world.fixture.account.id,
      world.fixture.makeId(),
      world.fixture.routeId,
      person.keys.subjectId,
      world.fixture.vault.numberTag(world.fixture.account.id, person.number),
      reviewed ? new Date(world.now()).toISOString() : null,
      new Date(world.now()).toISOString(),
    ],
  )
const doubts: Attempt[] = [
  {
    family: 'A reply that may mean "stop"',
    what: 'it waits to be read',
    gate: 'first',
    expected: 'reply_under_review',
    control: 'somebody has read it: it was no stop',
    make: async (world) => {
      const person = await world.person()
      await doubt(world, person, false)
      return world.first(person)
    },
    pass: async (world) => {
      const person = await world.person()
      await doubt(world, person, true)
      return world.first(person)
    },
  },
  {
    family: 'A reply that may mean "stop"',
    what: 'it comes while the message waits',
    gate: 'second',
    expected: 'reply_under_review',
    control: 'nothing comes while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => doubt(world, person, false))
    },
    pass: askedAndLeaves,
  },
  {
    family: 'A reply that may mean "stop"',
    what: 'one was read, another waits',
    gate: 'first',
    expected: 'reply_under_review',
    control: 'both were read',
    make: async (world) => {
      const person = await world.person()
      await doubt(world, person, true)
      await doubt(world, person, false)
      return world.first(person)
    },
    pass: async (world) => {
      const person = await world.person()
      await doubt(world, person, true)
      await doubt(world, person, true)
      return world.first(person)
    },
  },
]

const restrict = (world: World, person: Gated) =>
  world.asSuperuser(
    `update contacts.contact set restricted_at = '2026-11-20T08:00:00Z' where subject_id = $1`,
    [person.keys.subjectId],
  )
const restrictions: Attempt[] = [
  {
    family: 'Data that may be kept and not used',
    what: 'the person had asked for it',
    gate: 'first',
    expected: 'restricted',
    control: 'nobody had asked for it',
    make: async (world) => {
      const person = await world.person()
      await restrict(world, person)
      return world.first(person)
    },
    pass: asked,
  },
  {
    family: 'Data that may be kept and not used',
    what: 'the person asks for it while the message waits',
    gate: 'second',
    expected: 'restricted',
    control: 'nothing happens while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => restrict(world, person))
    },
    pass: askedAndLeaves,
  },
]

/** As the receipts of an earlier message had said. */
const markDead = (world: World, person: Gated) =>
  world.asSuperuser(
    `insert into sending.dead_number (account_id, number_tag, subject_id, since, message_id, answer,
       failures)
     select account_id, number_tag, subject_id, '2026-11-20T08:00:00Z', gen_random_uuid(),
       'unknown_subscriber', 1
     from contacts.contact where subject_id = $1`,
    [person.keys.subjectId],
  )
const deadNumbers: Attempt[] = [
  {
    family: 'A number that no longer works',
    what: 'the network had answered that nobody has it',
    gate: 'first',
    expected: 'number_dead',
    control: 'nothing was answered',
    make: async (world) => {
      const person = await world.person()
      await markDead(world, person)
      return world.first(person)
    },
    pass: asked,
  },
  {
    family: 'A number that no longer works',
    what: 'the network answers so while the message waits',
    gate: 'second',
    expected: 'number_dead',
    control: 'nothing happens while it waits',
    make: async (world) => {
      const person = await world.person()
      return world.second(person, () => markDead(world, person))
    },
    pass: askedAndLeaves,
  },
]

const useless: readonly (readonly [string, string])[] = [
  ['a landline', '+33199001234'],
  ['a landline in another region, written nationally', '05 36 49 00 01'],
  ['a number over the internet', '+33 9 70 12 34 56'],
  ['a premium number', '+33899123456'],
  ['a free number', '0800 123 456'],
]
const numbers: Attempt[] = useless.map(([what, to]) => ({
  family: 'A number that gets no SMS from here',
  what,
  gate: 'first',
  expected: 'number_not_usable',
  control: 'a mobile of the range for fiction',
  make: (world) => world.door(to),
  pass: async (world) => world.door((await world.person()).number),
}))
const unreadable = [
  '06',
  '06 39 98',
  'zéro six',
  '639980001',
  '0700123456',
  '+33 6 00 00 00 00',
  '3615',
]
const nonNumbers: Attempt[] = unreadable.map((to) => ({
  family: 'A number that gets no SMS from here',
  what: `"${to}"`,
  gate: 'first',
  expected: 'error: sending.number_unreadable',
  control: 'a whole number, written with spaces',
  make: (world) => world.door(to),
  pass: async (world) => world.door((await world.person()).number),
}))

const unreviewed = ['US', 'CA', 'MA', 'SN', 'JP', 'NC', 'PF']
const countries: Attempt[] = unreviewed.map((country) => ({
  family: 'A country whose rules nobody has reviewed',
  what: country,
  gate: 'first',
  expected: 'no_rules_for_country',
  control: 'FR',
  make: async (world) => world.first(await world.person({ row: { country, territory: country } })),
  pass: asked,
}))

const caps: Attempt[] = [
  {
    family: 'More than four in thirty days',
    what: 'the fifth',
    gate: 'first',
    expected: 'frequency_cap_reached',
    control: 'the fourth',
    make: async (world) => world.first(await written(world, 4)),
    pass: async (world) => world.first(await written(world, 3)),
  },
  {
    family: 'More than four in thirty days',
    what: 'the fifth, 29 days after the first',
    gate: 'first',
    expected: 'frequency_cap_reached',
    control: '31 days after all of them',
    make: async (world) => {
      const person = await written(world, 4)
      world.tick(29 * dayMs)
      return world.first(person)
    },
    pass: async (world) => {
      const person = await written(world, 4)
      // Thirty-one days on is 26 December, the day after Christmas: a Saturday, and open.
      world.tick(31 * dayMs)
      return world.first(person)
    },
  },
  {
    family: 'More than four in thirty days',
    what: 'five requests at the same instant, in one group',
    gate: 'first',
    expected: 'frequency_cap_reached',
    control: 'four at the same instant',
    make: async (world) => lastOf(await world.doorAtOnce((await world.person()).number, 5)),
    pass: async (world) => lastOf(await world.doorAtOnce((await world.person()).number, 4)),
  },
  {
    family: 'More than four in thirty days',
    what: 'two by campaign, two by the API, one more in another writing',
    gate: 'first',
    expected: 'frequency_cap_reached',
    control: 'one fewer',
    make: async (world) => {
      const person = await written(world, 2)
      await world.door(person.number)
      await world.door(`00${person.number.slice(1)}`)
      return world.door(`0${person.number.slice(3)}`)
    },
    pass: async (world) => {
      const person = await written(world, 2)
      await world.door(person.number)
      return world.door(`0${person.number.slice(3)}`)
    },
  },
]
async function written(world: World, times: number): Promise<Gated> {
  const person = await world.person()
  for (let time = 0; time < times; time += 1) await world.first(person)
  return person
}
/** The worst of several: the one that was refused, or else any. */
const lastOf = <T extends { verdict: string }>(all: readonly T[]): T => {
  const worst = all.find(({ verdict }) => verdict !== 'allowed') ?? all[0]
  if (worst === undefined) throw new Error('nothing was asked')
  return worst
}

export const personAttempts: readonly Attempt[] = [
  ...quarantine,
  ...declined,
  ...heldLate,
  ...minors,
  ...learned,
  ...doubts,
  ...restrictions,
  ...deadNumbers,
  ...numbers,
  ...nonNumbers,
  ...countries,
  ...caps,
]
