// Changes put beside a restored base backup, and the server told to replay them up to a moment.
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../kernel/index.ts'
import type { ServerUser } from '../embedded/server-user.ts'
import { type Lsn, lsnOf, segmentName, segmentOctets } from './lsn.ts'

/** Writes the WAL of one timeline into the files in which PostgreSQL looks for it. */
export class ChangesWriter {
  readonly #folder: string
  readonly #timeline: number
  readonly #user: ServerUser
  #file: { name: string; handle: number } | null = null

  constructor(dataFolder: string, timeline: number, user: ServerUser) {
    this.#folder = join(dataFolder, 'postgres', 'pg_wal')
    this.#timeline = timeline
    this.#user = user
  }

  write(at: Lsn, octets: Buffer): void {
    for (let done = 0; done < octets.length; ) {
      const from = at + BigInt(done)
      const inSegment = Number(from % segmentOctets)
      const room = Number(segmentOctets) - inSegment
      const part = octets.subarray(done, Math.min(octets.length, done + room))
      const handle = this.#open(segmentName(this.#timeline, from))
      for (let put = 0; put < part.length; ) {
        put += writeSync(handle, part, put, part.length - put, inSegment + put)
      }
      done += part.length
    }
  }

  end(): void {
    if (this.#file !== null) closeSync(this.#file.handle)
    this.#file = null
  }

  /** The rest of a file stays zeros, where PostgreSQL sees its end. */
  #open(name: string): number {
    if (this.#file?.name === name) return this.#file.handle
    this.end()
    const path = join(this.#folder, name)
    const isThere = existsSync(path)
    const handle = openSync(path, isThere ? 'r+' : 'wx', 0o600)
    if (!isThere) {
      ftruncateSync(handle, Number(segmentOctets))
      handOver(path, this.#user)
    }
    this.#file = { name, handle }
    return handle
  }
}

/** Where the history of a timeline says how it began; the server needs it beside its WAL. */
export function putHistory(
  dataFolder: string,
  timeline: number,
  history: string,
  user: ServerUser,
): void {
  const name = `${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`
  const path = join(dataFolder, 'postgres', 'pg_wal', name)
  writeFileSync(path, history, { mode: 0o600 })
  handOver(path, user)
}

function handOver(path: string, user: ServerUser): void {
  if (user.isOther) chownSync(path, user.uid, user.gid)
}

const autoConf = (dataFolder: string): string =>
  join(dataFolder, 'postgres', 'postgresql.auto.conf')
const mark = '# Of a restore; removed once it is done.\n'

/**
 * At its next start the server replays what is there, up to `until` or to the end, and begins a
 * history of its own. Nobody is let in before that.
 */
export function askReplay(dataFolder: string, until: Instant | null, user: ServerUser): void {
  endReplay(dataFolder)
  const lines = [
    "restore_command = 'false'",
    'hot_standby = off',
    "recovery_target_timeline = 'current'",
    ...(until === null
      ? []
      : [
          `recovery_target_time = '${new Date(until).toISOString().replace('Z', '+00')}'`,
          "recovery_target_action = 'promote'",
        ]),
  ]
  const path = autoConf(dataFolder)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  writeFileSync(path, `${before}${mark}${lines.join('\n')}\n`, { mode: 0o600 })
  const signal = join(dataFolder, 'postgres', 'recovery.signal')
  writeFileSync(signal, '', { mode: 0o600 })
  for (const file of [path, signal]) {
    handOver(file, user)
    chmodSync(file, 0o600)
  }
}

export function endReplay(dataFolder: string): void {
  const path = autoConf(dataFolder)
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8')
    const at = text.indexOf(mark)
    if (at !== -1) writeFileSync(path, text.slice(0, at))
  }
  rmSync(join(dataFolder, 'postgres', 'recovery.signal'), { force: true })
}

/** Where the new history begins: up to there it was replayed. Null: none was begun. */
export function replayedTo(dataFolder: string): Lsn | null {
  const folder = join(dataFolder, 'postgres', 'pg_wal')
  const newest = readdirSync(folder)
    .filter((name) => /^[0-9A-F]{8}\.history$/.test(name))
    .sort()
    .at(-1)
  if (newest === undefined) return null
  const lines = readFileSync(join(folder, newest), 'utf8').trim().split('\n')
  const at = /^\d+\t([0-9A-F]+\/[0-9A-F]+)/.exec(lines.at(-1) ?? '')?.[1]
  return at === undefined ? null : lsnOf(at)
}

type Reads = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> }

/** When the last change that was replayed was committed; null: there was none. */
export async function replayedUntil(on: Reads): Promise<Instant | null> {
  const { rows } = await on.query(
    'select extract(epoch from pg_last_xact_replay_timestamp()) * 1000 as ms',
  )
  const ms = rows[0]?.['ms'] ?? null
  return ms === null ? null : Math.floor(Number(ms))
}
