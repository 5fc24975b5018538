// The sandbox operator as a process of its own: started, found again at the same port when it dies.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Randomness, Timers } from '../kernel/index.ts'
import type { Logger } from '../observability/index.ts'
import { appError } from './errors.ts'

export type SandboxOperator = {
  /** smpp://user:password@127.0.0.1:port */
  url: string
  controlPort: number
  pid: number | null
  stop(): Promise<void>
}

type Said = { port: number; controlPort: number }
type Deps = {
  timers: Timers
  randomness: Randomness
  logger: Logger
  /** Habits that it is given, as `sandbox/README.md` lists them. */
  flags?: readonly string[]
}

const systemId = 'accord'
const startTimeoutMs = 10_000
const restartAfterMs = 500
const stopTimeoutMs = 2_000

export async function startSandboxOperator(deps: Deps): Promise<SandboxOperator> {
  const { timers, logger, flags = [] } = deps
  // SMPP 3.4 gives a password eight octets.
  const password = Buffer.from(deps.randomness.bytes(4)).toString('hex')
  let isStopping = false
  let first: Said | null = null
  let child = await launch({ password, ports: null, flags }, timers)
  first = child.said
  const keep = () => {
    child.process.once('exit', async (exitCode) => {
      if (isStopping) return
      logger.warn('app.sandbox_ended', { exitCode: exitCode ?? -1 })
      while (!isStopping) {
        await timers.sleep(restartAfterMs)
        try {
          if (isStopping) return
          child = await launch({ password, ports: first, flags }, timers)
          if (isStopping) child.process.kill('SIGTERM')
          else keep()
          return
        } catch {
          logger.warn('app.sandbox_not_restarted')
        }
      }
    })
  }
  keep()
  return {
    url: `smpp://${systemId}:${password}@127.0.0.1:${first.port}`,
    controlPort: first.controlPort,
    pid: child.process.pid ?? null,
    stop: async () => {
      isStopping = true
      await end(child.process, timers)
    },
  }
}

type Launch = { password: string; ports: Said | null; flags: readonly string[] }

/**
 * Detached, so that Ctrl-C reaches the server alone, which lets what is under way come to its end.
 */
async function launch(
  { password, ports, flags }: Launch,
  timers: Timers,
): Promise<{ process: ChildProcess; said: Said }> {
  const here = fileURLToPath(import.meta.url)
  const program = join(here, '..', '..', 'sandbox', `main${extname(here)}`)
  // A file, since a process list shows arguments to every user of the machine.
  const folder = mkdtempSync(join(tmpdir(), 'accord-sandbox-'))
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    const child = spawn(
      process.execPath,
      [
        program,
        '--with-parent',
        ...['--system-id', systemId, '--password-file', passwordFile],
        ...['--port', String(ports?.port ?? 0)],
        ...['--control-port', String(ports?.controlPort ?? 0)],
        ...flags,
      ],
      { stdio: ['pipe', 'pipe', 'ignore'], detached: true },
    )
    return { process: child, said: await whatItSays(child, timers) }
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Its first line tells where it listens. */
function whatItSays(child: ChildProcess, timers: Timers): Promise<Said> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = () => {
      child.kill('SIGKILL')
      reject(
        appError(
          'app.sandbox_failed',
          'The sandbox operator did not start: see that its program can run, or name an operator with ACCORD_OPERATOR.',
        ),
      )
    }
    const cancel = timers.after(startTimeoutMs, fail)
    child.once('error', fail)
    child.once('exit', fail)
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const end = text.indexOf('\n')
      if (end === -1) return
      cancel()
      child.removeListener('exit', fail)
      child.removeListener('error', fail)
      child.on('error', () => undefined)
      resolve(JSON.parse(text.slice(0, end)) as Said)
    })
  })
}

async function end(child: ChildProcess, timers: Timers): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const cancel = timers.after(stopTimeoutMs, () => child.kill('SIGKILL'))
    child.once('exit', () => {
      cancel()
      resolve()
    })
    child.kill('SIGTERM')
  })
}
