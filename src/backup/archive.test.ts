// The archive of several files: what was written is read back, whatever the pieces.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ArchiveWriter, readArchive } from './archive.ts'

type File = { name: string; pieces: Buffer[] }

async function written(files: readonly File[]): Promise<Buffer[]> {
  const blocks: Buffer[] = []
  const archive = new ArchiveWriter(async (octets) => {
    blocks.push(octets)
  })
  for (const { name, pieces } of files) {
    await archive.begin(name)
    for (const piece of pieces) {
      const lent = Buffer.from(piece)
      await archive.write(lent)
      lent.fill(0)
    }
    await archive.endFile()
  }
  await archive.end()
  return blocks
}

async function read(blocks: readonly Buffer[]): Promise<[string, string][]> {
  const files: [string, string][] = []
  const source = (async function* () {
    yield* blocks
  })()
  const isWhole = await readArchive(source, (name) => {
    const pieces: Buffer[] = []
    return {
      write: (octets) => {
        pieces.push(Buffer.from(octets))
      },
      end: () => {
        files.push([name, Buffer.concat(pieces).toString('base64')])
      },
    }
  })
  expect(isWhole).toBe(true)
  return files
}

/** Small ones, and some that are longer than what is handed on at once. */
const size = fc.oneof(fc.nat(64), fc.integer({ min: 200_000, max: 600_000 }))
const piece = fc.tuple(size, fc.nat(255)).map(([length, octet]) => Buffer.alloc(length, octet))
const file = fc.record({
  name: fc.stringMatching(/^[a-z0-9é./-]{1,40}$/),
  pieces: fc.array(piece, { maxLength: 4 }),
})

test('What was written is read back, whatever its length, also where its octets are written over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (files) => {
      const expected = files.map(({ name, pieces }) => [
        name,
        Buffer.concat(pieces).toString('base64'),
      ])
      expect(await read(await written(files))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('Many small files are handed on together', async () => {
  const files = Array.from({ length: 2_000 }, (_, at) => ({
    name: `ledger/tile-${at}`,
    pieces: [Buffer.alloc(100, at)],
  }))
  expect(await written(files)).toHaveLength(1)
})
