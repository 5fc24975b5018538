// The bill of a text for an audience: each different message is planned once,
// for all who get it alike.
import type { ContactId } from '../../kernel/index.ts'
import {
  type CountryPlan,
  type MergeField,
  type Refusal,
  refusalOfText,
  refusals,
  render,
  type SendOrder,
  segmentsPerMessageMax,
  textFactsOf,
} from '../../sending/index.ts'
import { turnOver } from '../../storage/index.ts'
import { planSegments, type SegmentPlan } from '../../wire/index.ts'
import { type Alike, type Audience, valuesOf } from './audience.ts'

export type Extreme = { contactId: ContactId; segments: number; units: number }
export type Character = { character: string; messages: number; fromTheText: boolean }

export type Count = {
  receive: number
  segments: number
  costMicroEur: number
  encodings: { gsm7: number; ucs2: number }
  leftOut: { refusal: Refusal; people: number }[]
  segmentCounts: { segments: number; messages: number }[]
  characters: Character[]
  /**
   * Different first and last names, as the text uses them, that alone make a text travel in UCS-2.
   */
  namesInUcs2: number
  shortest: Extreme | null
  longest: Extreme | null
  /** Some of those whose text travels in UCS-2. */
  inUcs2: ContactId[]
}

/** Messages planned between two looks at what else the program has to do. */
const turn = 2_000
/** At most this many different characters are told, and people whose text is in UCS-2. */
const charactersMax = 20
const inUcs2Max = 50

/** `planOf` has the plan of each country that is in the audience. */
export async function countParts(
  audience: Audience,
  order: SendOrder,
  planOf: (country: string) => CountryPlan,
): Promise<Count> {
  const sums = new Sums(audience, order)
  let done = 0
  for (const one of byMessage(audience, planOf)) {
    sums.add(one, planOf(one.country))
    done += 1
    if (done % turn === 0) await turnOver()
  }
  return sums.count()
}

/** Those who get the same text by their names and fields as it uses them, put together. */
function byMessage(audience: Audience, planOf: (country: string) => CountryPlan): Iterable<Alike> {
  const together = new Map<string, Alike>()
  for (const one of audience.all()) {
    const used = fieldsOf(planOf(one.country))
    const first = used.has('first_name') ? one.firstShape : ''
    const last = used.has('last_name') ? one.lastShape : ''
    const key = `${one.country} ${first}\u0000${last}\u0000${one.customShape}`
    const known = together.get(key)
    if (known === undefined) together.set(key, { ...one })
    else known.people += one.people
  }
  return together.values()
}

function fieldsOf({ pieces }: CountryPlan): ReadonlySet<MergeField> {
  return new Set(
    pieces.flatMap((piece) =>
      typeof piece === 'string' || 'custom' in piece ? [] : [piece.field],
    ),
  )
}

/** How it travels, or what stands against it. */
function cutOf(one: Alike, plan: CountryPlan, order: SendOrder): SegmentPlan | Refusal {
  const { text, fieldEmpty } = render(plan.pieces, valuesOf(one))
  const refusal = refusalOfText(textFactsOf(order, plan, text))
  if (refusal !== null) return refusal
  if (fieldEmpty) return 'merge_field_empty'
  const cut = planSegments(text, plan.route?.concatenation ?? 'udh8', plan.route?.shiftTables)
  return cut.segments > segmentsPerMessageMax ? 'text_too_long' : cut
}

class Sums {
  readonly #order: SendOrder
  readonly #leftOut: Map<Refusal, number>
  readonly #segmentCounts = new Map<number, number>()
  readonly #characters = new Map<string, Character>()
  readonly #count = {
    receive: 0,
    segments: 0,
    costMicroEur: 0,
    encodings: { gsm7: 0, ucs2: 0 },
    namesInUcs2: 0,
    shortest: null as Extreme | null,
    longest: null as Extreme | null,
    inUcs2: [] as ContactId[],
  }

  constructor(audience: Audience, order: SendOrder) {
    this.#order = order
    this.#leftOut = new Map(audience.leftOut)
  }

  add(one: Alike, plan: CountryPlan): void {
    const { people } = one
    const cut = cutOf(one, plan, this.#order)
    if (typeof cut === 'string') {
      this.#leftOut.set(cut, (this.#leftOut.get(cut) ?? 0) + people)
      return
    }
    const count = this.#count
    count.receive += people
    count.segments += cut.segments * people
    count.costMicroEur += cut.segments * plan.microEurPerSegment * people
    count.encodings[cut.encoding] += people
    const { segments } = cut
    this.#segmentCounts.set(segments, (this.#segmentCounts.get(segments) ?? 0) + people)
    this.#addExtremes(one, cut)
    if (cut.encoding === 'ucs2') this.#addUcs2(one, cut)
  }

  #addExtremes({ contactId }: Alike, { segments, units }: SegmentPlan): void {
    const one = { contactId, segments, units }
    const { shortest, longest } = this.#count
    if (shortest === null || isShorter(one, shortest)) this.#count.shortest = one
    if (longest === null || isShorter(longest, one)) this.#count.longest = one
  }

  #addUcs2({ contactId, people }: Alike, { offendingCharacters }: SegmentPlan): void {
    const count = this.#count
    if (count.inUcs2.length < inUcs2Max) count.inUcs2.push(contactId)
    let isOfName = true
    for (const { character } of offendingCharacters) {
      const fromTheText = this.#order.text.includes(character)
      if (fromTheText) isOfName = false
      const known = this.#characters.get(character)
      if (known !== undefined) known.messages += people
      else if (this.#characters.size < charactersMax) {
        this.#characters.set(character, { character, messages: people, fromTheText })
      }
    }
    if (isOfName) count.namesInUcs2 += 1
  }

  count(): Count {
    return {
      ...this.#count,
      leftOut: refusals.flatMap((refusal) => {
        const people = this.#leftOut.get(refusal)
        return people === undefined ? [] : [{ refusal, people }]
      }),
      segmentCounts: [...this.#segmentCounts]
        .map(([segments, messages]) => ({ segments, messages }))
        .sort((a, b) => a.segments - b.segments),
      characters: [...this.#characters.values()].sort((a, b) => b.messages - a.messages),
    }
  }
}

/** By what is paid first, then by what is read. */
const isShorter = (a: Extreme, b: Extreme): boolean =>
  a.segments < b.segments || (a.segments === b.segments && a.units < b.units)
