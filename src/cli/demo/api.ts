// The platform as anyone reaches it: over HTTP with a token.
import type { Language, Timers } from '../../kernel/index.ts'

export type Api = {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  /** The stable code of the problem that the call is answered with; null when it succeeds. */
  refusalOf(path: string, body?: unknown): Promise<Refusal | null>
  upload<T>(path: string, name: string, bytes: Uint8Array): Promise<T>
  /** A file for a reason, which is recorded. */
  download(path: string, body: { reason: string }): Promise<Buffer>
  /** Asks again until `isReady`; gives up after a while with what it was waiting for. */
  until<T>(path: string, isReady: (value: T) => boolean, seconds?: number): Promise<T>
}

export type Refusal = { status: number; code: string; detail: string }

/** The platform said no where the demo expected yes. */
export class ApiFailure extends Error {
  readonly refusal: Refusal
  constructor(path: string, refusal: Refusal) {
    super(`${path}: ${refusal.status} ${refusal.code} – ${refusal.detail}`)
    this.refusal = refusal
  }
}

const pollMs = 150
const untilSecondsMax = 30

export type ApiDeps = { url: string; token: string; language: Language; timers: Timers }

export function openApi({ url, token, language, timers }: ApiDeps): Api {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'accept-language': language,
      ...init.headers,
    }
    const answer = await fetch(`${url}${path}`, { ...init, headers })
    if (answer.ok) return answer
    throw new ApiFailure(path, await refusalIn(answer))
  }
  const send = (path: string, body?: unknown): Promise<Response> => {
    const sent =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return ask(path, { method: 'POST', ...sent })
  }
  const post = async <T>(path: string, body?: unknown): Promise<T> => {
    const text = await (await send(path, body)).text()
    return (text === '' ? null : JSON.parse(text)) as T
  }
  const get = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T
  return {
    get,
    post,
    refusalOf: async (path, body) => {
      try {
        await post(path, body)
        return null
      } catch (error) {
        if (error instanceof ApiFailure) return error.refusal
        throw error
      }
    },
    upload: async <T>(path: string, name: string, bytes: Uint8Array) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)]), name)
      return (await (await ask(path, { method: 'POST', body: form })).json()) as T
    },
    download: async (path, body) => Buffer.from(await (await send(path, body)).arrayBuffer()),
    until: async <T>(path: string, isReady: (value: T) => boolean, seconds = untilSecondsMax) => {
      const end = timers.now() + seconds * 1000
      for (;;) {
        const value = await get<T>(path)
        if (isReady(value)) return value
        if (timers.now() > end) throw new Error(`${path} stayed ${JSON.stringify(value)}`)
        await timers.sleep(pollMs)
      }
    },
  }
}

async function refusalIn(answer: Response): Promise<Refusal> {
  const text = await answer.text()
  try {
    const { code, detail } = JSON.parse(text) as { code: string; detail: string }
    return { status: answer.status, code, detail }
  } catch {
    return { status: answer.status, code: 'unreadable', detail: text.slice(0, 300) }
  }
}
