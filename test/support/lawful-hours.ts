// A clock of real pace that stands within the lawful hours of marketing,
// whatever the hour of the test.
import type { Config } from '../../src/app/index.ts'
import { marketingWindow } from '../../src/countries/index.ts'
import type { Timers } from '../../src/kernel/index.ts'
import { configFor } from './app.ts'
import { realTimers } from './clock.ts'

/** The clock moved on to an hour after the next opening in metropolitan France, then runs on. */
export function lawfulTimers(): Timers {
  const now = Date.now()
  const hourMs = 3_600_000
  const answer = marketingWindow('FR', now, { postcode: null, route: null })
  const closesSoon = answer.closesAt !== null && answer.closesAt - now < hourMs
  const tomorrow = closesSoon
    ? marketingWindow('FR', (answer.closesAt ?? now) + 1_000, { postcode: null, route: null })
    : answer
  const opensAt = tomorrow.open ? now : (tomorrow.opensAt ?? now) + hourMs
  const aheadMs = Math.max(0, opensAt - now)
  return { ...realTimers, now: () => Date.now() + aheadMs }
}

export function lawfulConfig(environment: Record<string, string>): {
  config: Config
  timers: Timers
} {
  const config = configFor({ ACCORD_ENGINE_THREAD: 'no', ACCORD_BACKUP: 'off', ...environment })
  return { config, timers: lawfulTimers() }
}
