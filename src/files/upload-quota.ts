// How many files an account may upload, counted before a file is received.
import type { AccountId, Clock } from '../kernel/index.ts'
import { type Database, takeTurn } from '../storage/index.ts'
import { filesError } from './errors.ts'

const hourMs = 3_600_000
const minuteMs = 60_000
export const uploadsPerHourMax = 120

/** Contact files, suppression lists, archives of receipts, scans and recordings together. */
export async function takeUpload(
  deps: { database: Pick<Database, 'inInstallation'>; clock: Clock },
  accountId: AccountId,
): Promise<void> {
  const turn = await takeTurn(deps.database, {
    door: 'files.upload',
    of: accountId,
    max: uploadsPerHourMax,
    perMs: hourMs,
    now: new Date(deps.clock.now()),
  })
  if (turn.allowed) return
  const minutes = Math.ceil(turn.retryAfterMs / minuteMs)
  throw filesError('files.uploads_too_many', { max: uploadsPerHourMax, minutes })
}
