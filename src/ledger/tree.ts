// The Merkle tree of RFC 6962, 2.1: hashes, a growing tree in a few hashes,
// proofs and their checks.
import { assert } from '../kernel/index.ts'
import { joinBytes, type Sha256, sameBytes } from './hash.ts'

const leafPrefix = new Uint8Array([0x00])
const nodePrefix = new Uint8Array([0x01])

export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  return sha256(joinBytes([leafPrefix, entry]))
}

/**
 * Written before an entry's text, its octets are hashed where they stand: `sha256` of the whole.
 */
export const leafPrefixText = '\u0000'

const node = new Uint8Array(1 + 2 * 32)

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  // One place for all: the hash is taken before anybody else writes there.
  node.set(nodePrefix, 0)
  node.set(left, 1)
  node.set(right, 33)
  return sha256(node)
}

/**
 * A tree of any size in at most 53 hashes: those of its perfect subtrees, largest first. Enough to
 * append and to know the root.
 */
export type Frontier = { size: number; hashes: readonly Uint8Array[] }

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/**
 * `whole` is told each perfect subtree of `wholeLevels` levels that the leaves complete, in order.
 */
export function appendLeaves(
  sha256: Sha256,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
  { wholeLevels = 0, whole }: { wholeLevels?: number; whole?: (hash: Uint8Array) => void } = {},
): Frontier {
  const hashes = [...frontier.hashes]
  let size = frontier.size
  for (const leaf of leafHashes) {
    let top = leaf
    let levels = 0
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = hashes.pop()
      assert(left !== undefined, 'a frontier holds one hash for each bit of its size')
      top = nodeHash(sha256, left, top)
      levels += 1
      if (levels === wholeLevels) whole?.(top)
    }
    hashes.push(top)
    size += 1
  }
  return { size, hashes }
}

export function rootOf(sha256: Sha256, frontier: Frontier): Uint8Array {
  return foldSubtrees(sha256, frontier.hashes)
}

/** The hash over neighbouring perfect subtrees, largest first; of none, the hash of nothing. */
export function foldSubtrees(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1)
  if (last === undefined) return sha256(new Uint8Array(0))
  let root = last
  for (let index = hashes.length - 2; index >= 0; index -= 1) {
    root = nodeHash(sha256, hashes[index] as Uint8Array, root)
  }
  return root
}

/** A perfect subtree: `level` 0 is a leaf, `index` counts subtrees of that level from the left. */
export type Subtree = { level: number; index: number }
/** Leaves from `start` up to and without `end`. */
export type LeafRange = { start: number; end: number }

/** The largest power of two below `count`, which must be at least 2. */
function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** A range that begins at a multiple of its own power of two, as the perfect subtrees it holds. */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  const subtrees: Subtree[] = []
  let at = start
  while (at < end) {
    let width = 1
    let level = 0
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2
      level += 1
    }
    subtrees.push({ level, index: at / width })
    at += width
  }
  return subtrees
}

/** RFC 6962, 2.1.1: the ranges whose hashes prove leaf `index` in a tree of `size`. */
export function inclusionPath(index: number, size: number): LeafRange[] {
  assert(index >= 0 && index < size, 'a proof is asked for a leaf of the tree')
  const path: LeafRange[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      path.unshift({ start: middle, end })
      end = middle
    } else {
      path.unshift({ start, end: middle })
      start = middle
    }
  }
  return path
}

/**
 * RFC 6962, 2.1.2: the ranges whose hashes prove that a tree of `older` leaves is its beginning.
 */
export function consistencyPath(older: number, size: number): LeafRange[] {
  assert(older >= 0 && older <= size, 'the older tree is not larger')
  if (older === 0 || older === size) return []
  const path: LeafRange[] = []
  let start = 0
  let end = size
  while (end !== older) {
    const middle = start + splitOf(end - start)
    if (older <= middle) {
      path.unshift({ start: middle, end })
      end = middle
    } else {
      path.unshift({ start, end: middle })
      start = middle
    }
  }
  // The older tree's own last subtree is known to the checker only when it is the whole older tree.
  if (start !== 0) path.unshift({ start, end })
  return path
}

/** RFC 9162, 2.1.3.2. */
export function rootFromInclusion(
  sha256: Sha256,
  leaf: { hash: Uint8Array; index: number; size: number },
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (leaf.index < 0 || leaf.index >= leaf.size) return null
  let fn = leaf.index
  let sn = leaf.size - 1
  let root = leaf.hash
  for (const hash of proof) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sha256, hash, root)
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2
        sn = Math.floor(sn / 2)
      }
    } else {
      root = nodeHash(sha256, root, hash)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? root : null
}

export function verifyInclusion(
  sha256: Sha256,
  leaf: { hash: Uint8Array; index: number; size: number },
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const found = rootFromInclusion(sha256, leaf, proof)
  return found !== null && sameBytes(found, root)
}

/** RFC 9162, 2.1.4.2. */
export function verifyConsistency(
  sha256: Sha256,
  older: { size: number; root: Uint8Array },
  newer: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (older.size === 0) return proof.length === 0
  let fn = older.size - 1
  let sn = newer.size - 1
  while (fn % 2 === 1) {
    fn = (fn - 1) / 2
    sn = Math.floor(sn / 2)
  }
  const [first, rest] = fn === 0 ? [older.root, proof] : [proof[0], proof.slice(1)]
  if (first === undefined) return false
  let oldRoot = first
  let newRoot = first
  for (const hash of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      oldRoot = nodeHash(sha256, hash, oldRoot)
      newRoot = nodeHash(sha256, hash, newRoot)
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2
        sn = Math.floor(sn / 2)
      }
    } else {
      newRoot = nodeHash(sha256, newRoot, hash)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && sameBytes(oldRoot, older.root) && sameBytes(newRoot, newer.root)
}
