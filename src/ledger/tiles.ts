// The C2SP tlog-tiles layout: hashes in tiles of 256, entries in bundles,
// the rightmost ones partial.
import { assert } from '../kernel/index.ts'
import { joinBytes, type Sha256 } from './hash.ts'
import { appendLeaves, emptyFrontier, type Frontier, foldSubtrees, type Subtree } from './tree.ts'

export const tileWidth = 256
export const hashOctets = 32
/** An entry's length is written on 16 bits. */
export const entryOctetsMax = 65_535

/** `tile/0/x001/067` or `tile/0/x001/067.p/12`; the level of bundles is `entries`. */
export function tilePath(level: number | 'entries', index: number, width = tileWidth): string {
  const elements: string[] = []
  let rest = index
  do {
    elements.unshift(String(rest % 1000).padStart(3, '0'))
    rest = Math.floor(rest / 1000)
  } while (rest > 0)
  const last = elements.length - 1
  const path = elements.map((element, at) => (at < last ? `x${element}` : element)).join('/')
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`
}

/** A tile as it stands after an append. */
export type Tile = { level: number; index: number; hashes: readonly Uint8Array[] }
export type Bundle = { index: number; entries: readonly Uint8Array[] }

/** The rightmost partial tile of each level (0 to 255 hashes): what an append must still have. */
export type TileEdge = { size: number; levels: readonly (readonly Uint8Array[])[] }

export const emptyEdge: TileEdge = { size: 0, levels: [] }

/** How many levels of the tree a tile stands for. */
const tileLevels = 8

/** The tree with more leaves, and the hash of each tile of leaves that they complete, in order. */
export function growTree(
  sha256: Sha256,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { grown: Frontier; tiles: Uint8Array[] } {
  const tiles: Uint8Array[] = []
  const whole = (hash: Uint8Array) => void tiles.push(hash)
  const grown = appendLeaves(sha256, frontier, leafHashes, { wholeLevels: tileLevels, whole })
  return { grown, tiles }
}

/**
 * Every tile that an append completes or changes, full ones first, and the new edge. `known`: what
 * `growTree` has hashed of them, which is not hashed again.
 */
export function extendTiles(
  sha256: Sha256,
  edge: TileEdge,
  leafHashes: readonly Uint8Array[],
  known: readonly Uint8Array[] | null = null,
): { edge: TileEdge; tiles: Tile[] } {
  const tiles: Tile[] = []
  const levels: Uint8Array[][] = []
  let arriving = leafHashes
  let before = edge.size
  for (let level = 0; level < edge.levels.length || arriving.length > 0; level += 1) {
    const held = edge.levels[level] ?? []
    const row = [...held, ...arriving]
    const parents: Uint8Array[] = []
    let index = Math.floor(before / tileWidth)
    let at = 0
    for (; at + tileWidth <= row.length; at += tileWidth) {
      const hashes = row.slice(at, at + tileWidth)
      tiles.push({ level, index, hashes })
      parents.push((level === 0 ? known?.[parents.length] : null) ?? foldPerfect(sha256, hashes))
      index += 1
    }
    const partial = row.slice(at)
    if (partial.length > 0 && arriving.length > 0) tiles.push({ level, index, hashes: partial })
    levels.push(partial)
    before = Math.floor(before / tileWidth)
    arriving = parents
  }
  tiles.sort((a, b) => Number(a.hashes.length < tileWidth) - Number(b.hashes.length < tileWidth))
  return { edge: { size: edge.size + leafHashes.length, levels }, tiles }
}

function foldPerfect(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  return foldSubtrees(sha256, appendLeaves(sha256, emptyFrontier, hashes).hashes)
}

/** The widths of the partial tiles that a tree of `size` has, level by level. */
export function partialWidths(size: number): number[] {
  const widths: number[] = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / tileWidth)) widths.push(rest % tileWidth)
  return widths
}

/** The same tree, seen as perfect subtrees. */
export function frontierOfEdge(sha256: Sha256, edge: TileEdge): Frontier {
  const hashes: Uint8Array[] = []
  for (const level of edge.levels.toReversed()) {
    hashes.push(...appendLeaves(sha256, emptyFrontier, level).hashes)
  }
  return { size: edge.size, hashes }
}

/** In which tile a perfect subtree's hash is found, and over which of its hashes. */
export function tileOf(subtree: Subtree): {
  level: number
  index: number
  first: number
  count: number
} {
  const level = Math.floor(subtree.level / 8)
  const count = 2 ** (subtree.level % 8)
  const start = subtree.index * count
  return { level, index: Math.floor(start / tileWidth), first: start % tileWidth, count }
}

/** How wide the tile is in a tree of `size`: 256 when it is full. */
export function tileWidthIn(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / tileWidth ** level)
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth))
}

export function subtreeHash(
  sha256: Sha256,
  tile: Uint8Array,
  place: { first: number; count: number },
): Uint8Array {
  const hashes = decodeTile(tile).slice(place.first, place.first + place.count)
  assert(hashes.length === place.count, 'the tile holds the subtree')
  return foldPerfect(sha256, hashes)
}

export const encodeTile = (hashes: readonly Uint8Array[]): Uint8Array => joinBytes(hashes)

export function decodeTile(bytes: Uint8Array): Uint8Array[] {
  const hashes: Uint8Array[] = []
  for (let at = 0; at + hashOctets <= bytes.length; at += hashOctets) {
    hashes.push(bytes.subarray(at, at + hashOctets))
  }
  return hashes
}

export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = []
  for (const entry of entries) {
    assert(entry.length <= entryOctetsMax, 'a ledger entry fits sixteen bits of length')
    parts.push(new Uint8Array([entry.length >> 8, entry.length & 0xff]), entry)
  }
  return joinBytes(parts)
}

/** The entries, or the offset at which the bundle breaks off. */
export function decodeBundle(bytes: Uint8Array): { entries: Uint8Array[] } | { faultAt: number } {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    const end = at + 2 + length
    if (at + 2 > bytes.length || end > bytes.length) return { faultAt: at }
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return { entries }
}
