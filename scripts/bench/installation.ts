// Starts the installation to be measured and speaks with it over HTTP, as anyone does.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Pids = { server: number; database: number; sandbox: number }

export type Installation = {
  url: string
  token: string
  folder: string
  pids: Pids
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  stop(): Promise<void>
}

/** What links a batch of binds: wide enough that the window is never what is measured. */
export const linkQuery = 'window=500'

export async function startInstallation(): Promise<Installation> {
  const program = fileURLToPath(new URL('server.mjs', import.meta.url))
  const child = spawn(process.execPath, [program, linkQuery], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = JSON.parse(await firstLine(child)) as Pick<
    Installation,
    'url' | 'token' | 'folder' | 'pids'
  >
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${said.token}`, ...init.headers }
    const answer = await fetch(`${said.url}${path}`, { ...init, headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  return {
    ...said,
    get: async <T>(path: string) => (await ask(path, {})) as T,
    post: async <T>(path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const sent = body === undefined ? {} : { body: JSON.stringify(body), headers }
      return (await ask(path, { method: 'POST', ...sent })) as T
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.stdin?.end()
      }),
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', () => reject(new Error('the installation did not start')))
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const end = text.indexOf('\n')
      if (end !== -1) resolve(text.slice(0, end))
    })
  })
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
export const secondsSince = (start: number) => (performance.now() - start) / 1000

/** Asks again until it is so. */
export async function until<T>(
  ask: () => Promise<T>,
  isReady: (value: T) => boolean,
  { everyMs = 100, forSeconds = 1800 } = {},
): Promise<T> {
  const start = performance.now()
  for (;;) {
    const value = await ask()
    if (isReady(value)) return value
    if (secondsSince(start) > forSeconds)
      throw new Error(`waited in vain: ${JSON.stringify(value)}`)
    await sleep(everyMs)
  }
}
