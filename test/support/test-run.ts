// What the processes of one test run share: a folder, what is made in it once, and an end to all.
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAlive } from '../../src/storage/embedded/folders.ts'
import { realTimers } from './clock.ts'
import { runVariable } from './folder.ts'

const ender = fileURLToPath(new URL('./end-run.sh', import.meta.url))

/** The folder of this run; a script that no runner started is a run of its own. */
function runFolder(): string {
  return process.env[runVariable] ?? openRun().folder
}

/** The process that the run ends with. */
export function runPid(): number {
  return Number(readFileSync(join(runFolder(), 'pid'), 'utf8'))
}

/** Where a run says what its database server is to have for settings of its own. */
export function serverSettings(): string {
  return join(runFolder(), 'server.conf')
}

/** What a run leaves behind at a time, several times over. */
const roomBytes = 8 * 2 ** 30
const tmpfs = 0x01021994

/**
 * In memory where there is plenty. Almost every file lays a database of two thousand files and
 * throws it away: a disk that is shared takes seconds for each, and longest when many are laid.
 */
function placeOfRuns(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { type, bavail, bsize } = statfsSync(memory)
  const isRoomy = type === tmpfs && Math.min(bavail * bsize, process.availableMemory()) > roomBytes
  return isRoomy && isWritable(memory) ? memory : tmpdir()
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Begins a run of this process and of those it starts. However this process ends, a small shell
 * outside stops what still runs in the folder, and removes it; `close` does so at once.
 */
export function openRun(): { folder: string; close(): Promise<void> } {
  const folder = mkdtempSync(join(placeOfRuns(), 'accord-run-'))
  // As root the database has a user of its own, which must pass through to its data.
  chmodSync(folder, 0o711)
  process.env[runVariable] = folder
  writeFileSync(join(folder, 'pid'), String(process.pid))
  const pid = String(process.pid)
  spawn('/bin/sh', [ender, folder, pid], { ...outside, detached: true }).unref()
  const close = async () => {
    delete process.env[runVariable]
    // Not at a stroke: a worker that is on its way out asks this process for leave.
    await once(spawn('/bin/sh', [ender, folder], outside), 'close')
  }
  return { folder, close }
}

const outside: SpawnOptions = { stdio: 'ignore', cwd: '/', env: { PATH: '/usr/bin:/bin' } }

type Made<T> = { value: T } | { failed: string }

/**
 * Made by the first process of the run that asks for it; the others wait and read what it made,
 * as JSON. A process that dies over it leaves it to the next one.
 */
export async function onceInRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const made = join(runFolder(), `${name}.json`)
  const making = join(runFolder(), `${name}.making`)
  for (;;) {
    const found = read<T>(made)
    if (found !== null && 'value' in found) return found.value
    if (found !== null) throw new Error(found.failed)
    if (take(making)) {
      const result = await make().then(
        (value): Made<T> => ({ value }),
        (error: unknown): Made<T> => ({ failed: String(error) }),
      )
      writeFileSync(`${made}.new`, JSON.stringify(result), { mode: 0o600 })
      renameSync(`${made}.new`, made)
    } else {
      await realTimers.sleep(20)
    }
  }
}

function read<T>(made: string): Made<T> | null {
  return existsSync(made) ? (JSON.parse(readFileSync(made, 'utf8')) as Made<T>) : null
}

/** A folder is made by one process alone; its name tells the next one whether that one lives. */
function take(making: string): boolean {
  for (let turn = 1; ; turn += 1) {
    const place = `${making}-${turn}`
    try {
      mkdirSync(place)
      writeFileSync(join(place, 'pid'), String(process.pid))
      return true
    } catch {
      const pid = existsSync(join(place, 'pid')) ? readFileSync(join(place, 'pid'), 'utf8') : ''
      // Not written yet, or by one that lives.
      if (pid === '' || isAlive(Number(pid))) return false
    }
  }
}
