// What commands that ask the running server share: its address, the token,
// its answers and refusals.
import { configFromEnvironment, runningServer } from '../app/index.ts'
import { serverCommandWords } from '../words/index.ts'
import { type CommandIo, exitCodes } from './command.ts'

/** Options of each such command. */
export const serverOptions = {
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
} as const

export const serverUsage = [
  'Options: --token TOKEN (else the first line of standard input), --url ADDRESS (else the server',
  'that runs on the data folder), --data FOLDER.',
].join('\n')

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

type Given = { url?: string | undefined; token?: string | undefined; data?: string | undefined }

/** Null when no server is there, or no token is given; that is said. */
export async function serverOf(given: Given, io: CommandIo): Promise<Ask | null> {
  const url = given.url ?? serverUrl(given.data)
  if (url === null) {
    failed(io, serverCommandWords[io.language].noServer)
    return null
  }
  const token = given.token ?? (await tokenFrom(io))
  if (token === '') {
    failed(io, serverCommandWords[io.language].noToken)
    return null
  }
  return (path, init = {}) =>
    fetch(new URL(path, url), {
      ...init,
      headers: {
        ...init.headers,
        authorization: `Bearer ${token}`,
        'accept-language': io.language,
      },
    })
}

function serverUrl(data: string | undefined): string | null {
  const config = configFromEnvironment({ ACCORD_DATA: data })
  return runningServer(config.dataFolder)?.url ?? null
}

/** Somebody at a terminal is told what is waited for. */
function tokenFrom(io: CommandIo): Promise<string> {
  const isTerminal = 'isTTY' in io.stdin && io.stdin.isTTY === true
  if (isTerminal) io.stderr.write(`${serverCommandWords[io.language].askToken} `)
  return firstLine(io.stdin)
}

async function firstLine(stdin: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const piece of stdin) {
    text += String(piece)
    if (text.includes('\n')) break
  }
  return text.split('\n')[0]?.trim() ?? ''
}

export const jsonBody = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The server's own sentence. */
export async function problemOf(answer: Response): Promise<string> {
  try {
    const problem = (await answer.json()) as { detail?: string; title?: string }
    return problem.detail ?? problem.title ?? `HTTP ${answer.status}`
  } catch {
    return `HTTP ${answer.status}`
  }
}

export function failed(io: CommandIo, sentence: string): number {
  io.stderr.write(`${sentence}\n`)
  return exitCodes.failed
}
