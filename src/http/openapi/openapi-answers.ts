// Which failures a route may answer, by status, with their codes: from what the kit knows of it.
import type { ErrorKind } from '../../kernel/index.ts'
import { statusOfCode, statusOfKind } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Json } from './openapi-schemas.ts'

/** The kind of each code of each room, which the program knows as a whole. */
export type KindOfCode = (code: string) => ErrorKind | null

const httpKinds: Readonly<Record<string, ErrorKind>> = {
  'http.authentication_required': 'unauthenticated',
  'http.right_missing': 'forbidden',
  'http.origin_refused': 'forbidden',
  'http.too_many_requests': 'rate_limited',
  'http.idempotency_key_reused': 'conflict',
  'http.idempotency_key_in_progress': 'conflict',
  'http.unavailable': 'unavailable',
}

/** What the kit itself answers for a route of this form. */
function codesOfForm(route: Route): string[] {
  const codes = ['http.unavailable']
  const isRead = route.method === 'GET'
  if (route.needs !== 'none') codes.push('http.authentication_required')
  if (route.needs !== 'none' && route.needs !== 'session') codes.push('http.right_missing')
  if (route.needs !== 'none' && !isRead) codes.push('http.origin_refused')
  if (route.params ?? route.query ?? route.body) codes.push('http.input_invalid')
  if (hasCursor(route)) codes.push('http.cursor_invalid')
  if (route.kind === 'upload') codes.push(...codesOfUpload)
  else if (route.body !== null) codes.push(...codesOfBody)
  if (route.idempotent) codes.push(...codesOfKey)
  if (route.perMinuteMax !== null) codes.push('http.too_many_requests')
  return codes
}

const codesOfBody = [
  'http.json_malformed',
  'http.body_too_large',
  'http.media_type_unsupported',
] as const
const codesOfUpload = [
  'http.file_missing',
  'http.part_behind_file',
  'http.multipart_malformed',
  'http.file_too_large',
  'http.media_type_unsupported',
] as const
const codesOfKey = [
  'http.idempotency_key_invalid',
  'http.idempotency_key_reused',
  'http.idempotency_key_in_progress',
] as const

function hasCursor({ query }: Route): boolean {
  const { def } = (query ?? { def: {} }) as { def: { shape?: object } }
  return 'cursor' in (def.shape ?? {})
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not as it should be',
  401: 'No valid token or session came with it',
  403: 'Whoever asks may not do this',
  404: 'There is no such thing in this account',
  409: 'It is not in a state for this',
  413: 'It is larger than this address takes',
  415: 'It is not of a kind that this address reads',
  429: 'Asked too often: wait as long as `Retry-After` says',
  503: 'Not now: wait as long as `Retry-After` says, then send the same again',
}

/** The failures of all routes; what many answer alike is written once. */
export class Problems {
  readonly #kindOf: KindOfCode
  readonly #shared = new Map<string, Json>()

  constructor(kindOf: KindOfCode) {
    this.#kindOf = kindOf
  }

  /** By status. What no table knows the kind of is among the rest. */
  of(route: Route): Json {
    const byStatus = new Map<number, string[]>()
    const rest: string[] = []
    for (const code of new Set([...codesOfForm(route), ...route.errors])) {
      const status = this.#statusOf(code)
      if (status === null) rest.push(code)
      else byStatus.set(status, [...(byStatus.get(status) ?? []), code])
    }
    const responses: Json = {}
    for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
      responses[String(status)] = this.#problem(status, codes.toSorted())
    }
    const isNeverRefused = [...byStatus.keys()].every((status) => status >= 500)
    if (isNeverRefused) responses['4XX'] = anyProblem
    responses['default'] =
      rest.length === 0 ? anyProblem : problem('A problem, among others', rest.toSorted())
    return responses
  }

  shared(): Record<string, Json> {
    const sorted = [...this.#shared].sort(([a], [b]) => (a < b ? -1 : 1))
    return { Problem: problemResponse('A problem.'), ...Object.fromEntries(sorted) }
  }

  #statusOf(code: string): number | null {
    const own = code.startsWith('http.') ? 'invalid' : null
    const kind = httpKinds[code] ?? this.#kindOf(code) ?? own
    return statusOfCode[code] ?? (kind === null ? null : statusOfKind[kind])
  }

  /** What the kit alone says is named after its codes: many routes say the same. */
  #problem(status: number, codes: readonly string[]): Json {
    const made = problem(meanings[status] ?? 'A problem', codes)
    if (!codes.every((code) => code.startsWith('http.'))) return made
    const words = codes.flatMap((code) => code.slice('http.'.length).split('_'))
    const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
    this.#shared.set(name, made)
    return { $ref: `#/components/responses/${name}` }
  }
}

const anyProblem = { $ref: '#/components/responses/Problem' }
const problemRef = { $ref: '#/components/schemas/Problem' }

function problem(said: string, codes: readonly string[]): Json {
  return problemResponse(`${said}: ${codes.map((code) => `\`${code}\``).join(', ')}.`, {
    allOf: [problemRef, { type: 'object', properties: { code: { enum: codes } } }],
  })
}

function problemResponse(description: string, schema: Json = problemRef): Json {
  return { description, content: { 'application/problem+json': { schema } } }
}
