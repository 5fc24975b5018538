// How an operator is asked by HTTP, as a form holds it, and as the API takes it. Pure.
import type { RouteView } from '../../../../routing/contract.ts'
import type { BodyOf } from '../../../data/api.ts'

export type HttpRequest = NonNullable<BodyOf<'POST /v1/routes'>['http']>
type Operator = NonNullable<RouteView['operator']>
type Shown = NonNullable<Operator['http']>

/** The states that a form asks for; words for others stay as they were set. */
export const statesAsked = ['delivered', 'undeliverable', 'expired', 'rejected', 'enroute'] as const
export type StateAsked = (typeof statesAsked)[number]

/** Everything as it is typed; lists of words have commas between them. */
export type HttpDraft = {
  /** Of a route that is there, empty: it stays. */
  url: string
  authHeader: string
  auth: string
  receiptSecret: string
  window: string
  rate: string
  timeoutSeconds: string
  numberForm: 'e164' | 'digits'
  body: string
  headers: string
  idAt: string
  codeAt: string
  accepted: string
  throttle: string
  retry: string
  isList: boolean
  listAt: string
  receiptIdAt: string
  stateAt: string
  errorAt: string
  states: Record<StateAsked, string>
}

/** What each group of fields of the form is given. */
export type HttpProps = { draft: HttpDraft; change: (part: Partial<HttpDraft>) => void }

export const emptyHttp: HttpDraft = {
  url: '',
  authHeader: 'Authorization',
  auth: '',
  receiptSecret: '',
  window: '20',
  rate: '',
  timeoutSeconds: '15',
  numberForm: 'e164',
  body: '{\n  "to": "{to}",\n  "from": "{from}",\n  "text": "{text}"\n}',
  headers: '',
  idAt: '',
  codeAt: '',
  accepted: '',
  throttle: '',
  retry: '',
  isList: false,
  listAt: '',
  receiptIdAt: '',
  stateAt: '',
  errorAt: '',
  states: {
    delivered: 'DELIVERED',
    undeliverable: 'UNDELIVERABLE, FAILED',
    expired: 'EXPIRED',
    rejected: 'REJECTED',
    enroute: '',
  },
}

/** What stands in the place of each value that is never shown again. */
const hidden = '…'

/** What is shown of a route that is there: its keys have to be typed anew. */
export function httpDraftOf(operator: Operator, http: Shown): HttpDraft {
  const { answer, receipt } = http
  return {
    url: '',
    authHeader: http.authHeader,
    auth: '',
    receiptSecret: '',
    window: String(operator.windowMax),
    rate: operator.segmentsPerSecond === null ? '' : String(operator.segmentsPerSecond),
    timeoutSeconds: String(http.timeoutMs / 1_000),
    numberForm: http.numberForm,
    body: JSON.stringify(http.body, null, 2),
    headers: Object.entries(http.headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    idAt: answer.idAt,
    codeAt: answer.codeAt ?? '',
    accepted: answer.accepted.join(', '),
    throttle: answer.throttle.join(', '),
    retry: answer.retry.join(', '),
    isList: receipt.listAt !== null,
    listAt: receipt.listAt ?? '',
    receiptIdAt: receipt.idAt,
    stateAt: receipt.stateAt,
    errorAt: receipt.errorAt ?? '',
    states: Object.fromEntries(
      statesAsked.map((state) => [state, (receipt.states[state] ?? []).join(', ')]),
    ) as HttpDraft['states'],
  }
}

export type HttpLack = 'place' | 'body' | 'hidden' | 'headers'

/** The first thing that cannot be read; null: all can. The server judges the rest. */
export function httpLack(draft: HttpDraft): HttpLack | null {
  if (draft.url.trim() !== '' && !/^https?:\/\//i.test(draft.url.trim())) return 'place'
  if (draft.body.includes(hidden) || draft.headers.includes(hidden)) return 'hidden'
  if (bodyOf(draft.body) === undefined) return 'body'
  return headersOf(draft.headers) === null ? 'headers' : null
}

/** `known`: what the route has, where the form asks for less than there is. */
export function httpRequest(draft: HttpDraft, known?: Shown): HttpRequest {
  const states = { ...known?.receipt.states }
  for (const state of statesAsked) states[state] = wordsOf(draft.states[state])
  return {
    authHeader: draft.authHeader.trim(),
    auth: draft.auth.trim(),
    receiptSecret: draft.receiptSecret.trim(),
    window: Number(draft.window),
    rate: draft.rate === '' ? null : Number(draft.rate),
    timeoutMs: Math.round(Number(draft.timeoutSeconds) * 1_000),
    numberForm: draft.numberForm,
    body: bodyOf(draft.body) as HttpRequest['body'],
    headers: headersOf(draft.headers) ?? {},
    answer: {
      idAt: draft.idAt.trim(),
      codeAt: orNull(draft.codeAt),
      accepted: wordsOf(draft.accepted),
      throttle: wordsOf(draft.throttle),
      retry: wordsOf(draft.retry),
    },
    receipt: {
      listAt: draft.isList ? draft.listAt.trim() : null,
      idAt: draft.receiptIdAt.trim(),
      stateAt: draft.stateAt.trim(),
      errorAt: orNull(draft.errorAt),
      states,
    },
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Undefined: it is not JSON, or nothing that could hold fields. */
function bodyOf(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}

/** Null: a line is no header. */
function headersOf(text: string): Record<string, string> | null {
  const headers: [string, string][] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const parts = /^\s*([A-Za-z0-9-]{1,60})\s*:\s*(.+?)\s*$/.exec(line)
    const [, name, value] = parts ?? []
    if (name === undefined || value === undefined) return null
    headers.push([name, value])
  }
  return Object.fromEntries(headers)
}

/** 43 characters that nobody can guess, fit for a header and for an address. */
export function madeSecret(): string {
  const octets = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
