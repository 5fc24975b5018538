// The tree against RFC 6962's known vectors, and every proof of every small tree.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendLeaves,
  consistencyPath,
  emptyFrontier,
  foldSubtrees,
  inclusionPath,
  type LeafRange,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './tree.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// The test vectors of Certificate Transparency's reference implementation.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = inputs.map((hex) => leafHash(sha256, fromHex(hex)))

/** RFC 6962, 2.1, word for word: the slow truth that the rest is held against. */
function mth(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes
  if (only === undefined) return sha256(new Uint8Array(0))
  if (hashes.length === 1) return only
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHash(sha256, mth(hashes.slice(0, k)), mth(hashes.slice(k)))
}

const manyLeaves = Array.from({ length: 70 }, (_, n) => leafHash(sha256, new Uint8Array([n])))
const proofOf = (all: readonly Uint8Array[], path: readonly LeafRange[]) =>
  path.map(({ start, end }) => mth(all.slice(start, end)))

describe('the Merkle tree', () => {
  it('has the roots of the known vectors at every size', () => {
    for (const [size, root] of roots.entries()) {
      const frontier = appendLeaves(sha256, emptyFrontier, leaves.slice(0, size))
      expect(toHex(rootOf(sha256, frontier))).toBe(root)
    }
  })

  it('has the known inclusion proof of the first of eight leaves', () => {
    expect(proofOf(leaves, inclusionPath(0, 8)).map(toHex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
  })

  it('has the known consistency proof from six to eight leaves', () => {
    expect(proofOf(leaves, consistencyPath(6, 8)).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
  })

  it('grows leaf by leaf or many at once to the same root', () => {
    let frontier = emptyFrontier
    for (const [index, leaf] of manyLeaves.entries()) {
      frontier = appendLeaves(sha256, frontier, [leaf])
      expect(rootOf(sha256, frontier)).toEqual(mth(manyLeaves.slice(0, index + 1)))
    }
    expect(appendLeaves(sha256, emptyFrontier, manyLeaves)).toEqual(frontier)
  })

  it('proves every leaf of every tree, and nothing else', () => {
    for (let size = 1; size <= manyLeaves.length; size += 1) {
      const all = manyLeaves.slice(0, size)
      const root = mth(all)
      for (let index = 0; index < size; index += 1) {
        const proof = proofOf(all, inclusionPath(index, size))
        const hash = all[index] as Uint8Array
        expect(verifyInclusion(sha256, { hash, index, size }, proof, root)).toBe(true)
        const other = (index + 1) % size
        if (size > 1) {
          expect(verifyInclusion(sha256, { hash, index: other, size }, proof, root)).toBe(false)
          const wrong = all[other] as Uint8Array
          expect(verifyInclusion(sha256, { hash: wrong, index, size }, proof, root)).toBe(false)
        }
        const longer = [...proof, root]
        expect(verifyInclusion(sha256, { hash, index, size }, longer, root)).toBe(false)
      }
    }
  })

  it('proves that every tree is the beginning of every later one', () => {
    for (let size = 1; size <= manyLeaves.length; size += 1) {
      const newer = { size, root: mth(manyLeaves.slice(0, size)) }
      for (let older = 1; older <= size; older += 1) {
        const proof = proofOf(manyLeaves, consistencyPath(older, size))
        const root = mth(manyLeaves.slice(0, older))
        expect(verifyConsistency(sha256, { size: older, root }, newer, proof)).toBe(true)
        const forged = sha256(root)
        expect(verifyConsistency(sha256, { size: older, root: forged }, newer, proof)).toBe(false)
      }
    }
  })

  it('detects any leaf altered, removed or swapped', () => {
    const entriesOf = fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 40,
    })
    const how = fc.constantFrom('altered', 'removed', 'swapped')
    fc.assert(
      fc.property(entriesOf, fc.nat(), how, (entries, at, change) => {
        const index = at % (entries.length - 1)
        const [here, next] = entries.slice(index, index + 2) as [Uint8Array, Uint8Array]
        const changed: Uint8Array[] = [...entries]
        if (change === 'altered') changed[index] = new Uint8Array([...here, 1])
        if (change === 'removed') changed.splice(index, 1)
        if (change === 'swapped') {
          fc.pre(toHex(here) !== toHex(next))
          changed.splice(index, 2, next, here)
        }
        const rootFor = (of: readonly Uint8Array[]) =>
          toHex(mth(of.map((entry) => leafHash(sha256, entry))))
        expect(rootFor(changed)).not.toBe(rootFor(entries))
      }),
    )
  })

  it('keeps leaves and nodes apart, so that a node cannot pass for a leaf', () => {
    const [a, b] = [leaves[0] as Uint8Array, leaves[1] as Uint8Array]
    const inner = new Uint8Array([...a, ...b])
    expect(toHex(leafHash(sha256, inner))).not.toBe(toHex(nodeHash(sha256, a, b)))
    expect(foldSubtrees(sha256, [a])).toBe(a)
  })
})
