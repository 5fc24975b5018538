// A temporary installation: its own folders, port, clock and sandbox operator, removed after use.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Language, rights } from '../kernel/index.ts'
import { silentLogger } from '../observability/index.ts'
import { realTimers, systemRandomness, timersAhead } from './clock.ts'
import { configFor } from './config.ts'
import { startSandboxOperator } from './sandbox-operator.ts'
import { startApp } from './start.ts'

export type TemporaryInstallation = {
  url: string
  /** Of the first account, a sandbox one, with every right. */
  token: string
  folder: string
  sandboxControlPort: number
  pids: { database: number | null; sandbox: number | null }
  stop(): Promise<void>
}

export type TemporaryOptions = {
  language: Language
  accountName: string
  /** How far its clock is ahead of the machine's. */
  aheadMs?: number
  /** Habits of the sandbox operator, as `sandbox/README.md` lists them. */
  sandboxFlags?: readonly string[]
  /** The pace of the link, as in an operator's address: `rate=20&window=10`. */
  link?: string
  /** Leaves the folder where it is. */
  keep?: boolean
}

const prefix = join(tmpdir(), 'accord-once-')

export async function startTemporaryInstallation(
  options: TemporaryOptions,
): Promise<TemporaryInstallation> {
  const folder = mkdtempSync(prefix)
  // As root the database has a user of its own, which must pass through to its data.
  chmodSync(folder, 0o711)
  const timers = timersAhead(options.aheadMs ?? 0)
  const closers: (() => unknown)[] = [() => (options.keep ? undefined : removeFolder(folder))]
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const sandbox = await startSandboxOperator({
      timers: realTimers,
      randomness: systemRandomness,
      logger: silentLogger,
      flags: [...(options.sandboxFlags ?? []), ...['--clock-ahead', String(options.aheadMs ?? 0)]],
    })
    closers.push(() => sandbox.stop())
    const link = options.link === undefined ? '' : `?${options.link}`
    const config = configFor({
      ACCORD_DATA: join(folder, 'data'),
      ACCORD_KEYS: join(folder, 'keys'),
      ACCORD_PORT: '0',
      ACCORD_BACKUP: 'off',
      ACCORD_LANGUAGE: options.language,
      ACCORD_OPERATOR: `${sandbox.url}${link}`,
    })
    const app = await startApp(config, { timers })
    closers.push(() => app.stop())
    const token = await setUp(app.url, app.setupCode ?? '', options)
    return {
      url: app.url,
      token,
      folder,
      sandboxControlPort: sandbox.controlPort,
      pids: { database: app.databasePid, sandbox: sandbox.pid },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Only ever a folder that `mkdtemp` made under this prefix. */
function removeFolder(folder: string): void {
  if (!folder.startsWith(prefix) || !/^[A-Za-z0-9]{6}$/.test(folder.slice(prefix.length))) {
    throw new Error('not the folder of a temporary installation')
  }
  rmSync(folder, { recursive: true, force: true })
}

/** The first run, as a person does it on the first page: an owner, then a token. */
async function setUp(url: string, code: string, options: TemporaryOptions): Promise<string> {
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie, 'x-accord': 'temporary' }
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  // Of 24 hexadecimal digits one in forty has too few letters to be accepted.
  const password = Buffer.from(systemRandomness.bytes(18)).toString('base64url')
  const owner = await post('/v1/setup', {
    code,
    accountName: options.accountName,
    accountKind: 'sandbox',
    language: options.language,
    name: 'Camille Exemple',
    email: 'camille@example.org',
    password,
  })
  const cookie = owner.headers.get('set-cookie')?.split(';')[0] ?? ''
  const made = await post('/v1/tokens', { name: 'once', rights }, cookie)
  return ((await made.json()) as { secret: string }).secret
}
