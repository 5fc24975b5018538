// The one way to the API: JSON in and out, problem documents become ApiProblem.
import { type Right, rights } from '../../kernel/index.ts'
import type { AnswerOf, CallKey, FileKey, LinkKey, Rest } from './api.ts'

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
  details?: { right?: unknown; requestId?: unknown }
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
  /** The request of a person that stands in the way, when that is why. */
  readonly requestId: string | null
  constructor(status: number, code: string, told: Omit<ProblemBody, 'code'> = {}) {
    super(told.detail ?? told.title ?? '')
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.items = told.errors ?? []
    this.language = language
    this.right = rights.find((right) => right === told.details?.right) ?? null
    const requestId = told.details?.requestId
    this.requestId = typeof requestId === 'string' ? requestId : null
  }
}

/** What comes with a request, whatever the route; `api.ts` says which of it each route takes. */
type Given = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  fields?: Readonly<Record<string, unknown>>
  file?: File
  looksOn?: boolean
}

async function problemOf(response: Response): Promise<ApiProblem> {
  let body: ProblemBody = { title: response.statusText }
  try {
    body = await response.json()
  } catch {
    // Not a problem document: the status alone has to do.
  }
  return new ApiProblem(response.status, body.code ?? 'unknown', body)
}

function requestOf(key: string, { params = {}, query = {} }: Given) {
  const [method = '', template = ''] = key.split(' ')
  const path = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) asked.set(name, String(value))
  }
  return { method, address: asked.size > 0 ? `${path}?${asked}` : path }
}

/** The server reads the fields before the file, so they stand first. */
function formOf({ fields = {}, file }: Given): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, String(value))
  }
  if (file) form.set('file', file, file.name)
  return form
}

/** Rejects with an ApiProblem, or with one of code `offline` when nothing answers. */
async function answerOf(key: string, given: Given): Promise<Response> {
  const { method, address } = requestOf(key, given)
  // The own header shows the server that the request comes from these pages and not from a form
  // on another site, which cannot set it.
  const headers: Record<string, string> = { 'accept-language': language, 'x-accord': 'web' }
  if (given.looksOn === true) headers['cache-control'] = 'max-age=1'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (given.file) init.body = formOf(given)
  else if (given.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(given.body)
  }
  let response: Response
  try {
    response = await fetch(address, init)
  } catch {
    throw new ApiProblem(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

/**
 * Asks one route: `call('GET /v1/campaigns/{id}', { params: { id } })`. What it takes and what it
 * answers are the types of the route's contract.
 */
export async function call<K extends CallKey>(key: K, ...input: Rest<K>): Promise<AnswerOf<K>>
export async function call(key: string, input: Given = {}): Promise<unknown> {
  const response = await answerOf(key, input)
  return response.status === 204 ? undefined : response.json()
}

/** A file that is asked for with more than an address can say. */
export async function download<K extends FileKey>(
  key: K,
  ...input: Rest<K>
): Promise<{ name: string; blob: Blob }>
export async function download(key: string, input: Given = {}) {
  const response = await answerOf(key, input)
  const told = response.headers.get('content-disposition') ?? ''
  return { name: /filename="([^"]*)"/.exec(told)?.[1] ?? 'document', blob: await response.blob() }
}

/** The address of a file, for a link. */
export function addressOf<K extends LinkKey>(key: K, ...input: Rest<K>): string
export function addressOf(key: string, input: Given = {}): string {
  return requestOf(key, input).address
}
