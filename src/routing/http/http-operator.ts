// What an HTTP operator's configuration says: how to ask, and how to read its answers and receipts.
import type { ReceiptState } from '../../wire/index.ts'

export type HttpOperator = {
  url: string
  /** Beside Content-Type and Accept; no secret stands here. */
  headers: Readonly<Record<string, string>>
  /** The header that holds the credentials; its value is sealed. */
  authHeader: string
  /** JSON in which strings may hold {to}, {from}, {text}, {key}, {reference}, {validitySeconds}. */
  body: unknown
  /** `+33…`, or the digits alone. */
  numberForm: 'e164' | 'digits'
  answer: {
    /** Where the id stands, as in `messages.0.id`. */
    idAt: string
    /** Where a code stands; null where the HTTP status says it all. */
    codeAt: string | null
    accepted: readonly string[]
    throttle: readonly string[]
    retry: readonly string[]
  }
  receipt: {
    /** Where a list of receipts stands; null where each comes alone, '' for the body itself. */
    listAt: string | null
    idAt: string
    stateAt: string
    errorAt: string | null
    /** The operator's words for each state, in any case. */
    states: Partial<Record<ReceiptState, readonly string[]>>
  }
  timeoutMs: number
}

export type HttpSecrets = {
  /** The whole value of the header: `Bearer …`, `App …`. */
  auth: string
  /** What the operator sends with each receipt. */
  receipts: string
}

export type HttpValues = Readonly<
  Record<'to' | 'from' | 'text' | 'key' | 'reference' | 'validitySeconds', string>
>

export const placeholder = /\{(to|from|text|key|reference|validitySeconds)\}/g

/**
 * The body for one message. Values go into strings of the template, so that no text can add fields;
 * a string that is one placeholder of a number becomes that number.
 */
export function fillBody(template: unknown, values: HttpValues): unknown {
  if (typeof template === 'string') {
    if (template === '{validitySeconds}' || template === '{reference}') {
      const value = template === '{reference}' ? values.reference : values.validitySeconds
      return value === '' ? null : Number(value)
    }
    return template.replace(placeholder, (_whole, name: keyof HttpValues) => values[name])
  }
  if (Array.isArray(template)) return template.map((item) => fillBody(item, values))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, fillBody(value, values)]),
  )
}

/** What stands at a path as `messages.0.id`; undefined where nothing does. '' is the whole. */
export function valueAt(json: unknown, path: string): unknown {
  let value = json
  for (const step of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

/** A short text, a number or a yes as text; null for anything else. */
export function scalarAt(json: unknown, path: string): string | null {
  const value = valueAt(json, path)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
