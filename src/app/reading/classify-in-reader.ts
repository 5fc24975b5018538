// Classifies a file without a server, in the process that reads files: for the terminal.
import { createMetrics, silentLogger } from '../../observability/index.ts'
import { realTimers } from '../clock.ts'
import type { ClassifiedFile } from './classify-file.ts'
import { readingProcesses } from './reading-process.ts'

export async function classifyInReader(
  path: string,
  sheet: string | null,
): Promise<ClassifiedFile> {
  const tools = { timers: realTimers, logger: silentLogger, metrics: createMetrics() }
  const readings = readingProcesses({ ...tools, places: null })
  try {
    return await readings.read({ kind: 'classify', path, sheet })
  } finally {
    await readings.stop()
  }
}
