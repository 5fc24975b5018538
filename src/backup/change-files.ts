// One sealed piece of changes: written whole or not at all, and read back the same way.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant, Randomness } from '../kernel/index.ts'
import type { Lsn } from '../storage/index.ts'
import { backupKeys } from '../vault/index.ts'
import { lineFolder, type Piece, pieceName } from './change-pieces.ts'
import { backupError } from './errors.ts'
import { readSealed, sealedWriter } from './sealed-file.ts'
import { syncOne } from './sync-folder.ts'

/** What a piece says of itself, before its octets. */
export type PieceHead = {
  line: string
  timeline: number
  from: string
  to: string
  /** Its last octets once more as a hash: whoever goes on compares them with the server's. */
  tail: { from: string; sha256: string }
}

export type PieceSet = { folder: string; line: string; keysFolder: string; randomness: Randomness }

const keyOf = ({ keysFolder, line, randomness }: PieceSet, name: string): Buffer =>
  backupKeys(keysFolder, `changes-${line}`, randomness).ofFile(name)

/** It has its name once it is on the disk. */
export async function writePiece(
  set: PieceSet,
  facts: { from: Lsn; to: Lsn; at: Instant; isJoined: boolean },
  head: PieceHead,
  octets: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  const own = lineFolder(set.folder, set.line)
  const name = pieceName(facts, set.randomness.bytes(4))
  const unfinished = join(own, `.new-${name}`)
  const writer = sealedWriter(unfinished, keyOf(set, name), true)
  try {
    const text = Buffer.from(JSON.stringify(head))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    await writer.take(Buffer.concat([length, text]))
    for await (const some of octets) await writer.take(some)
    await writer.end()
    renameSync(unfinished, join(own, name))
    syncOne(own)
  } catch (error) {
    writer.abandon()
    rmSync(unfinished, { force: true })
    throw error
  }
}

export type OpenedPiece = { head: PieceHead; octets: AsyncGenerator<Buffer> }

/** Damage anywhere ends it with `backup.damaged`, at the latest with its last octet. */
export async function openPiece(set: PieceSet, piece: Piece): Promise<OpenedPiece> {
  const sealed = readSealed(piece.path, keyOf(set, piece.name), true)
  let held: Buffer = Buffer.alloc(0)
  const fill = async (wanted: number): Promise<void> => {
    while (held.length < wanted) {
      const { value, done } = await sealed.next()
      if (done === true) throw damaged(piece)
      held = Buffer.concat([held, value])
    }
  }
  await fill(4)
  const end = 4 + held.readUInt32BE(0)
  await fill(end)
  const head = JSON.parse(held.subarray(4, end).toString('utf8')) as PieceHead
  const first = held.subarray(end)
  return { head, octets: checked(piece, first, sealed) }
}

async function* checked(
  piece: Piece,
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  let octets = BigInt(first.length)
  if (first.length > 0) yield first
  for await (const some of rest) {
    octets += BigInt(some.length)
    yield some
  }
  if (octets !== piece.to - piece.from) throw damaged(piece)
}

const damaged = ({ path }: Piece) => backupError('backup.damaged', { file: path })
