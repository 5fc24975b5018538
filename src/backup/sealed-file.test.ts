// One sealed file: packed as it is written today, and as earlier versions packed it.
import { randomBytes } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { sealStream } from '../vault/index.ts'
import { readSealed, sealedWriter } from './sealed-file.ts'

const key = randomBytes(32)
const text = Buffer.from('what a database writes, again and again. '.repeat(40_000))
let folder: string
beforeAll(() => {
  folder = newTestFolder()
})
afterAll(() => removeTestFolder(folder))

async function written(octets: Buffer, packed: boolean): Promise<string> {
  const path = join(folder, `${randomBytes(6).toString('hex')}.sealed`)
  const writer = sealedWriter(path, key, packed)
  for (let at = 0; at < octets.length; at += 100_000) {
    await writer.take(octets.subarray(at, at + 100_000))
  }
  await writer.end()
  return path
}

async function read(path: string, packed: boolean): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const octets of readSealed(path, key, packed)) parts.push(octets)
  return Buffer.concat(parts)
}

test.each([
  ['packed', text, true],
  ['as it is', text, false],
  ['what begins like gzip, as it is', Buffer.concat([Buffer.from([0x1f, 0x8b]), text]), false],
  ['nothing, packed', Buffer.alloc(0), true],
])('%s: it is read as it was written', async (_name, octets, packed) => {
  expect((await read(await written(octets, packed), packed)).equals(octets)).toBe(true)
})

test('packed by gzip, as earlier versions did, it is read too', async () => {
  const path = join(folder, 'earlier.sealed')
  await pipeline(Readable.from([text]), createGzip(), sealStream(key), createWriteStream(path))
  expect((await read(path, true)).equals(text)).toBe(true)
})

test('one changed octet anywhere, or a missing end, is damage', async () => {
  const path = await written(text, true)
  const octets = readFileSync(path)
  for (const at of [0, Math.floor(octets.length / 2), octets.length - 1]) {
    const changed = Buffer.from(octets)
    changed[at] = (changed[at] ?? 0) ^ 1
    writeFileSync(path, changed)
    await expect(read(path, true)).rejects.toMatchObject({ code: 'backup.damaged' })
  }
  writeFileSync(path, octets.subarray(0, octets.length - 40))
  await expect(read(path, true)).rejects.toMatchObject({ code: 'backup.damaged' })
})

test('whoever stops reading leaves nothing open', async () => {
  const path = await written(text, true)
  for await (const octets of readSealed(path, key, true)) {
    expect(octets.length).toBeGreaterThan(0)
    break
  }
  expect((await read(path, true)).equals(text)).toBe(true)
})
