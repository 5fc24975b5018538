// Where log lines go: a file of our own in the data folder, or standard error.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { Clock } from '../kernel/index.ts'
import { createLogger, type Logger } from '../observability/index.ts'
import type { Config } from './config.ts'

export type OpenLog = { logger: Logger; path: string | null; close(): void }

export function openLog(config: Config, clock: Clock): OpenLog {
  const level = config.logLevel
  if (config.logTo === 'stderr') {
    const destination = { write: (line: string) => process.stderr.write(line) }
    return {
      logger: createLogger({ clock, level, destination }),
      path: null,
      close: () => undefined,
    }
  }
  const folder = join(config.dataFolder, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'accord.log')
  // Lines are gathered for a moment: a log line must not cost a request a write to disk.
  const file = pino.destination({ dest: path, mode: 0o600, sync: false, minLength: 4096 })
  return {
    logger: createLogger({ clock, level, destination: { write: (line) => file.write(line) } }),
    path,
    close: () => file.flushSync(),
  }
}
