// The processes that read files, with limits that a test chooses, and nothing that is kept.
import type { ReadingLimits } from '../../src/app/reading/reading-limits.ts'
import { type Readings, readingProcesses } from '../../src/app/reading/reading-process.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { launchReader } from './app.ts'
import { realTimers } from './clock.ts'

export function classifyingReadings(limits: Partial<ReadingLimits>): Readings {
  const tools = { timers: realTimers, logger: silentLogger, metrics: createMetrics() }
  return readingProcesses({ ...tools, places: null, limits, launch: launchReader })
}
