// One chain of an account's refusals: how its rows are written, and whether they hold. Pure.
import type { Instant, SubjectId } from '../../kernel/index.ts'
import { hmacSha256 } from '../../vault/index.ts'
import { type SuppressionScope, widerScope } from '../consent.ts'
import { isSameMac, macOctets } from './guard-macs.ts'
import type { LogRow, SuppressionRow } from './suppression-log-store.ts'

/** What a change says of a number: the scope that stands from then on, or that none does. */
export const scopeCodes = { marketing: 1, relational: 2, all: 3 } as const
const goneCode = 4
/** Of the MAC of a row that allowed something: it was taken back, and allows nothing any more. */
const endedCode = 5
export const isEnded = (code: number): boolean => code === endedCode
const scopeOfCode = [null, 'marketing', 'relational', 'all', null] as const

export const scopeOf = (code: number): SuppressionScope | null => scopeOfCode[code] ?? null

export const chainOf = (tag: Uint8Array): number => (tag[0] as number) >> 4

/**
 * Of all rows that allow something to one person: by the last digit of their id, which is random.
 */
export const chainOfPerson = (subjectId: SubjectId): number =>
  Number.parseInt(subjectId.slice(-1), 16)

const tagOctets = 16
const changeOctets = tagOctets + 3

export type Change = { tag: Uint8Array; scope: SuppressionScope | null; month: number }

/**
 * A row that allowed something, by its MAC; `month`: the last one in which it would have counted.
 */
export type Ending = { mac: Uint8Array; month: number; isEnded: boolean }

export function writeChanges(changes: readonly Change[], endings: readonly Ending[] = []): Buffer {
  const octets = Buffer.alloc((changes.length + endings.length) * changeOctets)
  let at = 0
  const write = (tag: Uint8Array, code: number, month: number) => {
    octets.set(tag, at)
    octets[at + tagOctets] = code
    octets.writeUInt16BE(month, at + tagOctets + 1)
    at += changeOctets
  }
  for (const { tag, scope, month } of changes) {
    write(tag, scope === null ? goneCode : scopeCodes[scope], month)
  }
  for (const { mac, month, isEnded } of endings) write(mac, isEnded ? endedCode : goneCode, month)
  return octets
}

/** `tag` is a view that is good until the next one. */
export function eachChange(
  octets: Buffer,
  take: (tag: Buffer, code: number, month: number) => void,
): void {
  for (let at = 0; at + changeOctets <= octets.length; at += changeOctets) {
    const tag = octets.subarray(at, at + tagOctets)
    take(tag, octets[at + tagOctets] as number, octets.readUInt16BE(at + tagOctets + 1))
  }
}

const noMac = Buffer.alloc(macOctets)

/** `before`: the MAC of the row before it; a snapshot stands for itself. */
export function logMac(key: Uint8Array, row: Omit<LogRow, 'mac'>, before: Uint8Array): Buffer {
  const { chain, seq, is_snapshot, is_whole, changes } = row
  const head = Buffer.from(`${chain}\0${seq}\0${is_snapshot}\0${is_whole}\0`)
  const bound = is_snapshot ? noMac : before
  return hmacSha256(key, Buffer.concat([head, bound, changes]), macOctets)
}

/** Where a reader stands in a chain. */
export type ChainState = {
  /** The last row that holds. */
  seq: number
  mac: Buffer
  /** False: something was missing, and nobody has accepted it. */
  isWhole: boolean
  /** The rows do not lead to the head, or the head is older than what was seen. */
  isBroken: boolean
  /** The head as it was looked at last. */
  seen: number
}

export const newChain = (): ChainState => ({
  seq: 0,
  mac: noMac,
  isWhole: true,
  isBroken: false,
  seen: 0,
})

/**
 * Rows in order behind those that are known. Whatever holds is taken, so that a chain that breaks
 * still says what it can; `floor` is how far it had come according to somebody who has seen it.
 */
export function followChain(
  key: Uint8Array,
  chain: ChainState,
  { rows, head, floor }: { rows: readonly LogRow[]; head: Head; floor: number },
  take: (octets: Buffer) => void,
): void {
  let isBroken = chain.isBroken
  for (const row of rows) {
    const follows = row.is_snapshot ? row.seq > chain.seq : row.seq === chain.seq + 1 && !isBroken
    if (!follows || !isSameMac(logMac(key, row, chain.mac), row.mac)) {
      isBroken = true
      continue
    }
    // A snapshot begins the chain anew, also one that was broken.
    if (row.is_snapshot) isBroken = false
    chain.seq = row.seq
    chain.mac = row.mac
    chain.isWhole = row.is_snapshot ? row.is_whole : chain.isWhole && row.is_whole
    take(row.changes)
  }
  const reaches = chain.seq > head.seq || (chain.seq === head.seq && isHead(chain, head))
  chain.isBroken = isBroken || !reaches || chain.seq < floor
}

export type Head = { seq: number; mac: Uint8Array }
export const noHead: Head = { seq: 0, mac: noMac }

/** Of a chain that has no row yet nothing is held. */
export const isHead = ({ seq, mac }: Pick<ChainState, 'seq' | 'mac'>, head: Head): boolean =>
  seq === head.seq && (seq === 0 || isSameMac(mac, head.mac))

/**
 * All that anybody says stands on a number: of what the rows of the log and the table say of it the
 * wider counts. Only a change that takes an objection back takes it back.
 */
export function unionOf(rows: readonly LogRow[], table: readonly SuppressionRow[]): Change[] {
  const held = new Map<string, Change>()
  for (const { changes } of rows) {
    eachChange(changes, (tag, code, month) => {
      if (code === endedCode) return
      const name = tag.toString('hex')
      const scope = scopeOf(code)
      if (scope === null) held.delete(name)
      else held.set(name, { tag: Buffer.from(tag), scope, month })
    })
  }
  for (const { tag, scope, month } of table) {
    const name = tag.toString('hex')
    const before = held.get(name)
    const wider = before?.scope == null ? scope : widerScope(before.scope, scope)
    held.set(name, { tag, scope: wider, month: Math.max(month, before?.month ?? 0) })
  }
  return [...held.values()].sort((a, b) => Buffer.compare(a.tag, b.tag))
}

/** The rows that stay ended. What would have run out before `month` is let go of. */
export function endingsOf(rows: readonly LogRow[], sinceMonth: number): Ending[] {
  const held = new Map<string, Ending>()
  for (const { changes } of rows) {
    eachChange(changes, (tag, code, month) => {
      const name = tag.toString('hex')
      if (code !== endedCode) held.delete(name)
      else if (month >= sinceMonth) held.set(name, { mac: Buffer.from(tag), month, isEnded: true })
    })
  }
  return [...held.values()].sort((a, b) => Buffer.compare(a.mac, b.mac))
}

/** Months since January 1970 of an instant. */
export function monthOfInstant(at: Instant): number {
  const day = new Date(at)
  const months = (day.getUTCFullYear() - 1970) * 12 + day.getUTCMonth()
  return Math.min(Math.max(months, 0), 0xffff)
}
