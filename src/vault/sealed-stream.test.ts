// A sealed stream opens whole or not at all: changed, exchanged, doubled, cut off.
import { expect, test } from 'vitest'
import { openStream, sealStream } from './sealed-stream.ts'

const key = Buffer.alloc(32, 5)
const chunk = 64 * 1024
const sealedChunk = chunk + 16

async function through(stream: ReturnType<typeof sealStream>, octets: Buffer): Promise<Buffer> {
  // In pieces that fit no chunk.
  const writing = (async () => {
    for (let at = 0; at < octets.length; at += 50_000)
      stream.write(octets.subarray(at, at + 50_000))
    stream.end()
  })()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  await writing
  return Buffer.concat(parts)
}

const plainOf = (octets: number) => Buffer.from(Array.from({ length: octets }, (_, at) => at % 251))

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('%i octets come back', async (octets) => {
  const plain = plainOf(octets)
  const sealed = await through(sealStream(key), plain)
  expect(sealed.length).toBe(octets + 16 * Math.max(1, Math.ceil(octets / chunk)))
  expect((await through(openStream(key), sealed)).equals(plain)).toBe(true)
})

const three = 3 * sealedChunk
const faults: [string, (sealed: Buffer) => Buffer][] = [
  ['cut off within a chunk', (sealed) => sealed.subarray(0, three - 1)],
  ['cut off between chunks', (sealed) => sealed.subarray(0, 2 * sealedChunk)],
  ['empty', () => Buffer.alloc(0)],
  ['with octets behind it', (sealed) => Buffer.concat([sealed, Buffer.alloc(20)])],
  ['with a chunk twice', (sealed) => Buffer.concat([sealed.subarray(0, sealedChunk), sealed])],
  ['with a chunk left out', (sealed) => sealed.subarray(sealedChunk)],
  [
    'with one bit changed',
    (sealed) => {
      const changed = Buffer.from(sealed)
      changed[sealedChunk + 7] = (changed[sealedChunk + 7] ?? 0) ^ 1
      return changed
    },
  ],
]
test.each(faults)('%s, it does not open', async (_, spoil) => {
  const sealed = await through(sealStream(key), plainOf(3 * chunk))
  await expect(through(openStream(key), spoil(sealed))).rejects.toMatchObject({
    code: 'vault.sealed_value_damaged',
  })
})

test('another key does not open it', async () => {
  const sealed = await through(sealStream(key), plainOf(10))
  await expect(through(openStream(Buffer.alloc(32, 6)), sealed)).rejects.toMatchObject({
    code: 'vault.sealed_value_damaged',
  })
})
