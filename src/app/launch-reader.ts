// Begins the process that reads files, under limits that the runtime and the system hold it to.
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ReadingLimits } from './reading-limits.ts'

/** The shell sets what the system holds it to, and becomes it. No core: people would be in it. */
const underLimit = 'ulimit -c 0; ulimit -d "$1"; shift; exec "$@"'

/** An import looks through its heap less often than a server (docs/reference/import-budget.md). */
const heapGrowingPercent = 150

export function launchReader({
  heapMebibytesMax,
  memoryMebibytesMax,
}: Pick<ReadingLimits, 'heapMebibytesMax' | 'memoryMebibytesMax'>): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = fileURLToPath(new URL(`./reading-child${extension}`, import.meta.url))
  const args = [
    `--max-old-space-size=${heapMebibytesMax}`,
    `--heap-growing-percent=${heapGrowingPercent}`,
    // A profile of the server is one of its readers too.
    ...process.execArgv.filter((arg) => arg.startsWith('--cpu-prof')),
    ...loaderFor(extension),
  ]
  return fork(program, [String(heapMebibytesMax)], {
    ...(process.platform === 'win32'
      ? { execArgv: args }
      : {
          execPath: '/bin/sh',
          execArgv: [
            ...['-c', underLimit, 'sh', String(memoryMebibytesMax * 1_024)],
            ...[process.execPath, ...args],
          ],
        }),
    // With it, sets and octets arrive as what they are.
    serialization: 'advanced',
    // What the runtime says at its end is no line of the log, and may quote what it read.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** From the sources (a test, a script) the program needs the loader that its parent runs under. */
function loaderFor(extension: string): string[] {
  if (extension !== '.ts') return []
  const loader = createRequire(import.meta.url).resolve('tsx')
  return ['--import', pathToFileURL(loader).href]
}
