// The tile layout: paths, widths, growth in any steps, bundles, and damaged bundles.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeBundle,
  decodeTile,
  emptyEdge,
  encodeBundle,
  encodeTile,
  extendTiles,
  frontierOfEdge,
  growTree,
  partialWidths,
  subtreeHash,
  tileOf,
  tilePath,
  tileWidthIn,
} from './tiles.ts'
import {
  appendLeaves,
  emptyFrontier,
  foldSubtrees,
  inclusionPath,
  rootOf,
  subtreesOf,
  verifyInclusion,
} from './tree.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const leavesTo = (count: number) =>
  Array.from({ length: count }, (_, n) => sha256(Buffer.from(String(n))))

describe('tiles', () => {
  it('have the paths of the specification', () => {
    expect(tilePath(0, 1234067)).toBe('tile/0/x001/x234/067')
    expect(tilePath(1, 0)).toBe('tile/1/000')
    expect(tilePath(2, 1000, 12)).toBe('tile/2/x001/000.p/12')
    expect(tilePath('entries', 273, 112)).toBe('tile/entries/273.p/112')
  })

  it('have the widths of the specification for 70,000 leaves and for 256', () => {
    expect(partialWidths(70_000)).toEqual([112, 17, 1])
    expect(partialWidths(256)).toEqual([0, 1])
  })

  it('are the same where the growth of the tree has hashed them already', () => {
    const stepsOf = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(stepsOf, (steps) => {
        let [edge, frontier] = [emptyEdge, emptyFrontier]
        const all = leavesTo(steps.reduce((sum, step) => sum + step, 0))
        for (const step of steps) {
          const leaves = all.slice(edge.size, edge.size + step)
          const { grown, tiles } = growTree(sha256, frontier, leaves)
          const whole = Math.floor((edge.size + step) / 256) - Math.floor(edge.size / 256)
          expect(tiles).toHaveLength(whole)
          const extended = extendTiles(sha256, edge, leaves, tiles)
          expect(extended).toEqual(extendTiles(sha256, edge, leaves))
          ;[edge, frontier] = [extended.edge, grown]
        }
      }),
      { numRuns: 20 },
    )
  })

  it('are the same whatever the steps in which the tree grew', () => {
    const stepsOf = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(stepsOf, (steps) => {
        const all = leavesTo(steps.reduce((sum, step) => sum + step, 0))
        const kept = new Map<string, string>()
        let edge = emptyEdge
        for (const step of steps) {
          const grown = extendTiles(sha256, edge, all.slice(edge.size, edge.size + step))
          edge = grown.edge
          for (const { level, index, hashes } of grown.tiles) {
            const bytes = Buffer.from(encodeTile(hashes)).toString('hex')
            const path = tilePath(level, index, hashes.length)
            expect(kept.get(path) ?? bytes).toBe(bytes)
            kept.set(path, bytes)
          }
        }
        const once = extendTiles(sha256, emptyEdge, all)
        for (const { level, index, hashes } of once.tiles) {
          const path = tilePath(level, index, hashes.length)
          expect(kept.get(path)).toBe(Buffer.from(encodeTile(hashes)).toString('hex'))
        }
        expect(frontierOfEdge(sha256, edge)).toEqual(appendLeaves(sha256, emptyFrontier, all))
        expect(once.edge).toEqual(edge)
      }),
      { numRuns: 30 },
    )
  })

  it('hold every hash that an inclusion proof needs', () => {
    const size = 70_000
    const all = leavesTo(size)
    const { tiles, edge } = extendTiles(sha256, emptyEdge, all)
    const files = new Map(
      tiles.map((t) => [tilePath(t.level, t.index, t.hashes.length), encodeTile(t.hashes)]),
    )
    const root = rootOf(sha256, frontierOfEdge(sha256, edge))
    for (const index of [0, 1, 255, 256, 65_535, 65_536, 69_887, 69_999]) {
      const proof = inclusionPath(index, size).map((range) =>
        foldSubtrees(
          sha256,
          subtreesOf(range).map((subtree) => {
            const place = tileOf(subtree)
            const width = tileWidthIn(size, place.level, place.index)
            const tile = files.get(tilePath(place.level, place.index, width))
            expect(tile).toBeDefined()
            return subtreeHash(sha256, tile as Uint8Array, place)
          }),
        ),
      )
      const hash = all[index] as Uint8Array
      expect(verifyInclusion(sha256, { hash, index, size }, proof, root)).toBe(true)
    }
  })

  it('read back what they wrote', () => {
    const hashes = leavesTo(5)
    expect(decodeTile(encodeTile(hashes)).map((h) => Buffer.from(h))).toEqual(hashes)
  })
})

describe('entry bundles', () => {
  it('read back what they wrote, empty and long entries included', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
        const read = decodeBundle(encodeBundle(entries))
        expect('entries' in read && read.entries.map((e) => [...e])).toEqual(
          entries.map((e) => [...e]),
        )
      }),
    )
  })

  it('broken off anywhere give the offset of the entry that breaks', () => {
    const bytes = encodeBundle([new Uint8Array(3), new Uint8Array(300)])
    const whole = [0, 5, bytes.length]
    for (let length = 0; length <= bytes.length; length += 1) {
      const read = decodeBundle(bytes.subarray(0, length))
      if (whole.includes(length)) expect(read).toHaveProperty('entries')
      else expect(read).toEqual({ faultAt: length < 5 ? 0 : 5 })
    }
  })
})
