// Who of a list may receive, told once whatever the text:
// counted by place and by the shape of names. Pure.
import type { CountryCode } from '../../countries/index.ts'
import type { ContactId, Instant } from '../../kernel/index.ts'
import type { Assessed, CustomPlace, MergeValues, Refusal } from '../../sending/index.ts'
import { itselfAlone, shapeOfCustom, shapeOfName } from './names-by-shape.ts'

/**
 * People in one country whose names and custom fields are alike; the values are those of the first
 * of them.
 */
export type Alike = {
  country: CountryCode
  first: string | undefined
  last: string | undefined
  firstShape: string
  lastShape: string
  custom: Readonly<Record<string, string>> | undefined
  customShape: string
  people: number
  /** The first of them, to be shown. */
  contactId: ContactId
}

/** More different names than this are not kept in memory. */
const namesKept = 200_000

export class Audience {
  readonly madeAt: Instant
  readonly #places: readonly CustomPlace[]
  readonly #kindsMax: number
  /** Receives it, as far as the text allows. */
  reached = 0
  /** Erased between the list and the look at it. */
  gone = 0
  /** More names than are kept: the figure cannot be told in advance. */
  isTooVaried = false
  readonly leftOut = new Map<Refusal, number>()
  readonly #alike = new Map<string, Alike>()

  /** `places`: where the text names custom fields. */
  constructor(madeAt: Instant, places: readonly CustomPlace[] = [], kindsMax = namesKept) {
    this.madeAt = madeAt
    this.#places = places
    this.#kindsMax = kindsMax
  }

  add({ person, gate, plan }: Assessed): void {
    const { verdict } = gate
    if (verdict.kind === 'refused') {
      this.leftOut.set(verdict.refusal, (this.leftOut.get(verdict.refusal) ?? 0) + 1)
      return
    }
    this.reached += 1
    const { firstName: first, lastName: last, custom } = person.fields
    const shapeOf = (plan.route?.shiftTables ?? []).length > 0 ? itselfAlone : shapeOfName
    const firstShape = shapeOf(first)
    const lastShape = shapeOf(last)
    const customShape = this.#places
      .map((place) => shapeOfCustom(place, custom?.[place.custom], shapeOf))
      .join('\u0000')
    const key = `${person.country} ${firstShape}\u0000${lastShape}\u0000${customShape}`
    const known = this.#alike.get(key)
    if (known !== undefined) known.people += 1
    else if (this.#alike.size >= this.#kindsMax || person.contactId === null)
      this.isTooVaried = true
    else {
      const { country, contactId } = person
      const names = { first, last, firstShape, lastShape }
      const kept = this.#places.length > 0 ? custom : undefined
      const one = { country, ...names, custom: kept, customShape, people: 1, contactId }
      this.#alike.set(key, one)
    }
  }

  all(): Iterable<Alike> {
    return this.#alike.values()
  }
}

export const valuesOf = ({
  first,
  last,
  custom,
}: Pick<Alike, 'first' | 'last' | 'custom'>): MergeValues => ({
  first_name: first,
  last_name: last,
  custom,
})
