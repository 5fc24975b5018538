// The processes of a crash run: an operator that stays,
// and a server that is started again when it dies.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { realTimers } from '../support/clock.ts'
import { goneOf, postmasterOf } from '../support/process.ts'
import type { Program } from '../support/program.ts'

/** A copy of the build: what is built meanwhile does not change what is started again. */
export function copyOfBuild(folder: string): Program {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder: join(folder, 'dist'), extension: 'js' }
}

export type OperatorStats = {
  submits: number
  taken: number
  throttled: number
  deliveriesPending: number
  bindsOpen: number
}

export type OperatorProcess = {
  url: string
  /** For a program that is told of it in words of its own. */
  login: { port: number; user: string; password: string }
  logFile: string
  stats(): Promise<OperatorStats>
  /** Ends every connection, wherever in a PDU it is. */
  cut(): Promise<void>
  /** At the nth submit from now on, half of its answer leaves and the connection ends. */
  cutInAnswer(submitsFromNow: number): Promise<void>
  /** More than so many a second it answers with "throttled". */
  throttle(perSecond: number): Promise<void>
  stop(): Promise<void>
}

const password = 'crashing'

export async function startOperator(
  program: Program,
  folder: string,
  answerDelayMs = 3,
): Promise<OperatorProcess> {
  const logFile = join(folder, 'taken.tsv')
  const flags = ['--no-magic', '--port', '0', '--control-port', '0', '--with-parent', '--keep', '0']
  const habits = ['--receipt-delay', '300', '--answer-delay', String(answerDelayMs)]
  const login = ['--system-id', 'accord', '--password', password]
  const main = join(program.folder, 'sandbox', `main.${program.extension}`)
  const child = spawn(process.execPath, [main, ...flags, ...habits, ...login, '--log', logFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = JSON.parse(await firstLine(child)) as { port: number; controlPort: number }
  const control = `http://127.0.0.1:${said.controlPort}`
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(control + path, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`the operator answered ${answer.status}`)
  }
  const stats = async () => (await (await fetch(`${control}/stats`)).json()) as OperatorStats
  return {
    url: `smpp://accord:${password}@127.0.0.1:${said.port}`,
    login: { port: said.port, user: 'accord', password },
    logFile,
    stats,
    cut: () => post('/cut', {}),
    cutInAnswer: async (submitsFromNow) => {
      const atSubmit = (await stats()).submits + submitsFromNow
      await post('/config', { faults: [{ kind: 'cut_in_pdu', atSubmit }] })
    },
    throttle: (perSecond) => post('/config', { submitsPerSecondMax: perSecond }),
    stop: () => ended(child, 'SIGTERM'),
  }
}

export type ServerOptions = {
  program: Program
  dataFolder: string
  keysFolder: string
  operatorUrl: string
  /** How far its clock is ahead of the machine's. */
  aheadMs: number
  port: number
  /** Of a PostgreSQL that is not its own. */
  databaseUrl?: string
  /** What nodes share. */
  filesFolder?: string
}

export type ServerProcess = {
  url: string
  setupCode: string | null
  /** kill -9 of the server, of PostgreSQL, or of both at once. */
  kill(what: 'server' | 'database' | 'both'): void
  /** kill -9, and it stays down until it is started again. */
  killForGood(): void
  startAgain(): void
  /** How often it was started again after it had died. */
  restarts(): number
  stop(): Promise<void>
}

/** As a supervisor of the operating system does: whenever it ends, it is started again at once. */
export async function keepServer(options: ServerOptions): Promise<ServerProcess> {
  let isStopping = false
  let isDown = false
  let restarts = 0
  let current = launch(options)
  const first = JSON.parse(await firstLine(current)) as { url: string; setupCode: string | null }
  const keep = (child: ChildProcess) => {
    child.once('exit', () => {
      if (isStopping || isDown) return
      restarts += 1
      current = launch(options)
      keep(current)
    })
  }
  keep(current)
  return {
    ...first,
    kill: (what) => {
      if (what !== 'server') killDatabase(options.dataFolder)
      if (what !== 'database') current.kill('SIGKILL')
    },
    killForGood: () => {
      isDown = true
      current.kill('SIGKILL')
    },
    startAgain: () => {
      isDown = false
      restarts += 1
      current = launch(options)
      keep(current)
    },
    restarts: () => restarts,
    stop: async () => {
      isStopping = true
      await ended(current, 'SIGTERM')
    },
  }
}

/** Null while it is being started again: then there is nobody to kill. */
function killDatabase(dataFolder: string): void {
  try {
    process.kill(postmasterOf(dataFolder), 'SIGKILL')
  } catch {
    // It is down already.
  }
}

/** What is left of a run that failed: the database goes on when its server is killed. */
export async function endDatabase(dataFolder: string): Promise<void> {
  let pid = 0
  try {
    pid = postmasterOf(dataFolder)
    process.kill(pid, 'SIGQUIT')
  } catch {
    return
  }
  await goneOf([pid])
}

function launch(options: ServerOptions): ChildProcess {
  const { program, aheadMs } = options
  const script = fileURLToPath(new URL('server.mjs', import.meta.url))
  const app = pathToFileURL(join(program.folder, 'app', `index.${program.extension}`)).href
  const child = spawn(process.execPath, [script, app, String(aheadMs)], {
    cwd: dirname(program.folder),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LANG: 'C',
      ACCORD_DATA: options.dataFolder,
      ACCORD_KEYS: options.keysFolder,
      ACCORD_PORT: String(options.port),
      ACCORD_OPERATOR: options.operatorUrl,
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      ...(options.filesFolder === undefined ? {} : { ACCORD_FILES: options.filesFolder }),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdout?.on('error', () => undefined)
  return child
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', () => reject(new Error('a process of the run did not start')))
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const end = text.indexOf('\n')
      if (end !== -1) resolve(text.slice(0, end))
    })
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const cancel = realTimers.after(30_000, () => child.kill('SIGKILL'))
    child.once('exit', () => {
      cancel()
      resolve()
    })
    child.kill(signal)
  })
}

/** A port that is free now; the server keeps it over its restarts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
