// Attempts against the clock: nights, Sundays, holidays by territory, both clock changes, lateness.
import type { ContactRow } from '../../src/contacts/index.ts'
import type { Attempt } from './attempt.ts'
import type { World } from './world.ts'

type Place = Pick<ContactRow, 'territory' | 'zone'> & { postcodeArea: string | null }
const paris: Place = { territory: 'FR', zone: 'Europe/Paris', postcodeArea: null }
const overseas = {
  GP: { territory: 'GP', zone: 'America/Guadeloupe', postcodeArea: '971' },
  MQ: { territory: 'MQ', zone: 'America/Martinique', postcodeArea: '972' },
  GF: { territory: 'GF', zone: 'America/Cayenne', postcodeArea: '973' },
  RE: { territory: 'RE', zone: 'Indian/Reunion', postcodeArea: '974' },
  YT: { territory: 'YT', zone: 'Indian/Mayotte', postcodeArea: '976' },
  MF: { territory: 'MF', zone: 'America/Guadeloupe', postcodeArea: '978' },
  PM: { territory: 'PM', zone: 'America/Miquelon', postcodeArea: '975' },
} as const satisfies Record<string, Place>
const alsace: Place = { ...paris, postcodeArea: '67' }
const moselle: Place = { ...paris, postcodeArea: '57' }

type Case = {
  what: string
  at: string
  control: string
  controlAt: string
  place?: Place
  controlPlace?: Place
}

const atPlace = async (world: World, at: string, place: Place) => {
  world.goTo(at)
  return world.first(await world.person({ row: place }))
}
const accepted = (family: string, cases: readonly Case[]): Attempt[] =>
  cases.map(({ what, at, control, controlAt, place = paris, controlPlace = place }) => ({
    family,
    what,
    gate: 'first',
    expected: 'held: outside_hours',
    control,
    make: (world) => atPlace(world, at, place),
    pass: (world) => atPlace(world, controlAt, controlPlace),
  }))

/** Accepted in good time, and late to leave. */
const leaving = (family: string, cases: readonly (Case & { acceptedAt: string })[]): Attempt[] =>
  cases.map(({ what, at, control, controlAt, acceptedAt, place = paris }) => {
    const leave = async (world: World, when: string) => {
      world.goTo(acceptedAt)
      const person = await world.person({ row: place })
      return world.second(person, () => world.goTo(when))
    }
    return {
      family,
      what,
      gate: 'second',
      expected: 'held: outside_hours',
      control,
      make: (world) => leave(world, at),
      pass: (world) => leave(world, controlAt),
    }
  })

const noon = (day: string) => `${day}T12:00:00+01:00`
const noonSummer = (day: string) => `${day}T12:00:00+02:00`

const nights = accepted('By night and on Sunday', [
  {
    what: 'a second before eight',
    at: '2026-11-25T07:59:59+01:00',
    control: 'at eight',
    controlAt: '2026-11-25T08:00:00+01:00',
  },
  {
    what: 'at twenty sharp',
    at: '2026-11-25T20:00:00+01:00',
    control: 'a second before',
    controlAt: '2026-11-25T19:59:59+01:00',
  },
  {
    what: 'at midnight',
    at: '2026-11-26T00:00:00+01:00',
    control: 'at noon',
    controlAt: noon('2026-11-26'),
  },
  {
    what: 'on Sunday at noon',
    at: noon('2026-11-29'),
    control: 'on Saturday at noon',
    controlAt: noon('2026-11-28'),
  },
  {
    what: 'nine in Paris, four in Guadeloupe',
    at: '2026-11-25T09:00:00+01:00',
    place: overseas.GP,
    control: 'the same instant, to somebody in Paris',
    controlAt: '2026-11-25T09:00:00+01:00',
    controlPlace: paris,
  },
  {
    what: 'ten in Paris, five in Martinique',
    at: '2026-11-25T10:00:00+01:00',
    place: overseas.MQ,
    control: 'fourteen in Paris, nine in Martinique',
    controlAt: '2026-11-25T14:00:00+01:00',
  },
  {
    what: 'nineteen in Paris, twenty-two in Réunion',
    at: '2026-11-25T19:00:00+01:00',
    place: overseas.RE,
    control: 'ten in Paris, thirteen in Réunion',
    controlAt: '2026-11-25T10:00:00+01:00',
  },
  {
    what: 'eighteen thirty in Paris, past twenty in Mayotte',
    at: '2026-11-25T18:30:00+01:00',
    place: overseas.YT,
    control: 'ten in Paris, noon in Mayotte',
    controlAt: '2026-11-25T10:00:00+01:00',
  },
  {
    what: 'eleven in Paris, seven in Cayenne',
    at: '2026-11-25T11:00:00+01:00',
    place: overseas.GF,
    control: 'thirteen in Paris, nine in Cayenne',
    controlAt: '2026-11-25T13:00:00+01:00',
  },
  {
    what: 'eleven in Paris, seven at Saint-Pierre',
    at: '2026-11-25T11:00:00+01:00',
    place: overseas.PM,
    control: 'thirteen in Paris, nine at Saint-Pierre',
    controlAt: '2026-11-25T13:00:00+01:00',
  },
  {
    what: 'a number of the metropole, at home in Guadeloupe: five in the morning there',
    at: '2026-11-25T10:00:00+01:00',
    place: { ...paris, postcodeArea: '971' },
    control: 'fourteen in Paris, nine in Guadeloupe',
    controlAt: '2026-11-25T14:00:00+01:00',
  },
])

const holidays = accepted('On a public holiday', [
  ...(
    [
      ['the New Year', noon('2027-01-01'), noon('2027-01-02')],
      ['Easter Monday', noonSummer('2027-03-29'), noonSummer('2027-03-30')],
      ['the first of May', noonSummer('2027-05-01'), noonSummer('2027-05-03')],
      ['Ascension, a day of Easter', noonSummer('2027-05-06'), noonSummer('2027-05-07')],
      ['the eighth of May', noonSummer('2027-05-08'), noonSummer('2027-05-10')],
      ['Whit Monday', noonSummer('2027-05-17'), noonSummer('2027-05-18')],
      ['the fourteenth of July', noonSummer('2027-07-14'), noonSummer('2027-07-15')],
      ['All Saints', noon('2027-11-01'), noon('2027-11-02')],
      ['the eleventh of November', noon('2027-11-11'), noon('2027-11-12')],
      ['Christmas', noon('2026-12-25'), noon('2026-12-24')],
    ] as const
  ).map(([what, at, controlAt]) => ({ what, at, control: 'a working day beside it', controlAt })),
  ...(
    [
      ['Abolition in Guadeloupe, 27 May', '2027-05-27T16:00:00Z', overseas.GP],
      ['Abolition in Martinique, 22 May', '2027-05-22T16:00:00Z', overseas.MQ],
      ['Abolition in Saint-Martin, 28 May', '2027-05-28T16:00:00Z', overseas.MF],
      ['Abolition in Guyane, 10 June', '2027-06-10T16:00:00Z', overseas.GF],
      ['Abolition in Mayotte, 27 April', '2027-04-27T10:00:00Z', overseas.YT],
      ['Abolition in Réunion, 20 December', '2027-12-20T10:00:00Z', overseas.RE],
      ['Good Friday in Alsace', noon('2027-03-26'), alsace],
      ['Good Friday in Moselle', noon('2027-03-26'), moselle],
      ['Saint Stephen in Alsace', noon('2026-12-26'), alsace],
      [
        'Abolition in Guadeloupe, to a number of the metropole',
        '2027-05-27T16:00:00Z',
        { ...paris, postcodeArea: '971' },
      ],
    ] as const
  ).map(([what, at, place]) => ({
    what,
    at,
    place,
    control: 'the same instant, to somebody in Paris',
    controlAt: at,
    controlPlace: paris,
  })),
])

/** 28 March 2027: 02:00 becomes 03:00. 31 October 2027: 03:00 becomes 02:00 again. */
const changes = accepted('As the clocks change', [
  {
    what: 'Sunday 28 March, a second before 02:00',
    at: '2027-03-28T01:59:59+01:00',
    control: 'Saturday at noon',
    controlAt: noon('2027-03-27'),
  },
  {
    what: 'Sunday 28 March, 03:00, a second later',
    at: '2027-03-28T03:00:00+02:00',
    control: 'Saturday at noon',
    controlAt: noon('2027-03-27'),
  },
  {
    what: 'Tuesday after it, 07:59:59 by the new clock',
    at: '2027-03-30T07:59:59+02:00',
    control: 'a second later, which the old clock calls seven',
    controlAt: '2027-03-30T08:00:00+02:00',
  },
  {
    what: 'Tuesday after it, 20:00 by the new clock, nineteen by the old',
    at: '2027-03-30T20:00:00+02:00',
    control: 'a second before',
    controlAt: '2027-03-30T19:59:59+02:00',
  },
  {
    what: 'Sunday 31 October, 02:30 for the first time',
    at: '2027-10-31T02:30:00+02:00',
    control: 'Saturday at noon',
    controlAt: noonSummer('2027-10-30'),
  },
  {
    what: 'Sunday 31 October, 02:30 for the second time',
    at: '2027-10-31T02:30:00+01:00',
    control: 'Saturday at noon',
    controlAt: noonSummer('2027-10-30'),
  },
  {
    what: 'Tuesday after it, 07:30 by the new clock, half past eight by the old',
    at: '2027-11-02T07:30:00+01:00',
    control: 'eight by the new clock',
    controlAt: '2027-11-02T08:00:00+01:00',
  },
  {
    what: 'Guadeloupe changes no clock: 08:30 there in March is 14:30 in Paris, not 13:30',
    at: '2027-03-30T11:59:59Z',
    place: overseas.GP,
    control: 'a second later, eight in Guadeloupe',
    controlAt: '2027-03-30T12:00:00Z',
  },
])

const late = leaving('Late to leave', [
  {
    what: 'accepted at 19:59, leaving at 20:00',
    acceptedAt: '2026-11-25T19:59:00+01:00',
    at: '2026-11-25T20:00:00+01:00',
    control: 'leaving at 19:59:59',
    controlAt: '2026-11-25T19:59:59+01:00',
  },
  {
    what: 'accepted on Saturday, leaving on Sunday',
    acceptedAt: noon('2026-11-28'),
    at: noon('2026-11-29'),
    control: 'leaving on Monday',
    controlAt: noon('2026-11-30'),
  },
  {
    what: 'accepted on Christmas Eve, leaving on Christmas',
    acceptedAt: noon('2026-12-24'),
    at: noon('2026-12-25'),
    control: 'leaving the day after',
    controlAt: noon('2026-12-26'),
  },
  {
    what: 'accepted before the night of 28 March, leaving at 03:00 by the new clock',
    acceptedAt: '2027-03-27T19:00:00+01:00',
    at: '2027-03-28T03:00:00+02:00',
    control: 'leaving before eight in the evening',
    controlAt: '2027-03-27T19:30:00+01:00',
  },
  {
    what: 'accepted before the night of 31 October, leaving at the second 02:00',
    acceptedAt: '2027-10-30T19:00:00+02:00',
    at: '2027-10-31T02:00:00+01:00',
    control: 'leaving before eight in the evening',
    controlAt: '2027-10-30T19:30:00+02:00',
  },
  {
    what: 'to Guadeloupe, accepted on 26 May, leaving on Abolition day',
    acceptedAt: '2027-05-26T16:00:00Z',
    at: '2027-05-27T16:00:00Z',
    place: overseas.GP,
    control: 'leaving the day after',
    controlAt: '2027-05-28T16:00:00Z',
  },
  {
    what: 'to Réunion, accepted in its afternoon, leaving in its evening',
    acceptedAt: '2026-11-25T15:00:00Z',
    at: '2026-11-25T16:00:00Z',
    place: overseas.RE,
    control: 'leaving a second before',
    controlAt: '2026-11-25T15:59:59Z',
  },
])

const scheduled: Attempt[] = [
  ['a minute ahead', 60_000],
  ['a day ahead', 86_400_000],
].map(([what, ms]) => ({
  family: 'Before its hour, or after its use',
  what: `asked for ${what}`,
  gate: 'first',
  expected: 'held: scheduled',
  control: 'asked for now',
  make: async (world: World) =>
    world.first(await world.person(), {
      notBefore: world.now() + Number(ms),
      usefulUntil: null,
    }),
  pass: async (world: World) => world.first(await world.person(), { notBefore: world.now() }),
}))

const outlived: Attempt[] = [
  {
    family: 'Before its hour, or after its use',
    what: 'of use until the very instant of the request',
    gate: 'first',
    expected: 'outlived',
    control: 'of use for one millisecond more',
    make: async (world) => world.first(await world.person(), { usefulUntil: world.now() }),
    pass: async (world) => world.first(await world.person(), { usefulUntil: world.now() + 1 }),
  },
  {
    family: 'Before its hour, or after its use',
    what: 'of use until tonight, and it could leave tomorrow',
    gate: 'first',
    expected: 'outlived',
    control: 'of use until tomorrow noon: it is held for the morning, then leaves',
    make: async (world) => {
      world.goTo('2026-11-25T21:00:00+01:00')
      const usefulUntil = Date.parse('2026-11-25T23:00:00+01:00')
      return world.first(await world.person(), { usefulUntil })
    },
    pass: async (world) => {
      world.goTo('2026-11-25T21:00:00+01:00')
      const usefulUntil = Date.parse('2026-11-26T12:00:00+01:00')
      const person = await world.person()
      return world.second(person, () => world.goTo('2026-11-26T08:00:00+01:00'), { usefulUntil })
    },
  },
  {
    family: 'Before its hour, or after its use',
    what: 'its use ends while it waits',
    gate: 'second',
    expected: 'outlived',
    control: 'it leaves a millisecond before',
    make: async (world) => {
      const usefulUntil = world.now() + 60_000
      return world.second(await world.person(), () => world.tick(60_000), { usefulUntil })
    },
    pass: async (world) => {
      const usefulUntil = world.now() + 60_000
      return world.second(await world.person(), () => world.tick(59_999), { usefulUntil })
    },
  },
]

export const hoursAttempts: readonly Attempt[] = [
  ...nights,
  ...holidays,
  ...changes,
  ...late,
  ...scheduled,
  ...outlived,
]
