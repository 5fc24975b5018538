// The two kinds of failure that are thrown: an AppError (the world, or the request) and a BugError.

/** The seven kinds. One table in `http` maps them to statuses; no other file knows a status. */
export const errorKinds = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'unavailable',
] as const
export type ErrorKind = (typeof errorKinds)[number]

export type ErrorDetail = string | number | boolean | null | readonly string[]

/**
 * Something failed in a way that the caller can be told of. `code` is stable and public
 * (`room.what_happened`); the message is one English sentence that says what to do and never holds
 * personal data; `details` are machine-readable facts for the sentence in the reader's language.
 */
export class AppError extends Error {
  readonly code: string
  readonly kind: ErrorKind
  readonly details: Readonly<Record<string, ErrorDetail>>
  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    options: { cause?: unknown; details?: Readonly<Record<string, ErrorDetail>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.kind = kind
    this.details = options.details ?? {}
  }
}

/** We were wrong. Nobody catches it to go on: the request or job dies, loudly. */
export class BugError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BugError'
  }
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BugError(message)
}

/** Closes a `switch` over a union: a new member without a case does not compile. */
export function unreachable(value: never): never {
  throw new BugError(`unexpected value: ${String(value)}`)
}
