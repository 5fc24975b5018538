// An account's tiles, bundles and checkpoint on disk: a pure function of the committed entries.
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  decodeBundle,
  decodeTile,
  emptyEdge,
  encodeBundle,
  encodeTile,
  extendTiles,
  parseCheckpoint,
  partialWidths,
  type TileEdge,
  tilePath,
  tileWidth,
  tileWidthIn,
} from '../../ledger/index.ts'
import { sha256 } from './signing-key.ts'

/** The rightmost edge as it stands on disk: what the next append begins from. */
type Edge = { tiles: TileEdge; entries: readonly Uint8Array[] }

export type LedgerFiles = {
  /** Entries that the files hold; those after the checkpoint may not be signed yet. */
  readonly size: number
  /** The size that the checkpoint on disk is signed for. */
  readonly published: number
  /** `tileHashes`: of the tiles of leaves that are filled, where they are known. */
  extend(
    entries: readonly Uint8Array[],
    leafHashes: readonly Uint8Array[],
    tileHashes?: readonly Uint8Array[],
  ): Promise<void>
  writeCheckpoint(text: string, size: number): Promise<void>
  /** The signed text on disk and the size that it signs. */
  checkpoint(): Promise<{ text: string; size: number } | null>
  /** A tile or bundle of a tree of `size`; cut from a wider one when that is what there is. */
  readTile(level: number, index: number, size: number): Promise<Buffer>
  readBundle(index: number, size: number): Promise<Buffer>
}

/** Opens the folder at what its checkpoint signs; a folder with a gap starts again from nothing. */
export async function openLedgerFiles(folder: string): Promise<LedgerFiles> {
  const signed = (await readCheckpoint(folder))?.size ?? 0
  let edge = await readEdge(folder, signed)
  let published = edge === null ? 0 : signed
  edge ??= { tiles: emptyEdge, entries: [] }
  let held = edge
  // A folder is made once, not once a tile.
  const made = new Set<string>()
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    const file = join(folder, path)
    const parent = dirname(file)
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true, mode: 0o700 })
      made.add(parent)
    }
    await writeFile(file, bytes)
  }
  return {
    get size() {
      return held.tiles.size
    },
    get published() {
      return published
    },
    extend: async (entries, leafHashes, tileHashes) => {
      const grown = extendTiles(sha256, held.tiles, leafHashes, tileHashes)
      for (const { level, index, hashes } of grown.tiles) {
        await write(tilePath(level, index, hashes.length), encodeTile(hashes))
      }
      const row = [...held.entries, ...entries]
      let index = Math.floor(held.tiles.size / tileWidth)
      let at = 0
      for (; at + tileWidth <= row.length; at += tileWidth) {
        await write(tilePath('entries', index), encodeBundle(row.slice(at, at + tileWidth)))
        index += 1
      }
      const rest = row.slice(at)
      if (rest.length > 0) {
        await write(tilePath('entries', index, rest.length), encodeBundle(rest))
      }
      held = { tiles: ownEdge(grown.edge), entries: rest.map(ownOctets) }
    },
    writeCheckpoint: async (checkpoint, size) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const fresh = join(folder, 'checkpoint.new')
      const file = await open(fresh, 'w', 0o600)
      try {
        await file.writeFile(checkpoint)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(fresh, join(folder, 'checkpoint'))
      published = size
    },
    checkpoint: () => readCheckpoint(folder),
    readTile: async (level, index, size) => {
      const hashes = await readHashes(folder, level, index, tileWidthIn(size, level, index))
      if (hashes === null) throw new Error(`the ledger's tile ${level}/${index} is missing`)
      return Buffer.from(encodeTile(hashes))
    },
    readBundle: async (index, size) => {
      const entries = await readEntries(folder, index, tileWidthIn(size, 0, index))
      if (entries === null) throw new Error(`the ledger's entry bundle ${index} is missing`)
      return Buffer.from(encodeBundle(entries))
    },
  }
}

/** What is held on may be a view of a whole batch's room, which is not kept for a few octets. */
const ownOctets = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)

const ownEdge = ({ size, levels }: TileEdge): TileEdge => ({
  size,
  levels: levels.map((hashes) => hashes.map(ownOctets)),
})

async function readCheckpoint(folder: string): Promise<{ text: string; size: number } | null> {
  const text = (await readOrNull(join(folder, 'checkpoint')))?.toString('utf8')
  const size = text === undefined ? undefined : parseCheckpoint(text)?.size
  return text === undefined || size === undefined ? null : { text, size }
}

async function readEdge(folder: string, size: number): Promise<Edge | null> {
  const levels: Uint8Array[][] = []
  for (const [level, width] of partialWidths(size).entries()) {
    const index = Math.floor(size / tileWidth ** (level + 1))
    const hashes = width === 0 ? [] : await readHashes(folder, level, index, width)
    if (hashes === null) return null
    levels.push(hashes)
  }
  const width = size % tileWidth
  const entries = width === 0 ? [] : await readEntries(folder, Math.floor(size / tileWidth), width)
  return entries === null ? null : { tiles: { size, levels }, entries }
}

/**
 * The first `width` hashes of a tile: of the full one when it is there, else of the partial one.
 */
async function readHashes(
  folder: string,
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array[] | null> {
  for (const found of new Set([width, tileWidth])) {
    const bytes = await readOrNull(join(folder, tilePath(level, index, found)))
    if (bytes === null) continue
    const hashes = decodeTile(bytes).slice(0, width)
    if (hashes.length === width) return hashes
  }
  return null
}

async function readEntries(
  folder: string,
  index: number,
  width: number,
): Promise<Uint8Array[] | null> {
  for (const found of new Set([width, tileWidth])) {
    const bytes = await readOrNull(join(folder, tilePath('entries', index, found)))
    if (bytes === null) continue
    const read = decodeBundle(bytes)
    if ('entries' in read && read.entries.length >= width) return read.entries.slice(0, width)
  }
  return null
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
