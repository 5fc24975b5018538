// The receiver of changes: takes them from the server as they are written, leaves sealed pieces.
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../kernel/index.ts'
import {
  followChanges,
  LineLost,
  makeOwnFolder,
  pageStart,
  type ServerAddress,
  segmentStart,
} from '../storage/index.ts'
import { openPiece } from './change-files.ts'
import { lineFolder, type Piece, piecesOf, unfinishedPiece } from './change-pieces.ts'
import { folderFault } from './errors.ts'
import { syncOne } from './sync-folder.ts'
import { type Last, Taking, type TakingDeps } from './take-changes.ts'

export type ReceiverDeps = TakingDeps & { address: ServerAddress }

/**
 * Goes on where the last piece ends, until the signal or a failure. It begins a little before that:
 * where the server has other octets there, its history is another one, and the line is lost.
 */
export async function receiveChanges(deps: ReceiverDeps, signal: AbortSignal): Promise<void> {
  const own = lineFolder(deps.folder, deps.line)
  try {
    makeOwnFolder(own)
    for (const name of readdirSync(own)) {
      if (unfinishedPiece.test(name)) rmSync(join(own, name), { force: true })
    }
    // Its own name has to be there before the server lets anything go for what is in it.
    syncOne(deps.folder)
  } catch (error) {
    throw folderFault(error, own)
  }
  const last = await lastOf(deps)
  const taking = new Taking(deps, last)
  const failing = new AbortController()
  const both = AbortSignal.any([signal, failing.signal])
  taking.onFailure = () => failing.abort()
  try {
    await followChanges(deps.address, deps.line, {
      timers: deps.timers,
      signal: both,
      begin: (server) => {
        if (last === null) return server.keptFrom
        const from = pageStart(last.to - 1n)
        const isOther = server.timeline !== last.timeline || server.writtenTo < last.to
        if (isOther || segmentStart(server.keptFrom) > from) throw new LineLost()
        return from
      },
      started: (stream) => taking.begin(stream),
      take: (changes) => taking.take(changes),
    })
  } catch (error) {
    taking.failure ??= { error }
  }
  await taking.end()
  if (taking.failure !== null) throw folderFault(taking.failure.error, own)
}

/**
 * The last piece that can be read. What lies behind it is put aside, and taken from the server once
 * more; where that keeps it no longer, the line is lost.
 */
async function lastOf(deps: ReceiverDeps): Promise<Last | null> {
  const pieces = piecesOf(deps.folder, deps.line).sort((one, other) =>
    one.to < other.to ? 1 : one.to > other.to ? -1 : 0,
  )
  for (const piece of pieces) {
    try {
      const { head, octets } = await openPiece(deps, piece)
      for await (const some of octets) if (some.length === 0) continue
      return { to: piece.to, at: piece.at, timeline: head.timeline, tail: head.tail }
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'backup.damaged')) throw error
      putAside(piece)
    }
  }
  // Without any that can be read, nobody knows where it stands.
  if (pieces.length > 0) throw new LineLost()
  return null
}

function putAside({ path }: Piece): void {
  try {
    renameSync(path, `${path}.damaged`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw folderFault(error, path)
  }
}
