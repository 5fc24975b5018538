// Marks beside the keys, written before sending: how many slices of each bind have been sent.
import type { AccountId, Instant } from '../../kernel/index.ts'
import {
  dropMarkJournals,
  type MarkJournal,
  openMarkJournal,
  readMarkJournals,
} from '../../vault/index.ts'

/** A bind, or the moments that pass: a place whose count only grows. */
export type MarkPlace = { routeId: string; bind: number }
/** The place that moves by itself every few seconds. */
export const momentPlace: MarkPlace = {
  routeId: '00000000-0000-0000-0000-000000000000',
  bind: 0,
}

/**
 * Its place while something is held: the other one stands still then, since a database that is
 * behind would count over again. This one goes on from where the marks end as the hold begins.
 */
export const heldMomentPlace: MarkPlace = { ...momentPlace, bind: 1 }

export const isSamePlace = (one: MarkPlace, other: MarkPlace): boolean =>
  keyOf(one) === keyOf(other)

export type LeftMark = MarkPlace & {
  claims: number
  at: Instant
  /** How many messages of each account leave with this slice. */
  messages: ReadonlyMap<AccountId, number>
}

export interface LeftMarks {
  /** False: this or more was seen of the place before, so that the database went back in time. */
  follows(place: MarkPlace, claims: number): boolean
  /** Resolves once it is on disk: before that not an octet of the slice leaves. */
  keep(mark: LeftMark): Promise<void>
  close(): Promise<void>
}

type Line = { r: string; b: number; c: number; t: Instant; n?: Record<string, number> }

const prefix = 'left-'
/** Some ten thousand slices; the file before it is kept too. */
const octetsMax = 4 * 1024 * 1024
const forgottenAfterMs = 90 * 24 * 3_600_000

export function leftMarks(of: { keysFolder: string; nodeName: string }): LeftMarks {
  const { keysFolder, nodeName } = of
  let highest: Map<string, Line> | null = null
  let journal: MarkJournal | null = null
  const known = (): Map<string, Line> => {
    highest ??= highestOf(readMarks(keysFolder).lines)
    return highest
  }
  const open = (at: Instant): MarkJournal => {
    if (journal !== null) return journal
    const base = () => [...known().values()].map(({ n: _, ...line }) => line)
    journal = openMarkJournal(keysFolder, `${prefix}${nodeName}`, { octetsMax, base })
    // Whatever they came to is known now, and begins the next file.
    dropMarkJournals(keysFolder, prefix, at - forgottenAfterMs)
    return journal
  }
  return {
    follows: (place, claims) => {
      const before = known().get(keyOf(place))
      if (before !== undefined && claims <= before.c) return false
      known().set(keyOf(place), { r: place.routeId, b: place.bind, c: claims, t: before?.t ?? 0 })
      return true
    },
    keep: async ({ routeId, bind, claims, at, messages }) => {
      const line: Line = { r: routeId, b: bind, c: claims, t: at }
      if (messages.size > 0) line.n = Object.fromEntries(messages)
      await open(at).append(line)
      const before = known().get(keyOf({ routeId, bind }))
      if (before === undefined || before.c <= claims) known().set(keyOf({ routeId, bind }), line)
    },
    close: async () => {
      await journal?.close()
      journal = null
    },
  }
}

export const keyOf = ({ routeId, bind }: MarkPlace): string => `${routeId} ${bind}`

function highestOf(lines: readonly Line[]): Map<string, Line> {
  const highest = new Map<string, Line>()
  for (const line of lines) {
    const key = keyOf({ routeId: line.r, bind: line.b })
    const before = highest.get(key)
    if (before === undefined || line.c > before.c) highest.set(key, line)
  }
  return highest
}

export type ReadMarks = { lines: Line[]; isCopied: boolean; isEmpty: boolean }

export function readMarks(keysFolder: string): ReadMarks {
  const { lines, isCopied, isEmpty } = readMarkJournals(keysFolder, prefix)
  return { lines: lines.filter(isLine), isCopied, isEmpty }
}

function isLine(value: unknown): value is Line {
  const { r, b, c, t } = (value ?? {}) as Partial<Line>
  return typeof r === 'string' && [b, c, t].every((number) => Number.isSafeInteger(number))
}

export const leftPrefix = prefix

/** How the marks stand against what a database has counted. */
export type MarksAgainst = {
  isCopied: boolean
  isEmpty: boolean
  /** The count of each place that a database of today would have. */
  highest: (MarkPlace & { claims: number })[]
  beyond: {
    slices: number
    messages: number
    byAccount: Map<AccountId, number>
    from: Instant | null
    to: Instant | null
    /** Some slices are known by their count alone. */
    isAtLeast: boolean
  }
}

/**
 * Marks are read before the counts: a claim of a running node is counted first and marked then, so
 * that a count that is read later is never behind.
 */
export function marksAgainst(
  { lines, isCopied, isEmpty }: ReadMarks,
  counted: readonly (MarkPlace & { claims: number })[],
): MarksAgainst {
  const inDatabase = new Map(counted.map((place) => [keyOf(place), place.claims]))
  const highest = highestOf(lines)
  const byAccount = new Map<AccountId, number>()
  const told = new Map<string, Set<number>>()
  let from: Instant | null = null
  let to: Instant | null = null
  let messages = 0
  for (const { r, b, c, t, n } of lines) {
    const key = keyOf({ routeId: r, bind: b })
    if (c <= (inDatabase.get(key) ?? 0)) continue
    from = Math.min(from ?? t, t)
    to = Math.max(to ?? t, t)
    const seen = told.get(key) ?? new Set<number>()
    if (n === undefined || seen.has(c)) continue
    told.set(key, seen.add(c))
    for (const [accountId, count] of Object.entries(n)) {
      messages += count
      byAccount.set(accountId as AccountId, (byAccount.get(accountId as AccountId) ?? 0) + count)
    }
  }
  let slices = 0
  let isAtLeast = isCopied
  for (const [key, { c, r }] of highest) {
    if (r === momentPlace.routeId) continue
    const missing = Math.max(0, c - (inDatabase.get(key) ?? 0))
    slices += missing
    // A slice of which nothing left in the end has no line, so that this counts too many at most.
    if (missing > (told.get(key)?.size ?? 0)) isAtLeast ||= isCut(lines, key)
  }
  return {
    isCopied,
    isEmpty,
    highest: [...highest.values()].map(({ r, b, c }) => ({ routeId: r, bind: b, claims: c })),
    beyond: { slices, messages, byAccount, from, to, isAtLeast },
  }
}

/** Where the lines begin with what earlier ones came to, earlier ones are gone. */
function isCut(lines: readonly Line[], key: string): boolean {
  return lines.some(({ r, b, n }) => keyOf({ routeId: r, bind: b }) === key && n === undefined)
}
