// Errors of PostgreSQL on their way to the rest of the program, without the values they quote.
import { AppError } from '../kernel/index.ts'

/**
 * PostgreSQL refused a statement. It keeps the SQLSTATE and the names of things, never `detail`,
 * `where`, `hint` or a message that quotes a value: those hold what a person typed.
 */
export class SqlError extends Error {
  readonly sqlState: string
  readonly constraint: string | null
  readonly table: string | null
  readonly column: string | null
  constructor(facts: {
    sqlState: string
    message: string
    constraint?: string | null
    table?: string | null
    column?: string | null
  }) {
    super(facts.message)
    this.name = 'SqlError'
    this.sqlState = facts.sqlState
    this.constraint = facts.constraint ?? null
    this.table = facts.table ?? null
    this.column = facts.column ?? null
  }
}

/** True when the statement would have made a second row with the same key. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof SqlError &&
    error.sqlState === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  )
}

/**
 * Refused for the moment: a deadlock or a conflict with another transaction (40), a lock (55), room
 * or connections (53), a statement or a server that somebody stopped (57), the connection (08).
 */
export function mayPass(error: SqlError): boolean {
  return /^(08|40|53|55|57)/.test(error.sqlState)
}

/** The database itself failed, or refused a statement: no transaction goes on after it. */
export const isOfDatabase = (error: unknown): boolean =>
  error instanceof SqlError ||
  (error instanceof AppError && /^storage\.(database|commit)_/.test(error.code))

const quotesNoValue = /^(23|42|25|28|3D|3F|40|55|P0001)/

/** The error that goes on, for whatever `pg` or a socket threw. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof AppError || error instanceof SqlError) return error
  if (!(error instanceof Error)) return error
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
    return fromServer(error as Error & ServerFacts, code)
  }
  if (isConnectionFault(error, code)) return unavailable(typeof code === 'string' ? code : 'lost')
  return error
}

type ServerFacts = { constraint?: string; table?: string; schema?: string; column?: string }

function fromServer(error: Error & ServerFacts, sqlState: string): AppError | SqlError {
  if (sqlState === '53100') return diskOfDatabaseFull()
  // 25P03: it was silent in a transaction for too long, as after the machine had slept.
  if (/^(08|25P03|57P0[1-5]|58)/.test(sqlState)) return unavailable(sqlState)
  if (sqlState === '53300') {
    return new AppError(
      'storage.too_many_connections',
      'unavailable',
      'The database has no free connection: raise its max_connections or stop other clients.',
    )
  }
  if (sqlState === '25006') {
    return new AppError(
      'storage.database_read_only',
      'unavailable',
      'The database is read-only (a standby?): point DATABASE_URL at the primary.',
    )
  }
  return new SqlError({
    sqlState,
    message: quotesNoValue.test(sqlState)
      ? error.message
      : `PostgreSQL refused the statement (SQLSTATE ${sqlState})`,
    constraint: error.constraint ?? null,
    table: error.table ? `${error.schema ?? ''}.${error.table}` : null,
    column: error.column ?? null,
  })
}

/** Told to whoever asks something of a running program: without the folder. */
export function diskOfDatabaseFull(): AppError {
  return new AppError(
    'storage.disk_full',
    'unavailable',
    'The disk that holds the database is full: free some space there, and try again.',
  )
}

/** What may pass, told to whoever has no statement to try again. */
export function databaseBusy(sqlState: string): AppError {
  return new AppError(
    'storage.database_busy',
    'unavailable',
    'The database could not do this now, beside its other work: try again in a moment.',
    { details: { reason: sqlState } },
  )
}

/** The one sentence for a database that cannot be reached now. */
export function unavailable(reason: string): AppError {
  return new AppError(
    'storage.database_unavailable',
    'unavailable',
    'The database cannot be reached: check that PostgreSQL is running; nothing accepted is lost.',
    { details: { reason } },
  )
}

const socketFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

function isConnectionFault(error: Error, code: unknown): boolean {
  return (
    (typeof code === 'string' && socketFaults.has(code)) ||
    /connection terminated|timeout (exceeded when|expired)|client has encountered/i.test(
      error.message,
    ) ||
    /Client was closed|not queryable|Connection ended/i.test(error.message)
  )
}
