// Checks what comes in against the route's schemas, and says where it is wrong.
import { z } from 'zod'
import { BugError, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { isText, type Unreadable, unreadableIn } from './body/readable.ts'
import type { FaultParams } from './contract.ts'
import { type InputFault, InvalidInput } from './problem.ts'
import type { Route } from './route.ts'
import { namesTaken, noFields, ofUnknown } from './strict.ts'

const messages = {
  fr: saying('fr', z.locales.fr().localeError),
  en: saying('en', z.locales.en().localeError),
}

const withoutZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/

/**
 * What is said better than by the schema itself: what is missing, an instant that may be any of
 * twenty-four, and what a schema's own check found. Null for the rest.
 */
function ownSaying(issue: z.core.$ZodRawIssue, language: Language): string | null {
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return sentence(language, 'http.field_missing')
  }
  if (issue.code === 'invalid_format' && issue['format'] === 'datetime') {
    const isLocal = typeof issue.input === 'string' && withoutZone.test(issue.input)
    return isLocal ? sentence(language, 'http.instant_without_zone') : null
  }
  const told = issue.code === 'custom' ? (issue['params'] as FaultParams | undefined) : undefined
  return told === undefined ? null : sentence(language, told.sentence, told.details)
}

/** Of unknown fields the message holds what there is; which was meant is said with the route. */
function saying(language: Language, locale: z.core.$ZodErrorMap): z.core.$ZodErrorMap {
  return (issue) => {
    if (issue.code === 'unrecognized_keys') return namesTaken(issue).join('\n')
    return ownSaying(issue, language) ?? locale(issue)
  }
}

export type Parts = { params: unknown; query: unknown; body: unknown }

/**
 * The address alone, before the body is read; whose faults are then told with those of the body.
 */
export function validatedAddress(
  route: Route,
  raw: Pick<Parts, 'params' | 'query'>,
  language: Language,
): Pick<Parts, 'params' | 'query'> {
  const { params, query } = validated(
    { ...route, body: null },
    { ...raw, body: undefined },
    language,
  )
  return { params, query }
}

/** All faults of the three parts at once, so that a caller mends them in one go. */
export function validated(route: Route, raw: Parts, language: Language): Parts {
  const faults: InputFault[] = []
  const check = (where: InputFault['in'], schema: z.ZodType | null, value: unknown): unknown => {
    if (schema === null && isNothing(value)) return undefined
    const unreadable = unreadableIn(value)
    if (unreadable !== null) {
      faults.push(unreadableFault(where, unreadable, language))
      return undefined
    }
    const asked = { error: messages[language], reportInput: false }
    const result = (schema ?? noFields).safeParse(value ?? {}, asked)
    if (result.success) return schema === null ? undefined : result.data
    for (const issue of result.error.issues) faults.push(...faultsOf(where, issue, route, language))
    return undefined
  }
  const parts = {
    params: route.params === null ? undefined : check('path', route.params, raw.params),
    query: check('query', route.query, raw.query),
    body: check('body', route.body, raw.body),
  }
  if (faults.length > 0) throw new InvalidInput(faults)
  return parts
}

/** A name of a file, which stands beside the input. */
export function demandText(text: string, pointer: string, language: Language): void {
  if (isText(text)) return
  const unreadable = { path: [pointer], why: 'text_unreadable' } as const
  throw new InvalidInput([unreadableFault('body', unreadable, language)])
}

function unreadableFault(
  where: InputFault['in'],
  { path, why }: Unreadable,
  language: Language,
): InputFault {
  const detail = sentence(language, `http.${why}`) ?? why
  return { in: where, pointer: pointerOf(path), detail }
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true
  for (const _ in value as object) return false
  return !Array.isArray(value) && typeof value === 'object'
}

function faultsOf(
  where: InputFault['in'],
  issue: z.core.$ZodIssue,
  { unknownField }: Route,
  language: Language,
): InputFault[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ in: where, pointer: pointerOf(issue.path), detail: issue.message }]
  }
  const taken = issue.message.split('\n').filter((name) => name !== '')
  return ofUnknown(issue.keys, taken, { language, unknownField }).map(({ name, detail }) => ({
    in: where,
    pointer: pointerOf(name === null ? issue.path : [...issue.path, name]),
    detail,
  }))
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
