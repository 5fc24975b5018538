// What a log line may say of an error: its code and where it was thrown, never its message.
import { AppError } from '../kernel/index.ts'
import type { Fields } from './logger.ts'

/**
 * A message may quote what a person typed; the place in the program tells as much to who repairs.
 */
export function failureFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { failure: typeof error }
  const own = error as { code?: unknown; sqlState?: unknown; constraint?: unknown }
  return {
    failure: error.name,
    code: textOf(error instanceof AppError ? error.code : own.code),
    sqlState: textOf(own.sqlState),
    constraint: textOf(own.constraint),
    thrownAt: placeOf(error.stack ?? ''),
    cause: error.cause instanceof Error ? error.cause.name : undefined,
    causeAt: error.cause instanceof Error ? placeOf(error.cause.stack ?? '') : undefined,
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** `vault/key-files.ts:12`: the first frame of our own. */
function placeOf(stack: string): string | undefined {
  for (const line of stack.split('\n')) {
    const found = /(?:src|dist)\/([\w./-]+):(\d+):\d+\)?$/.exec(line.trim())
    if (found !== null) return `${found[1]}:${found[2]}`
  }
  return undefined
}
