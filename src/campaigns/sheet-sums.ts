// Adds up a check sheet, person by person. Pure.
import { type PersonStatus, personStatuses, type StatusCount } from '../contacts/contract.ts'
import type { CountryCode } from '../countries/index.ts'
import type { Instant } from '../kernel/index.ts'
import { refusals } from '../sending/contract.ts'
import { type Assessed, endOfHold, type Refusal, statusOfRefusal } from '../sending/index.ts'

type Hours = { messages: number; zone: string; opensAt: Instant; closesAt: Instant | null }
type Ucs2 = { character: string; messages: number; fromTheText: boolean }

/** At most this many different characters are told; the rest say no more. */
const charactersMax = 20

export class SheetSums {
  receive = 0
  segments = 0
  costMicroEur = 0
  /** Erased between the list and the sheet: no longer on the list, and told apart. */
  gone = 0
  /** Numbers that no longer work, to which an alert is sent all the same. */
  dead = 0
  /** Among those who receive it: it waits, since nobody can say whether they have objected. */
  unknown = 0
  readonly encodings = { gsm7: 0, ucs2: 0 }
  readonly #leftOut = new Map<Refusal, number>()
  readonly #leftOutIn = new Map<Refusal, Set<CountryCode>>()
  readonly #segmentCounts = new Map<number, number>()
  readonly #hours = new Map<string, Hours>()
  readonly #characters = new Map<string, Ucs2>()
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  add(assessed: Assessed, at: Instant): void {
    const { verdict } = assessed.gate
    if (verdict.kind === 'refused') {
      const { refusal } = verdict
      this.#leftOut.set(refusal, (this.#leftOut.get(refusal) ?? 0) + 1)
      const countries = this.#leftOutIn.get(refusal) ?? new Set()
      this.#leftOutIn.set(refusal, countries.add(assessed.plan.country))
      return
    }
    this.receive += 1
    if (assessed.isDead) this.dead += 1
    this.segments += assessed.segments
    this.costMicroEur += assessed.microEur
    this.encodings[assessed.encoding] += 1
    const { segments } = assessed
    this.#segmentCounts.set(segments, (this.#segmentCounts.get(segments) ?? 0) + 1)
    this.#addCharacters(assessed)
    const ends = verdict.kind === 'held' ? endOfHold(verdict.hold, verdict.until) : at
    if (ends === null) this.unknown += 1
    this.#addHours(assessed, ends ?? at)
  }

  /** Who receives it and who is left out, for whichever reason: the figures add up. */
  get people(): number {
    return this.receive + this.leftOut().reduce((sum, { people }) => sum + people, 0)
  }

  #addCharacters(assessed: Assessed): void {
    for (const { character } of assessed.offending) {
      const known = this.#characters.get(character)
      if (known !== undefined) known.messages += 1
      else if (this.#characters.size < charactersMax) {
        const fromTheText = this.#text.includes(character)
        this.#characters.set(character, { character, messages: 1, fromTheText })
      }
    }
  }

  #addHours(assessed: Assessed, leavesAt: Instant): void {
    const { person, window } = assessed
    const opensAt = Math.max(leavesAt, window?.opensAt ?? leavesAt)
    const known = this.#hours.get(person.territory)
    if (known === undefined) {
      this.#hours.set(person.territory, {
        messages: 1,
        zone: person.zone,
        opensAt,
        closesAt: window?.closesAt ?? null,
      })
      return
    }
    known.messages += 1
    known.opensAt = Math.min(known.opensAt, opensAt)
  }

  leftOut(): { refusal: Refusal; people: number }[] {
    return refusals.flatMap((refusal) => {
      const people = this.#leftOut.get(refusal)
      return people === undefined ? [] : [{ refusal, people }]
    })
  }

  /** In which countries people are left out for one of these reasons. */
  countriesOf(refusals: readonly string[]): CountryCode[] {
    const found = [...this.#leftOutIn].filter(([refusal]) => refusals.includes(refusal))
    return [...new Set(found.flatMap(([, countries]) => [...countries]))].sort()
  }

  /** Each person once, by what is true of them; whom only this message leaves out can receive. */
  statuses(): StatusCount[] {
    const { receive, unknown, gone } = this
    return statusesOf({ receive, unknown, leftOut: this.leftOut(), gone })
  }

  characters(): Ucs2[] {
    return [...this.#characters.values()].sort((a, b) => b.messages - a.messages)
  }

  segmentCounts(): { segments: number; messages: number }[] {
    return [...this.#segmentCounts]
      .map(([segments, messages]) => ({ segments, messages }))
      .sort((a, b) => a.segments - b.segments)
  }

  hours(): (Hours & { territory: string })[] {
    return [...this.#hours]
      .map(([territory, hours]) => ({ territory, ...hours }))
      .sort((a, b) => b.messages - a.messages)
  }
}

export function statusesOf(sums: {
  receive: number
  leftOut: readonly { refusal: Refusal; people: number }[]
  gone: number
  unknown?: number
}): StatusCount[] {
  const { receive, gone, unknown = 0 } = sums
  const counts = new Map<PersonStatus, number>([
    ['can_receive', receive - unknown],
    ['checked', unknown],
    ['erased', gone],
  ])
  for (const { refusal, people } of sums.leftOut) {
    const status = statusOfRefusal(refusal)
    counts.set(status, (counts.get(status) ?? 0) + people)
  }
  return personStatuses.flatMap((status) => {
    const people = counts.get(status) ?? 0
    return people === 0 ? [] : [{ status, people }]
  })
}

/** Hours a day that a campaign may run where the day has an end. */
const dayMs = 86_400_000

/**
 * When the last part leaves at the route's rate, within the hours of the place with most people. A
 * day that is too short goes on the next; holidays in between are not foreseen.
 */
export function endOf(input: {
  startsAt: Instant
  closesAt: Instant | null
  segments: number
  ratePerSecond: number | null
}): Instant {
  const neededMs = input.ratePerSecond === null ? 0 : (input.segments / input.ratePerSecond) * 1_000
  if (input.closesAt === null || input.startsAt + neededMs <= input.closesAt) {
    return input.startsAt + neededMs
  }
  const firstDayMs = Math.max(0, input.closesAt - input.startsAt)
  const fullDayMs = Math.max(firstDayMs, 12 * 3_600_000)
  const restMs = neededMs - firstDayMs
  const days = Math.ceil(restMs / fullDayMs)
  return input.closesAt - fullDayMs + days * dayMs + (restMs - (days - 1) * fullDayMs)
}
