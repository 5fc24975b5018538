// A regular expression read into its parts, as far as the patterns of replies are written.

export type Part =
  /** These characters, one behind the other. */
  | { kind: 'letters'; letters: string }
  /** One of these characters; null for one of many, or one that is not told. */
  | { kind: 'one'; of: readonly string[] | null }
  /** One of these, each in full; of the begun ones any letters may follow. */
  | { kind: 'words'; full: readonly string[]; begun: readonly string[] }
  | { kind: 'row'; parts: readonly Part[] }
  | { kind: 'either'; parts: readonly Part[] }
  | { kind: 'repeated'; part: Part; min: number; max: number }
  /** A part that stands in many patterns, read once for all of them. */
  | { kind: 'shared'; part: Part }
  /** Looked at ahead or behind, there or not there, and not taken. */
  | { kind: 'look'; part: Part; isAhead: boolean; isThere: boolean }

/** Where a text begins and ends, as if a letter stood there. */
export const textEnds = { '^': '\u0002', $: '\u0003' }

const nothing: Part = { kind: 'row', parts: [] }
const anyOne: Part = { kind: 'one', of: null }

/** A class of more characters than these is one of many. */
const classMax = 5

/**
 * Null where something stands in it that this reader does not know: references back, names, classes
 * of Unicode, and what only old browsers allowed. Whoever asks then knows nothing of the pattern.
 */
export function readPattern(
  source: string,
  shared: (char: string) => Part | null = () => null,
): Part | null {
  const reader: Reader = { source, at: 0, shared }
  const part = readEither(reader)
  return part !== null && reader.at === source.length ? part : null
}

type Reader = {
  readonly source: string
  at: number
  readonly shared: (char: string) => Part | null
}

function readEither(reader: Reader): Part | null {
  const parts: Part[] = []
  do {
    const row = readRow(reader)
    if (row === null) return null
    parts.push(row)
  } while (takes(reader, '|'))
  return parts.length === 1 ? (parts[0] ?? null) : { kind: 'either', parts }
}

function readRow(reader: Reader): Part | null {
  const parts: Part[] = []
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const one = readOne(reader)
    const part = one === null ? null : readTimes(reader, one)
    if (part === null) return null
    parts.push(part)
  }
  return parts.length === 1 ? (parts[0] ?? null) : { kind: 'row', parts }
}

/** Before each other: what begins a group, and what the group is. */
const groups = [
  ['(?:', null],
  ['(?=', { isAhead: true, isThere: true }],
  ['(?!', { isAhead: true, isThere: false }],
  ['(?<=', { isAhead: false, isThere: true }],
  ['(?<!', { isAhead: false, isThere: false }],
] as const

/** Plain letters up to the last that stands alone: what follows may repeat one of them. */
const plain = /[a-z0-9 ,_]+(?![*+?{])/y

function readOne(reader: Reader): Part | null {
  plain.lastIndex = reader.at
  const letters = plain.exec(reader.source)?.[0] ?? ''
  reader.at += letters.length
  if (letters !== '') return { kind: 'letters', letters }
  const char = reader.source[reader.at] ?? ''
  if (char === '(') return readGroup(reader)
  if (char === '[') return readClass(reader)
  if (char === '\\') return readEscaped(reader)
  if ('*+?{}]'.includes(char)) return null
  reader.at += 1
  const shared = reader.shared(char)
  if (shared !== null) return shared
  if (char === '^' || char === '$') return { kind: 'letters', letters: textEnds[char] }
  return char === '.' ? anyOne : { kind: 'letters', letters: char }
}

/** What most groups are, and read at once: "(?:sms|textos?|promo[a-z]*)". */
const plainGroup = (() => {
  const word = '[a-z0-9 ]+(?:\\?|\\[a-z\\]\\*)?'
  return new RegExp(`\\(\\?:(${word}(?:\\|${word})*)\\)`, 'y')
})()

function readWords(reader: Reader): Part | null {
  plainGroup.lastIndex = reader.at
  const [whole, inner] = plainGroup.exec(reader.source) ?? []
  if (whole === undefined || inner === undefined) return null
  reader.at += whole.length
  const full: string[] = []
  const begun: string[] = []
  for (const word of inner.split('|')) {
    if (word.endsWith('*')) begun.push(word.slice(0, -'[a-z]*'.length))
    else if (word.endsWith('?')) full.push(word.slice(0, -2), word.slice(0, -1))
    else full.push(word)
  }
  return { kind: 'words', full, begun }
}

function readGroup(reader: Reader): Part | null {
  const words = readWords(reader)
  if (words !== null) return words
  const begin = groups.find(([text]) => reader.source.startsWith(text, reader.at))
  if (begin === undefined && reader.source[reader.at + 1] === '?') return null
  const look = begin?.[1] ?? null
  reader.at += begin?.[0].length ?? 1
  const part = readEither(reader)
  if (part === null || !takes(reader, ')')) return null
  return look === null ? part : { kind: 'look', part, ...look }
}

const escapedKinds = new Set('dDwWsSnrtfv')
const escapedPlaces = new Set('bB')

function readEscaped(reader: Reader): Part | null {
  const char = reader.source[reader.at + 1] ?? ''
  reader.at += 2
  if (escapedPlaces.has(char)) return nothing
  if (escapedKinds.has(char)) return anyOne
  return /[^\p{L}\p{N}]/u.test(char) ? { kind: 'letters', letters: char } : null
}

function readClass(reader: Reader): Part | null {
  const found = /\[(\^?)((?:[^\]\\]|\\.)*)\]/y
  found.lastIndex = reader.at
  const [whole, not, inner = ''] = found.exec(reader.source) ?? []
  if (whole === undefined) return null
  reader.at += whole.length
  const isPlain = not === '' && inner !== '' && !/[-\\\ud800-\udfff]/.test(inner)
  return isPlain && inner.length <= classMax ? { kind: 'one', of: [...inner] } : anyOne
}

/** How often what stands before may be there. */
function readTimes(reader: Reader, part: Part): Part | null {
  if (!'*+?{'.includes(reader.source[reader.at] ?? ' ')) return part
  const times = /[*+?]|\{(\d+)(,?)(\d*)\}/y
  times.lastIndex = reader.at
  const [whole, from, comma, to] = times.exec(reader.source) ?? []
  if (whole === undefined) return null
  // Only old browsers repeat what is looked at.
  if (part.kind === 'look' || part === nothing) return null
  reader.at += whole.length
  takes(reader, '?')
  const min = whole === '*' || whole === '?' ? 0 : Number(from ?? 1)
  const most = comma === ',' ? Number(to === '' ? Number.POSITIVE_INFINITY : to) : min
  const max = whole === '?' ? 1 : whole === '*' || whole === '+' ? Number.POSITIVE_INFINITY : most
  return { kind: 'repeated', part, min, max }
}

function takes(reader: Reader, char: string): boolean {
  const isThere = reader.source[reader.at] === char
  if (isThere) reader.at += 1
  return isThere
}
