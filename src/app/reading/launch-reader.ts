// Begins the process that reads files, under limits that the runtime and the system hold it to.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadingLimits } from './reading-limits.ts'

/** The shell sets what the system holds it to, and becomes it. No core: people would be in it. */
const underLimit = 'ulimit -c 0; ulimit -d "$1"; shift; exec "$@"'

/** An import looks through its heap less often than a server (docs/reference/import-budget.md). */
const heapGrowingPercent = 150

let codeSpaceMebibytes: number | null = null

/**
 * Node 24 sets 512 MiB aside for machine code, of which a few are ever used. The system counts all
 * that may be written to, so it is added to the limit. Read off this process: the child is alike.
 */
function codeSpace(): number {
  codeSpaceMebibytes ??= largestCodeArea()
  return codeSpaceMebibytes
}

/** In mebibytes; proc_pid_maps(5). Zero where the system tells nothing of it. */
function largestCodeArea(): number {
  let maps: string
  try {
    maps = readFileSync('/proc/self/maps', 'utf8')
  } catch {
    return 0
  }
  const areas = maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) .wxp /gm)
  const octets = [...areas].map(([, from, to]) => Number(`0x${to}`) - Number(`0x${from}`))
  return Math.ceil(Math.max(0, ...octets) / 2 ** 20)
}

export function launchReader({
  heapMebibytesMax,
  memoryMebibytesMax,
}: Pick<ReadingLimits, 'heapMebibytesMax' | 'memoryMebibytesMax'>): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url))
  const program = fileURLToPath(new URL(`../programs/reading-child${extension}`, import.meta.url))
  const args = [
    `--max-old-space-size=${heapMebibytesMax}`,
    `--heap-growing-percent=${heapGrowingPercent}`,
    // A profile of the server is one of its readers too.
    ...process.execArgv.filter((arg) => arg.startsWith('--cpu-prof')),
  ]
  return fork(program, [String(heapMebibytesMax)], {
    ...(process.platform === 'win32'
      ? { execArgv: args }
      : {
          execPath: '/bin/sh',
          execArgv: [
            ...['-c', underLimit, 'sh', String((memoryMebibytesMax + codeSpace()) * 1_024)],
            ...[process.execPath, ...args],
          ],
        }),
    // With it, sets and octets arrive as what they are.
    serialization: 'advanced',
    // What the runtime says at its end is no line of the log, and may quote what it read.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
