// Checks what comes in against the route's schemas, and says where it is wrong.
import { z } from 'zod'
import { BugError, type Language } from '../kernel/index.ts'
import { type InputFault, InvalidInput } from './problem.ts'
import type { Route } from './route.ts'

const messages = { fr: z.locales.fr().localeError, en: z.locales.en().localeError }

export type Parts = { params: unknown; query: unknown; body: unknown }

/** All faults of the three parts at once, so that a caller mends them in one go. */
export function validated(route: Route, raw: Parts, language: Language): Parts {
  const faults: InputFault[] = []
  const check = (where: InputFault['in'], schema: z.ZodType | null, value: unknown): unknown => {
    if (schema === null) return undefined
    const result = schema.safeParse(value ?? {}, { error: messages[language], reportInput: false })
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      faults.push({ in: where, pointer: pointerOf(issue.path), detail: issue.message })
    }
    return undefined
  }
  const parts = {
    params: check('path', route.params, raw.params),
    query: check('query', route.query, raw.query),
    body: check('body', route.body, raw.body),
  }
  if (faults.length > 0) throw new InvalidInput(faults)
  return parts
}

/** A JSON pointer, RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The answer as its schema has it: what the schema does not name does not leave. */
export function answerOf(route: Route, value: unknown): unknown {
  const result = route.response.safeParse(value)
  if (result.success) return result.data
  const places = result.error.issues.map((issue) => `${pointerOf(issue.path)} ${issue.code}`)
  throw new BugError(`${route.method} ${route.path} answered against its schema: ${places}`)
}
