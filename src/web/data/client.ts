// The one way to the API: JSON in and out, problem documents become ApiProblem.
import { type Right, rights } from '../../kernel/index.ts'

let language = 'fr'
/** The language that answers are asked in; the language switch sets it. */
export function setApiLanguage(next: string): void {
  language = next
}

export type ProblemItem = { pointer?: string; detail: string }

type ProblemBody = {
  code?: string
  detail?: string
  title?: string
  errors?: ProblemItem[]
  details?: { right?: unknown }
}

/** An answer that said no, with its sentence in the reader's language (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly items: readonly ProblemItem[]
  /** That its sentences are written in: the one that was chosen when it was asked. */
  readonly language: string
  /** The right that was missing, when that is why. */
  readonly right: Right | null
  constructor(status: number, code: string, told: Omit<ProblemBody, 'code'> = {}) {
    super(told.detail ?? told.title ?? '')
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.items = told.errors ?? []
    this.language = language
    this.right = rights.find((right) => right === told.details?.right) ?? null
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function problemOf(response: Response): Promise<ApiProblem> {
  let body: ProblemBody = { title: response.statusText }
  try {
    body = await response.json()
  } catch {
    // Not a problem document: the status alone has to do.
  }
  return new ApiProblem(response.status, body.code ?? 'unknown', body)
}

/** Rejects with an ApiProblem, or with one of code `offline` when nothing answers. */
async function answerOf(method: Method, path: string, body: unknown): Promise<Response> {
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
    throw new ApiProblem(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await answerOf(method, path, body)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** A file that is asked for with more than an address can say. */
export async function fetchFile(
  path: string,
  body: unknown,
): Promise<{ name: string; blob: Blob }> {
  const response = await answerOf('POST', path, body)
  const told = response.headers.get('content-disposition') ?? ''
  return { name: /filename="([^"]*)"/.exec(told)?.[1] ?? 'document', blob: await response.blob() }
}

export const get = <T>(path: string) => ask<T>('GET', path)
export const post = <T>(path: string, body?: unknown) => ask<T>('POST', path, body)
