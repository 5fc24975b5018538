// Contact files on disk, encrypted in pieces under a key that is destroyed with the file.
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LimitedSource, readingLimits } from '../../files/index.ts'
import type { AccountId, ImportId } from '../../kernel/index.ts'
import type { SubjectKeys, Vault } from '../../vault/index.ts'
import { intakeError, tooLargeBeyond } from '../errors.ts'

const pieceOctets = 1_048_576
const lengthOctets = 4
const table = 'intake.file'

export type FilePlace = { dataFolder: string; importId: ImportId }
export type FileKey = { vault: Vault; accountId: AccountId; keys: SubjectKeys }

function folderOf({ dataFolder, importId }: FilePlace): string {
  return join(dataFolder, 'imports', importId)
}

function context(importId: ImportId, column: string, piece: number) {
  return { table, column, rowId: `${importId}:${piece}` }
}

/** Seals a stream as it comes in; it is on disk when this resolves. */
export async function writeUpload(
  place: FilePlace,
  key: FileKey,
  stream: AsyncIterable<Uint8Array>,
): Promise<{ sizeBytes: number; sha256: Buffer }> {
  const file = await newFile(place, 'upload')
  const hash = createHash('sha256')
  let sizeBytes = 0
  let piece = 0
  try {
    for await (const plain of pieces(stream)) {
      hash.update(plain)
      sizeBytes += plain.length
      await writePiece(file, key, context(place.importId, 'upload', piece), plain)
      piece += 1
    }
    await file.sync()
  } catch (error) {
    throw diskFull(error)
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest() }
}

async function newFile(place: FilePlace, name: string): Promise<FileHandle> {
  try {
    await mkdir(folderOf(place), { recursive: true, mode: 0o700 })
    return await open(join(folderOf(place), name), 'w', 0o600)
  } catch (error) {
    throw diskFull(error)
  }
}

/** A full disk is the operator's to mend; anything else is as it was. */
function diskFull(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT' ? intakeError('intake.disk_full', {}, error) : error
}

type Context = ReturnType<typeof context>

async function writePiece(file: FileHandle, key: FileKey, where: Context, plain: Uint8Array) {
  const sealed = key.vault.sealContact(key.keys, key.accountId, where, plain)
  const length = Buffer.alloc(lengthOctets)
  length.writeUInt32BE(sealed.length)
  await file.writeFile(Buffer.concat([length, sealed]))
}

/** Chunks of any size made into pieces of one size; only one is in memory. */
async function* pieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    held.push(chunk)
    length += chunk.length
    if (length < pieceOctets) continue
    const all = Buffer.concat(held)
    let at = 0
    for (; at + pieceOctets <= all.length; at += pieceOctets) {
      yield all.subarray(at, at + pieceOctets)
    }
    held = [all.subarray(at)]
    length = all.length - at
  }
  if (length > 0) yield Buffer.concat(held)
}

/** The uploaded file in clear, piece by piece, as often as it is opened. */
export function uploadSource(place: FilePlace, key: FileKey, sizeBytes: number): LimitedSource {
  return LimitedSource.of(
    { sizeBytes, open: () => openUpload(place, key, sizeBytes) },
    tooLargeBeyond(readingLimits.contactFileOctetsMax),
  )
}

/** Whether the whole of it is on the disk: sealed, it is longer than it was. */
export async function hasUpload(place: FilePlace, sizeBytes: number): Promise<boolean> {
  const found = await stat(join(folderOf(place), 'upload')).catch(() => null)
  return found !== null && found.size > sizeBytes
}

async function* openUpload(place: FilePlace, key: FileKey, sizeBytes: number) {
  const file = await openSealed(join(folderOf(place), 'upload'))
  let read = 0
  try {
    for (let piece = 0; read < sizeBytes; piece += 1) {
      const sealed = await readPiece(file)
      const where = context(place.importId, 'upload', piece)
      const plain = key.vault.openContact(key.keys, key.accountId, where, sealed)
      read += plain.length
      yield plain
    }
  } finally {
    await file.close()
  }
}

/** What is not there was deleted; anything else, such as too many open files, passes. */
async function openSealed(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code
    if (code === 'ENOENT') throw intakeError('intake.file_gone', {}, error)
    const reason = typeof code === 'string' ? code : 'open'
    throw intakeError('intake.file_unreadable', { reason }, error)
  }
}

async function readPiece(file: FileHandle): Promise<Buffer> {
  const length = Buffer.alloc(lengthOctets)
  await readWhole(file, length)
  const size = length.readUInt32BE()
  if (size > pieceOctets * 2) throw intakeError('intake.file_unreadable', { reason: 'size' })
  const sealed = Buffer.alloc(size)
  await readWhole(file, sealed)
  return sealed
}

async function readWhole(file: FileHandle, into: Buffer) {
  let at = 0
  while (at < into.length) {
    const { bytesRead } = await file.read(into, at, into.length - at)
    if (bytesRead === 0) throw intakeError('intake.file_unreadable', { reason: 'end' })
    at += bytesRead
  }
}

/** Rejected rows of one batch. Written again by a batch that is done again: the same part. */
export async function writeRejects(place: FilePlace, key: FileKey, part: number, text: string) {
  const file = await newFile(place, `rejects-${part}`)
  try {
    const where = context(place.importId, 'rejects', part)
    const plain = Buffer.from(text, 'utf8')
    await file.writeFile(key.vault.sealContact(key.keys, key.accountId, where, plain))
    await file.sync()
  } catch (error) {
    throw diskFull(error)
  } finally {
    await file.close()
  }
}

export async function* readRejects(place: FilePlace, key: FileKey, parts: number) {
  for (let part = 0; part < parts; part += 1) {
    const file = await openSealed(join(folderOf(place), `rejects-${part}`))
    try {
      const where = context(place.importId, 'rejects', part)
      yield key.vault.openContact(key.keys, key.accountId, where, await file.readFile())
    } finally {
      await file.close()
    }
  }
}

/** Deletes the files of an import whose names begin so, and its folder once it is empty. */
export async function deleteFiles(place: FilePlace, what: 'upload' | 'rejects') {
  const folder = folderOf(place)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(what)) await rm(join(folder, name), { force: true })
  const left = await readdir(folder).catch(() => ['unknown'])
  if (left.length === 0) await rm(folder, { recursive: true, force: true })
}
