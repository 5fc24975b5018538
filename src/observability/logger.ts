// Log lines as JSON: an event's name and fields that are numbers, ids and codes, never a sentence.
import { pino } from 'pino'
import type { Branded, Clock } from '../kernel/index.ts'
import { withheld, withholdFreeText } from './withhold.ts'

/**
 * What a field may hold. A plain `string` is for codes that the program itself wrote; whatever
 * looks like a number, an address or a sentence is withheld when the line is written.
 */
export type FieldValue = number | boolean | null | Branded<string, string> | string
export type Fields = Readonly<Record<string, FieldValue | undefined>>

/** `room.event_happened`. */
export type EventName = `${string}.${string}`

export interface Logger {
  info(event: EventName, fields?: Fields): void
  warn(event: EventName, fields?: Fields): void
  error(event: EventName, fields?: Fields): void
  /** A logger whose every line has these fields too. */
  child(fields: Fields): Logger
}

export type LogLevel = 'info' | 'warn' | 'error' | 'silent'

export type LoggerOptions = {
  /** Where a line goes; standard output when it is not given. */
  destination?: { write(line: string): void }
  level?: LogLevel
  clock?: Clock
}

export function createLogger(options: LoggerOptions = {}): Logger {
  const { clock } = options
  const settings = {
    level: options.level ?? 'info',
    base: null,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp:
      clock === undefined
        ? pino.stdTimeFunctions.isoTime
        : () => `,"time":"${new Date(clock.now()).toISOString()}"`,
  }
  const lines =
    options.destination === undefined ? pino(settings) : pino(settings, options.destination)
  return loggerOver(lines, {})
}

type Lines = {
  info(fields: object, event: string): void
  warn(fields: object, event: string): void
  error(fields: object, event: string): void
}

function loggerOver(lines: Lines, always: Fields): Logger {
  const merged = (fields: Fields = {}): Fields => safeFields(Object.assign({}, always, fields))
  return {
    info: (event, fields) => lines.info(merged(fields), withholdFreeText(event)),
    warn: (event, fields) => lines.warn(merged(fields), withholdFreeText(event)),
    error: (event, fields) => lines.error(merged(fields), withholdFreeText(event)),
    child: (fields) => loggerOver(lines, { ...always, ...fields }),
  }
}

/** The types keep objects out already; a value that got past them is withheld like free text. */
function safeFields(fields: Readonly<Record<string, unknown>>): Fields {
  const safe: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (typeof value === 'string') safe[name] = withholdFreeText(value)
    else if (typeof value === 'number') safe[name] = safeNumber(value)
    else if (value === null || typeof value === 'boolean') safe[name] = value
    else safe[name] = withheld
  }
  return safe
}

/**
 * Counts, sizes and instants in milliseconds pass; +33… as a number has eleven digits and does not.
 */
function safeNumber(value: number): FieldValue {
  const isWhole = Number.isInteger(value)
  return isWhole && value >= 1e10 && value < 1e12 ? withheld : value
}

export const silentLogger: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
}
