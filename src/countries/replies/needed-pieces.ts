// The pieces of text of which some must be there before a pattern can match.
import { type Part, textEnds } from './read-pattern.ts'

/** Pieces of which one must stand in the text, or all or any of several such needs. */
export type Needed =
  | { kind: 'pieces'; pieces: readonly string[]; worth: number }
  | { kind: 'all' | 'any'; needs: readonly Needed[]; worth: number }

/** Null: nothing is known, and the pattern is to be asked. */
export type Need = Needed | null

/**
 * One way to come through a part: what it needs, and how the text ends behind it. The ends are
 * pieces that go on growing, or one of `starts`, behind which new ones begin.
 */
type Way = { need: Need; ends: Ends }
type Ends = readonly string[]

const atWord: Ends = [' ']
const atBegin: Ends = [textEnds['^']]
const nowhere: Ends = ['']
const starts = [atWord, atBegin, nowhere]
const isGrowing = (ends: Ends) => !starts.includes(ends)

/** More would be sharper by next to nothing, and take longer to find out and to ask for. */
const limits = { growing: 4, needed: 4 }

/** Without which no match of the pattern can be. */
export function needOf(part: Part | null): Need {
  return part === null ? null : anyOf(waysOf(part, nowhere, '').map(closed))
}

/** `after` is what follows at once, where that is known. */
function waysOf(part: Part, ends: Ends, after = ''): readonly Way[] {
  switch (part.kind) {
    case 'letters':
      return [{ need: null, ends: behind(ends, part.letters) }]
    case 'one':
      if (part.of === null) return [{ need: oneOf(ends), ends: nowhere }]
      return waysOf({ kind: 'words', full: part.of, begun: [] }, ends, after)
    case 'words':
      return waysOfWords(part, ends, after)
    case 'row':
      return waysOfRow(part.parts, ends, after)
    case 'either':
      return waysOfEither(part, ends, after)
    case 'repeated':
      return waysOfRepeated(part, ends)
    case 'look':
      return [waysOfLook(part, ends)]
    case 'shared':
      return waysOfShared(part, ends)
  }
}

function behind(ends: Ends, letters: string): Ends {
  const start = ends === nowhere ? starts.find(([one]) => one === letters) : undefined
  return start ?? ends.map((end) => grown(end, letters))
}

/** The text has one beginning and one end, however often a pattern asks for them: "^^", "$$". */
const grown = (end: string, letters: string) =>
  /[\x02\x03]$/.test(end) && letters.startsWith(end.slice(-1))
    ? end + letters.slice(1)
    : end + letters

const isMuch = (choices: number, ends: Ends) =>
  isGrowing(ends) && choices * ends.length > limits.growing

/** The part as if nothing were known of the text before it, which is needed besides. */
const anew = (part: Part, ends: Ends, after = '') =>
  onWith(oneOf(ends), waysOf(part, lastOf(ends), after))

const onWith = (need: Need, ways: readonly Way[]): readonly Way[] =>
  need === null ? ways : ways.map((way) => ({ need: allOf(need, way.need), ends: way.ends }))

type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>

function waysOfWords(part: PartOf<'words'>, ends: Ends, after: string): readonly Way[] {
  const { full, begun } = part
  if (isMuch(full.length + begun.length, ends)) return anew(part, ends, after)
  const grownBy = (words: readonly string[]) => words.flatMap((word) => behind(ends, word))
  const isFew = full.length * ends.length <= limits.growing
  const ways: Way[] = isFew && full.length > 0 ? [{ need: null, ends: grownBy(full) }] : []
  const spaced = isFew ? [] : full.filter((word) => word.endsWith(' '))
  const others = isFew ? [] : full.filter((word) => !word.endsWith(' '))
  const closedUp = (words: readonly string[]) => grownBy(words.map((word) => word + after))
  if (spaced.length > 0) ways.push({ need: oneOf(closedUp(spaced)), ends: atWord })
  if (others.length + begun.length > 0) {
    ways.push({ need: oneOf([...closedUp(others), ...grownBy(begun)]), ends: nowhere })
  }
  return ways
}

function waysOfRow(parts: readonly Part[], before: Ends, after: string): readonly Way[] {
  let ways: readonly Way[] = [{ need: null, ends: before }]
  for (const [index, part] of parts.entries()) {
    const next = index + 1 < parts.length ? lettersOf(parts[index + 1]) : after
    ways = merged(ways.flatMap((way) => onWith(way.need, waysOf(part, way.ends, next))))
  }
  return ways
}

/** What it begins with; seen ahead it does as well. */
function lettersOf(part: Part | undefined): string {
  if (part?.kind === 'letters') return part.letters
  return part?.kind === 'look' && part.isAhead && part.isThere ? lettersOf(part.part) : ''
}

function waysOfEither(part: PartOf<'either'>, ends: Ends, after: string): readonly Way[] {
  if (isMuch(part.parts.length, ends)) return anew(part, ends, after)
  const isFew = part.parts.length <= limits.growing || after === ''
  const letters: Part = { kind: 'letters', letters: after }
  const look: Part = { kind: 'look', part: letters, isAhead: true, isThere: true }
  const each = part.parts.map((one): Part => (isFew ? one : { kind: 'row', parts: [one, look] }))
  return merged(each.flatMap((one) => waysOf(one, ends)))
}

function waysOfRepeated(part: PartOf<'repeated'>, ends: Ends): readonly Way[] {
  if (part.max <= 1) {
    const once = waysOf(part.part, ends)
    return part.min === 0 ? merged([{ need: null, ends }, ...once]) : once
  }
  if (isGrowing(ends)) return anew(part, ends)
  const need = part.min === 0 ? null : anyOf(waysOf(part.part, ends).map(closed))
  return [{ need, ends: endsInSpace(part, ends === atWord) ? atWord : nowhere }]
}

/** Whether a word begins behind it, where one did before it or did not. */
function endsInSpace(part: Part, before: boolean): boolean {
  switch (part.kind) {
    case 'letters':
      return part.letters.endsWith(' ')
    case 'one':
      return false
    case 'words':
      return part.begun.length === 0 && part.full.every((word) => word.endsWith(' '))
    case 'row':
      return part.parts.reduce((isSo, one) => endsInSpace(one, isSo), before)
    case 'either':
      return part.parts.every((one) => endsInSpace(one, before))
    case 'repeated':
      return (part.min > 0 || before) && endsInSpace(part.part, before)
    case 'look':
      return before
    case 'shared':
      return endsInSpace(part.part, before)
  }
}

/** What is seen ahead goes on from here; what is seen behind began anywhere. */
function waysOfLook(part: PartOf<'look'>, ends: Ends): Way {
  if (!part.isThere) return { need: null, ends }
  const seen = waysOf(part.part, part.isAhead ? ends : nowhere)
  return { need: anyOf(seen.map(closed)), ends }
}

const waysAtWord = new WeakMap<Part, readonly Way[]>()

/** A class of words is found out once for all phrases that hold it behind a space. */
function waysOfShared(part: PartOf<'shared'>, ends: Ends): readonly Way[] {
  if (lastOf(ends) !== atWord) return waysOf(part.part, ends)
  const ways = waysAtWord.get(part) ?? waysOf(part.part, atWord)
  waysAtWord.set(part, ways)
  return onWith(oneOf(ends), ways)
}

/** As few ways as tell as much: those that end alike are one. */
function merged(ways: readonly Way[]): readonly Way[] {
  if (ways.length <= 1) return ways
  const growing = growingOf(ways)
  const result = growing === null ? [] : [growing]
  for (const start of starts) {
    const needs: Need[] = []
    for (const way of ways) {
      if (growing !== null && isGrowing(way.ends)) continue
      if (lastOf(way.ends) === start) needs.push(closed(way))
    }
    if (needs.length > 0) result.push({ need: anyOf(needs), ends: start })
  }
  return result
}

/** Those whose pieces grow on, as one; null where they are too many, or need other things. */
function growingOf(ways: readonly Way[]): Way | null {
  let need: Need = null
  const ends: string[] = []
  for (const way of ways) {
    if (!isGrowing(way.ends)) continue
    if (ends.length > 0 && (need !== null || way.need !== null)) return null
    need = way.need
    for (const end of way.ends) if (!ends.includes(end)) ends.push(end)
    if (ends.length > limits.growing) return null
  }
  return ends.length === 0 ? null : { need, ends }
}

/** What is needed where the text may go on in any way. */
const closed = ({ need, ends }: Way): Need => allOf(need, oneOf(ends))

/** Where new pieces begin behind those that grow no more. */
function lastOf(ends: Ends): Ends {
  if (!isGrowing(ends)) return ends
  return ends.every((end) => end.endsWith(' ')) ? atWord : nowhere
}

function oneOf(ends: Ends): Need {
  return isGrowing(ends) && ends.every(isPiece) ? piecesOf(ends) : null
}

/** In the middle of a word a letter or two are in any sentence, and so is the end of one. */
const isPiece = (end: string) =>
  end.length > 3 || (/[a-z0-9]/.test(end) && (end.length === 3 || beginsWord(end[0])))

/** A piece that begins so begins with a word. */
export const beginsWord = (first: string | undefined): boolean =>
  first === ' ' || first === textEnds['^']

/** Few long pieces are worth most: they are seldom there. */
function piecesOf(pieces: readonly string[]): Needed {
  const shortest = pieces.reduce((least, { length }) => Math.min(least, length), 99)
  return { kind: 'pieces', pieces, worth: shortest - pieces.length / 4 }
}

function allOf(one: Need, other: Need): Need {
  if (one === null || other === null) return one ?? other
  const needs = [...partsOf('all', one), ...partsOf('all', other)]
  needs.sort((a, b) => b.worth - a.worth)
  if (needs.length > limits.needed) needs.length = limits.needed
  return { kind: 'all', needs, worth: needs[0]?.worth ?? 0 }
}

function anyOf(needs: readonly Need[]): Need {
  if (needs.length <= 1) return needs[0] ?? null
  const pieces: string[] = []
  const any: Needed[] = []
  for (const need of needs) {
    if (need === null) return null
    if (need.kind === 'pieces') pieces.push(...need.pieces)
    else any.push(...partsOf('any', need))
  }
  if (pieces.length > 0) any.unshift(piecesOf(pieces))
  if (any.length === 1) return any[0] ?? null
  const least = any.reduce((worth, need) => Math.min(worth, need.worth), 99)
  return { kind: 'any', needs: any, worth: least - any.length / 4 }
}

const partsOf = (kind: 'all' | 'any', need: Needed) => (need.kind === kind ? need.needs : [need])
