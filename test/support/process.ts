// Accord as a real process for tests that kill it: started, watched, with all its descendants.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isAlive, processStat } from '../../src/storage/embedded/folders.ts'
import { realTimers } from './clock.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'
import { layInstalled } from './installed-data.ts'
import { commandFile, commandWords } from './program.ts'

const sandboxMain = '/sandbox/main.'

type Environment = Record<string, string>

export type Ended = { code: number | null; signal: NodeJS.Signals | null; told: string }

export type AccordProcess = {
  pid: number
  url: string
  /** Of the link to the first page; null once there is an owner. */
  setupCode: string | null
  /** It and everything that it started, oldest first. */
  family(): number[]
  /** The PostgreSQL of its data folder. */
  postgresPid(): number
  sandboxPid(): number
  /** What it wrote to standard output so far. */
  said(): string
  ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
}

/**
 * By itself, or by `npm start` or `npx accord start`: the process is npm then, the server below.
 */
export type Through = 'node' | 'npm' | 'npx'

export type Place = {
  data: string
  keys: string
  start(environment?: Record<string, string>, through?: Through): Promise<AccordProcess>
  /** A start that is not waited for. */
  begin(): Pick<AccordProcess, 'ended' | 'kill'>
  /** A start that is expected to end by itself. */
  startAndEnd(environment?: Record<string, string>): Promise<Ended>
  /** Kills what is left and removes the folders. */
  remove(): Promise<void>
}

/**
 * Two folders for one installation; processes come and go on them. `isLaid`: the first start finds
 * the tables there, and has not to make the database.
 */
export function newPlace({ isLaid = false } = {}): Place {
  const data = newTestFolder()
  const keys = newTestFolder()
  const seen = new Set<number>()
  /** Data folders that starts were told, for what is left in them. */
  const folders = new Set<string>([data])
  const launch = (environment: Record<string, string>, through: Through = 'node') => {
    const folder = environment['ACCORD_DATA'] ?? data
    folders.add(folder)
    const own = { ACCORD_DATA: data, ACCORD_KEYS: keys, ACCORD_PORT: '0', ACCORD_BACKUP: 'off' }
    const launched = launchAccord(wordsOfStart[through](keys), { ...own, ...environment })
    seen.add(launched.child.pid ?? 0)
    return { ...launched, folder }
  }
  return {
    data,
    keys,
    begin: () => {
      const { child, ended } = launch({})
      return { ended, kill: (signal) => child.kill(signal) }
    },
    start: async (environment = {}, through = 'node') => {
      if (isLaid && !existsSync(join(data, 'postgres'))) await layInstalled(data)
      const launched = launch(environment, through)
      const url = await launched.ready
      const pid = launched.child.pid ?? 0
      const family = () => {
        const found = familyOf(pid)
        for (const one of found) seen.add(one)
        return found
      }
      family()
      return {
        pid,
        url,
        setupCode: /\/start#(\S+)/.exec(launched.said())?.[1] ?? null,
        family,
        postgresPid: () => postmasterOf(launched.folder),
        sandboxPid: () => family().find((one) => wordsOf(one).includes(sandboxMain)) ?? 0,
        said: launched.said,
        ended: launched.ended,
        kill: (signal) => process.kill(pid, signal),
      }
    },
    startAndEnd: (environment = {}) => launch(environment).ended,
    remove: async () => {
      for (const folder of folders) {
        if (existsSync(join(folder, 'postgres', 'postmaster.pid'))) seen.add(postmasterOf(folder))
      }
      for (const pid of seen) if (isOurs(pid)) process.kill(pid, 'SIGKILL')
      await goneOf([...seen])
      removeTestFolder(data)
      removeTestFolder(keys)
    },
  }

  /** A pid is given out again: only what still names our folder, or is our own child, is killed. */
  function isOurs(pid: number): boolean {
    if (!isAlive(pid)) return false
    const words = wordsOf(pid)
    return (
      [...folders].some((one) => words.includes(one)) ||
      words.includes(commandFile) ||
      words.includes(sandboxMain)
    )
  }
}

const ownStart = [...commandWords, 'start']

/** The script `start` of package.json in a package of its own: nothing is built or installed. */
function npmStart(folder: string): string[] {
  const ours = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { scripts } = JSON.parse(ours) as { scripts: { start: string } }
  const start = scripts.start.replace('scripts/start.mjs', ownStart.slice(1).join(' '))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start } }))
  return ['npm', '--prefix', folder, 'start']
}

/** The command itself in a package of its own, whose build is this program. */
function npxStart(folder: string): string[] {
  const command = fileURLToPath(new URL('../../bin/accord.mjs', import.meta.url))
  for (const part of ['bin', 'dist/cli', 'node_modules/.bin']) {
    mkdirSync(join(folder, part), { recursive: true })
  }
  copyFileSync(command, join(folder, 'bin', 'accord.mjs'))
  symlinkSync('../../bin/accord.mjs', join(folder, 'node_modules', '.bin', 'accord'))
  writeFileSync(
    join(folder, 'dist', 'cli', 'main.js'),
    `export * from '${pathToFileURL(commandFile)}'`,
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'clone', type: 'module' }))
  return ['npm', '--prefix', folder, 'exec', '--', 'accord', 'start']
}

const wordsOfStart: Record<Through, (folder: string) => string[]> = {
  node: () => ownStart,
  npm: npmStart,
  npx: npxStart,
}

function launchAccord([program = '', ...args]: readonly string[], environment: Environment) {
  const child: ChildProcess = spawn(program, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let told = ''
  child.stdout?.on('data', (piece: Buffer) => {
    out += piece.toString('utf8')
  })
  child.stderr?.on('data', (piece: Buffer) => {
    told += piece.toString('utf8')
  })
  const ended = new Promise<Ended>((resolve) => {
    // Not `exit`: what it said last may still be on its way.
    child.once('close', (code, signal) => resolve({ code, signal, told }))
  })
  const ready = (async () => {
    for (;;) {
      const url = /^Accord is ready at (\S+)$/m.exec(out)?.[1]
      // The whole announcement is written at once; its last line says how to stop.
      if (url !== undefined && out.includes('Ctrl-C')) return url
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended: ${told}`)
      await realTimers.sleep(20)
    }
  })()
  ready.catch(() => undefined)
  return { child, ready, ended, said: () => out }
}

export function postmasterOf(data: string): number {
  return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** A process and its descendants, by what the kernel says (Linux). */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of existsSync('/proc') ? readdirSync('/proc') : []) {
    const parent = /^\d+$/.test(name) ? processStat(Number(name))?.[1] : undefined
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const family = [pid]
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child)
  }
  return family
}

function wordsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Waits until none of them lives; tells those that still do after the limit. */
export async function goneOf(pids: readonly number[], limitMs = 10_000): Promise<number[]> {
  const end = realTimers.now() + limitMs
  for (;;) {
    const alive = pids.filter(isAlive)
    if (alive.length === 0 || realTimers.now() > end) return alive
    await realTimers.sleep(30)
  }
}

/** The most memory that a process had, as the kernel counts (Linux); 0 where nobody counts. */
export function memoryPeakMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Of a process and of those that read files for it; PostgreSQL's are no part of it. */
export function familyPeaksMb(parent: number): number[] {
  const readers = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const isChild = readFileSync(`/proc/${name}/status`, 'utf8').includes(`PPid:\t${parent}\n`)
      return isChild && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('reading-child')
    } catch {
      return false
    }
  })
  return [parent, ...readers.map(Number)].map(memoryPeakMb)
}
