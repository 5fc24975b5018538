// Problem documents (RFC 9457), and the one table from kinds of error to statuses.
import { AppError, type ErrorDetail, type ErrorKind, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type { ProblemDocument } from './contract.ts'

/** No other file knows a status of failure. */
export const statusOfKind: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
}

/** Failures of the protocol itself for which HTTP has a closer word than their kind's. */
export const statusOfCode: Readonly<Record<string, number>> = {
  'http.method_not_allowed': 405,
  'http.body_too_slow': 408,
  'http.body_too_large': 413,
  'http.file_too_large': 413,
  'http.media_type_unsupported': 415,
}

/** Of an error by its code and its kind; null: our own mistake. */
export function statusOf(code: string, kind: ErrorKind | null): number {
  return statusOfCode[code] ?? (kind === null ? 500 : statusOfKind[kind])
}

const titles: Record<ErrorKind | 'bug', Record<Language, string>> = {
  invalid: { fr: 'Requête invalide', en: 'Invalid request' },
  unauthenticated: { fr: 'Identification nécessaire', en: 'Authentication required' },
  forbidden: { fr: 'Droit manquant', en: 'Not permitted' },
  not_found: { fr: 'Introuvable', en: 'Not found' },
  conflict: { fr: 'Conflit', en: 'Conflict' },
  rate_limited: { fr: 'Trop de requêtes', en: 'Too many requests' },
  unavailable: { fr: 'Indisponible pour le moment', en: 'Unavailable for now' },
  bug: { fr: 'Erreur interne', en: 'Internal error' },
}

export type InputFault = { in: 'body' | 'query' | 'path'; pointer: string; detail: string }

/** The request does not fit its schema: each place that is wrong, and why. */
export class InvalidInput extends AppError {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(
      'http.input_invalid',
      'invalid',
      'The request is not as it should be; see `errors` for what to change.',
    )
    this.faults = faults
  }
}

export const problemMediaType = 'application/problem+json; charset=utf-8'

/** What the caller is told. Anything but an AppError is our bug and tells nothing of itself. */
export function problemOf(thrown: unknown, language: Language, traceId: string): ProblemDocument {
  const error = isDiskFull(thrown) ? diskFull() : thrown
  if (!(error instanceof AppError)) {
    const code = 'http.went_wrong'
    return {
      type: `/problems/${code}`,
      title: titles.bug[language],
      status: 500,
      detail: sentence(language, code) ?? code,
      code,
      traceId,
    }
  }
  return {
    type: `/problems/${error.code}`,
    title: titles[error.kind][language],
    status: statusOf(error.code, error.kind),
    detail: sentence(language, error.code, error.details) ?? error.message,
    code: error.code,
    traceId,
    ...(hasDetails(error.details) ? { details: { ...error.details } } : {}),
    ...errorsOf(error, sentence(language, error.code, error.details) ?? error.message),
  }
}

/** A rule that is about one field says which: `details.field` is its name in the body. */
function errorsOf(error: AppError, detail: string): Pick<ProblemDocument, 'errors'> {
  if (error instanceof InvalidInput) return { errors: [...error.faults] }
  const { field } = error.details
  if (error.kind !== 'invalid' || typeof field !== 'string') return {}
  return { errors: [{ in: 'body', pointer: `/${field}`, detail }] }
}

/** A file that could not be written: an upload, a tile. The database tells of itself. */
function isDiskFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT'
}

function diskFull(): AppError {
  return new AppError(
    'storage.disk_full',
    'unavailable',
    'The disk is full: free some space there, then try again; nothing accepted is lost.',
  )
}

function hasDetails(details: Readonly<Record<string, ErrorDetail>>): boolean {
  return Object.keys(details).length > 0
}
