// A failure as a log may tell it: its kind, its codes and where it happened; never a foreign message.
import { AppError, BugError } from '../kernel/index.ts'
import { guardText, withheld } from './field.ts'

export type FailureReport = {
  name: string
  code: string | null
  message: string | null
  at: string[]
  cause: FailureReport | null
}

const framesMax = 8
const causesMax = 4

/**
 * Messages of AppError and BugError are ours and hold no personal data by rule; they are kept with
 * runs of digits struck out all the same. Messages of others (a driver, a parser) may quote values,
 * so they are not kept.
 */
export function failureReport(failure: unknown, depth = 0): FailureReport {
  if (!(failure instanceof Error)) {
    return { name: typeof failure, code: null, message: null, at: [], cause: null }
  }
  const code = (failure as { code?: unknown }).code
  const ours = failure instanceof AppError || failure instanceof BugError
  return {
    name: guardText(failure.name),
    code: typeof code === 'string' ? guardText(code) : null,
    message: ours ? failure.message.replace(/\d(?:[ .()/_-]{0,2}\d){5,}/g, withheld) : null,
    at: frames(failure),
    cause:
      failure.cause === undefined || depth >= causesMax
        ? null
        : failureReport(failure.cause, depth + 1),
  }
}

/** The stack without its first lines, which repeat the message (and a message may have lines). */
function frames(failure: Error): string[] {
  return (failure.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at [\w$.<>[\] #]*\(?(?:file:|node:|\/|[A-Z]:\\)[^\s]*\)?$/.test(line))
    .slice(0, framesMax)
    .map((line) => line.trim())
}
