// An archive from outside: each part has its limit,
// and nothing large is looked at before the signature.
import { expect, test } from 'vitest'
import { giantHeader, tarHead } from '../../test/support/attack-files.ts'
import { octetsAsSource, streamAsSource } from '../../test/support/octets.ts'
import { readingLimits } from '../files/index.ts'
import type { Caller } from '../kernel/index.ts'
import type { ReceiptsDeps } from './deps.ts'
import { importReceipts } from './import-receipts.ts'
import { untar } from './read-archive.ts'

const part = (path: string, text: string) => {
  const bytes = Buffer.from(text)
  return Buffer.concat([
    tarHead(path, bytes.length),
    bytes,
    Buffer.alloc((512 - (bytes.length % 512)) % 512),
  ])
}
const end = Buffer.alloc(1_024)

/** Nothing may be asked of the installation before the archive is true. */
const untouchable = new Proxy(
  {},
  { get: (_, name) => raise(`${String(name)} was asked`) },
) as ReceiptsDeps
function raise(what: string): never {
  throw new Error(what)
}
const caller = { rights: new Set(['consent.record']) } as unknown as Caller

test('a header of 64 MiB is refused by its first block, and hardly anything is read of it', async () => {
  let octets = 0
  const source = streamAsSource(async function* () {
    for await (const piece of giantHeader()) {
      octets += piece.length
      yield piece
    }
  })
  const work = importReceipts(untouchable, caller, { octets: source, ledgerKey: null })
  await expect(work).rejects.toMatchObject({ code: 'receipts.archive_too_large' })
  expect(octets).toBe(512)
})

test('a header is not parsed before the signature holds, however it is written', async () => {
  const parts = [
    part('header.json', '{'.repeat(100_000)),
    part('ledger.key', 'accord.example/1+00000000+AAAA'),
    part('checkpoint', 'accord.example/1\n0\nAAAA\n\n— accord.example/1 AAAA\n'),
    part('records/000000.jsonld', '['.repeat(100_000)),
    end,
  ]
  const octets = octetsAsSource(Buffer.concat(parts))
  const work = importReceipts(untouchable, caller, { octets, ledgerKey: null })
  // Told of its key, and not of what it holds.
  await expect(work).rejects.toMatchObject({ code: 'receipts.archive_unreadable' })
})

test('entries that nobody signed are not looked at', async () => {
  const parts = [part('header.json', '{}'), part('tile/entries/000', 'x'.repeat(1_000)), end]
  const octets = octetsAsSource(Buffer.concat(parts))
  const work = importReceipts(untouchable, caller, { octets, ledgerKey: null })
  await expect(work).rejects.toMatchObject({ code: 'receipts.archive_unreadable' })
})

test('parts come as they are, in chunks of any size; what nobody asks for only goes by', async () => {
  const archive = Buffer.concat([
    part('README.txt', 'x'.repeat(100_000)),
    part('header.json', '{"a":1}'),
    part('records/000000.jsonld', 'y'.repeat(70_000)),
    end,
  ])
  for (const chunkOctets of [100, 512, 4_096, 1_000_000]) {
    const parts: [string, number][] = []
    for await (const { path, bytes } of untar(octetsAsSource(archive, chunkOctets))) {
      parts.push([path, bytes.length])
    }
    expect(parts).toEqual([
      ['header.json', 7],
      ['records/000000.jsonld', 70_000],
    ])
  }
})

test('a page of records, a key and a checkpoint have limits of their own; a size below nothing is none', async () => {
  const code = async (head: Buffer) => {
    try {
      for await (const { path } of untar(octetsAsSource(Buffer.concat([head, end])))) void path
      return null
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  const { archiveRecordsOctetsMax, archiveKeyOctetsMax, archiveCheckpointOctetsMax } = readingLimits
  const tooLarge = 'receipts.archive_too_large'
  expect(await code(tarHead('records/1', archiveRecordsOctetsMax + 1))).toBe(tooLarge)
  expect(await code(tarHead('ledger.key', archiveKeyOctetsMax + 1))).toBe(tooLarge)
  expect(await code(tarHead('checkpoint', archiveCheckpointOctetsMax + 1))).toBe(tooLarge)
  const below = tarHead('README.txt', 0)
  below.write('-0000000001\0', 124)
  expect(await code(below)).toBe('receipts.archive_unreadable')
})
