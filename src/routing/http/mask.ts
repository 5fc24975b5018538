// An HTTP operator's description as it may be shown: whatever may be a key is left out. Pure.
import type { RouteView } from '../contract.ts'
import { type HttpOperator, placeholder } from './http-operator.ts'

type Shown = NonNullable<NonNullable<RouteView['operator']>['http']>

const hidden = '…'

/** Operators take keys in the path, in the query, in headers and in the body: each is hidden. */
export function maskedOperator(http: HttpOperator): Shown {
  const { authHeader, numberForm, answer, timeoutMs } = http
  return {
    url: maskedUrl(http.url),
    headers: Object.fromEntries(Object.keys(http.headers).map((name) => [name, hidden])),
    authHeader,
    body: maskedBody(http.body) as Shown['body'],
    numberForm,
    answer: {
      ...answer,
      accepted: [...answer.accepted],
      throttle: [...answer.throttle],
      retry: [...answer.retry],
    },
    receipt: http.receipt as Shown['receipt'],
    timeoutMs,
  }
}

export function maskedUrl(text: string): string {
  const { origin, pathname, search } = new URL(text)
  return pathname === '/' && search === '' ? `${origin}/` : `${origin}/${hidden}`
}

/** Field names and placeholders stay; what stands beside them does not. */
export function maskedBody(template: unknown): unknown {
  if (typeof template === 'string') {
    const kept = template.match(placeholder) ?? []
    const between = template.split(new RegExp(placeholder.source.replace('(', '(?:'), 'g'))
    return between.map((text, at) => (text === '' ? '' : hidden) + (kept[at] ?? '')).join('')
  }
  if (typeof template === 'number') return hidden
  if (Array.isArray(template)) return template.map(maskedBody)
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, maskedBody(value)]),
  )
}
