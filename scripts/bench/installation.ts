// Starts the installation to be measured and speaks with it over HTTP, as anyone does.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rights } from '../../src/kernel/index.ts'
import { progress } from './figures.ts'
import { type BenchOperator, firstLineOf } from './operator.ts'

export type Pids = { server: number; database: number }

export type Installation = {
  url: string
  token: string
  folder: string
  pids: Pids
  operator: BenchOperator
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  /** Ends in order and starts again, on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Wide enough that the window is not what is measured; the same for whoever is compared. */
export const windowMax = 500
export const sender = 'BENCH'

const prefix = join(tmpdir(), 'accord-bench-')

type Launching = { link?: string; profiles?: string | null; keepsChanges?: boolean }
type Said = { url: string; setupCode: string | null; databasePid: number; postgres: string }

/**
 * `link`: the pace of the route, as in an operator's address. `profiles`: a folder for a profile of
 * the processor's time, one a thread, written when the thread ends. `keepsChanges`: those after a
 * backup, as is usual.
 */
export async function startInstallation(
  operator: BenchOperator,
  { link = `window=${windowMax}`, profiles = null, keepsChanges = true }: Launching = {},
): Promise<Installation> {
  const folder = mkdtempSync(prefix)
  // As root the database has a user of its own, which must pass through to its data.
  chmodSync(folder, 0o711)
  const start = () => launch(folder, operator, { link, profiles, keepsChanges })
  let child = start()
  let said = JSON.parse(await firstLineOf(child)) as Said
  progress(`on PostgreSQL ${said.postgres}`)
  const token = await setUp(said.url, said.setupCode ?? '')
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers }
    const answer = await fetch(`${said.url}${path}`, { ...init, headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const post = async <T>(path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers }
    return (await ask(path, { method: 'POST', ...sent })) as T
  }
  await post('/v1/senders', { name: sender, country: 'FR' })
  return {
    token,
    folder,
    operator,
    get url() {
      return said.url
    },
    get pids() {
      return { server: child.pid ?? 0, database: said.databasePid }
    },
    get: async <T>(path: string) => (await ask(path, {})) as T,
    post,
    restart: async () => {
      await ended(child)
      child = start()
      said = JSON.parse(await firstLineOf(child)) as Said
    },
    stop: async () => {
      await ended(child)
      removeFolder(folder)
    },
  }
}

function launch(
  folder: string,
  operator: BenchOperator,
  { link, profiles, keepsChanges }: Required<Launching>,
): ChildProcess {
  const program = fileURLToPath(new URL('server.mjs', import.meta.url))
  const profiling = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
  const flags = [...flagsOfStart(), ...profiling]
  return spawn(process.execPath, [...flags, program, String(operator.aheadMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ACCORD_DATA: join(folder, 'data'),
      ACCORD_KEYS: join(folder, 'keys'),
      ACCORD_PORT: '0',
      ACCORD_LANGUAGE: 'en',
      ACCORD_BACKUP_CHANGES: keepsChanges ? 'on' : 'off',
      ACCORD_ENGINE_THREAD: process.env['ACCORD_ENGINE_THREAD'],
      ACCORD_OPERATOR: `smpp://accord:secret@127.0.0.1:${operator.port}?${link}`,
    },
  })
}

/**
 * The flags of `npm start`: what lives for one batch dies young and is not copied, and garbage is
 * taken away before it is many times what is alive.
 */
function flagsOfStart(): string[] {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url))
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.stdin?.end()
  })
}

/** Only ever a folder that `mkdtemp` made under this prefix. */
function removeFolder(folder: string): void {
  if (!folder.startsWith(prefix) || !/^[A-Za-z0-9]{6}$/.test(folder.slice(prefix.length))) {
    throw new Error('not a folder of the bench')
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Who logs in where a browser is measured. */
export const owner = { email: 'camille@example.org', password: 'les cerises de juin' }

/** The first run, as a person does it on the first page: an owner, then a token. */
async function setUp(url: string, code: string): Promise<string> {
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie, 'x-accord': 'bench' }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  const first = await post('/v1/setup', {
    code,
    accountName: 'Bench',
    accountKind: 'sandbox',
    language: 'en',
    name: 'Camille Exemple',
    ...owner,
  })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const made = await post('/v1/tokens', { name: 'bench', rights }, cookie)
  return ((await made.json()) as { secret: string }).secret
}
