// What all worker threads share: how they start, log and report a failure.
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { AppError, type ErrorDetail, type ErrorKind } from '../../kernel/index.ts'
import type { Fields, Logger } from '../../observability/index.ts'
import { databaseBusy, mayPass, SqlError } from '../../storage/index.ts'

export type LogLine = {
  kind: 'log'
  level: 'info' | 'warn' | 'error'
  event: `${string}.${string}`
  fields: Fields
}

export type ToldError =
  | {
      code: string
      errorKind: ErrorKind
      message: string
      details: Readonly<Record<string, ErrorDetail>>
    }
  | { sqlState: string; message: string; table: string | null; constraint: string | null }

/** Its program is `.ts` from the sources, `.js` from the build. */
export function newThread(
  name: 'reading-worker' | 'engine-worker' | 'password-worker',
  options: WorkerOptions,
): Worker {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = new URL(`../programs/${name}${extension}`, import.meta.url)
  return new Worker(program, options)
}

/** In a thread: what it logs is written by the one that began it. */
export function loggerTo(say: (line: LogLine) => void, always: Fields = {}): Logger {
  const line = (level: LogLine['level']) => (event: `${string}.${string}`, fields?: Fields) =>
    say({ kind: 'log', level, event, fields: { ...always, ...fields } })
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    child: (fields) => loggerTo(say, { ...always, ...fields }),
  }
}

/**
 * An error as it passes between threads; null for one that is our own mistake. What the database
 * refuses says nothing of the work at hand, a file for one: it is told as what it is.
 */
export function toldError(error: unknown): ToldError | null {
  if (error instanceof SqlError) {
    if (mayPass(error)) return toldError(databaseBusy(error.sqlState))
    const { sqlState, message, table, constraint } = error
    return { sqlState, message, table, constraint }
  }
  if (!(error instanceof AppError)) return null
  const { code, kind, message, details } = error
  return { code, errorKind: kind, message, details }
}

export function errorFrom(told: ToldError): AppError | SqlError {
  if ('sqlState' in told) return new SqlError(told)
  const { code, errorKind, message, details } = told
  return new AppError(code, errorKind, message, { details })
}
