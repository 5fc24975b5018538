// The archive of changes: sealed pieces of a line beside the backups, and how they join on.
import { readdirSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../kernel/index.ts'
import type { Lsn } from '../storage/index.ts'

/** What its name says, which its key is derived from: another name is another key. */
export type Piece = {
  path: string
  name: string
  from: Lsn
  to: Lsn
  /** All that was committed before it stands in this piece or in an earlier one; 0: not known. */
  at: Instant
  /** Made of many: it stays as it is. */
  isJoined: boolean
}

const linePattern = /^changes-([0-9a-f]{16})$/
const piecePattern = /^([0-9a-f]{16})-([0-9a-f]{16})-(\d{13})-([pj])([0-9a-f]{8})\.sealed$/
export const unfinishedPiece = /^\.new-/

export const lineFolder = (folder: string, line: string): string => join(folder, `changes-${line}`)

export function pieceName(
  facts: Pick<Piece, 'from' | 'to' | 'at' | 'isJoined'>,
  chance: Uint8Array,
): string {
  const hex = (at: Lsn): string => at.toString(16).padStart(16, '0')
  const salt = Buffer.from(chance).toString('hex')
  const at = String(facts.at).padStart(13, '0')
  return `${hex(facts.from)}-${hex(facts.to)}-${at}-${facts.isJoined ? 'j' : 'p'}${salt}.sealed`
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

export const linesIn = (folder: string): string[] =>
  namesIn(folder).flatMap((name) => linePattern.exec(name)?.[1] ?? [])

/** By where they begin; of two that begin together the longer one first. */
export function piecesOf(folder: string, line: string): Piece[] {
  const own = lineFolder(folder, line)
  const found = namesIn(own).flatMap((name): Piece[] => {
    const [, from = '', to = '', at, kind] = piecePattern.exec(name) ?? []
    if (at === undefined) return []
    const ends = { from: BigInt(`0x${from}`), to: BigInt(`0x${to}`) }
    return [{ path: join(own, name), name, ...ends, at: Number(at), isJoined: kind === 'j' }]
  })
  return found.sort((one, other) => order(one.from, other.from) || order(other.to, one.to))
}

const order = (one: Lsn, other: Lsn): number => (one < other ? -1 : one > other ? 1 : 0)

/** What pieces take on the disk. Each is asked for once: it never changes. */
export class PieceSizes {
  #known = new Map<string, number>()

  async of(pieces: readonly Piece[]): Promise<number> {
    const now = new Map<string, number>()
    for (const { path } of pieces) now.set(path, this.#known.get(path) ?? (await sizeOf(path)))
    this.#known = now
    return [...now.values()].reduce((sum, octets) => sum + octets, 0)
  }
}

/** One that is gone was joined into another one meanwhile. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

export type Chain = {
  pieces: Piece[]
  /** Up to where nothing is missing. */
  to: Lsn
  /** There are pieces behind a gap, so one is missing. */
  isBroken: boolean
}

/** Those that follow on `from` without a gap. */
export function chainFrom(pieces: readonly Piece[], from: Lsn): Chain {
  const chain: Piece[] = []
  let to = from
  let best: Piece | null = null
  for (const piece of pieces) {
    if (piece.from > to) {
      if (best === null) break
      chain.push(best)
      to = best.to
      best = null
      if (piece.from > to) break
    }
    if (piece.to > (best?.to ?? to)) best = piece
  }
  if (best !== null) {
    chain.push(best)
    to = best.to
  }
  return { pieces: chain, to, isBroken: pieces.some((piece) => piece.to > to) }
}

/** What no backup needs that is kept for its changes. */
export function removePieces(folder: string, needed: ReadonlyMap<string, Lsn>): void {
  for (const line of linesIn(folder)) {
    const since = needed.get(line)
    const own = lineFolder(folder, line)
    if (since === undefined) rmSync(own, { recursive: true, force: true })
    else {
      for (const piece of piecesOf(folder, line)) {
        if (piece.to <= since) rmSync(piece.path, { force: true })
      }
    }
  }
}
