// The one way to the API: JSON in and out, problem documents become ApiProblem.

export type ProblemItem = { pointer?: string; detail: string }

/** An answer that said no, with its sentence in the reader's language (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly items: readonly ProblemItem[]
  constructor(status: number, code: string, detail: string, items: readonly ProblemItem[]) {
    super(detail)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.items = items
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let language = 'fr'
/** The language that answers are asked in; the language switch sets it. */
export function setApiLanguage(next: string): void {
  language = next
}

async function problemOf(response: Response): Promise<ApiProblem> {
  let body: { code?: string; detail?: string; title?: string; errors?: ProblemItem[] } = {}
  try {
    body = await response.json()
  } catch {
    // Not a problem document: the status alone has to do.
  }
  const detail = body.detail ?? body.title ?? response.statusText
  return new ApiProblem(response.status, body.code ?? 'unknown', detail, body.errors ?? [])
}

/** Asks the API. Rejects with an ApiProblem, or with one of code `offline` when nothing answers. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  // The own header shows the server that the request comes from these pages and not from a form
  // on another site, which cannot set it.
  const headers: Record<string, string> = { 'accept-language': language, 'x-accord': 'web' }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body instanceof FormData) init.body = body
  else if (body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    throw new ApiProblem(0, 'offline', '', [])
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

export const get = <T>(path: string) => ask<T>('GET', path)
export const post = <T>(path: string, body?: unknown) => ask<T>('POST', path, body)
