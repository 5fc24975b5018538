// Marks an import as failed with its reason, and sets the end date of its rejected rows.
import type { ErrorDetail, Instant } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { tellPrograms } from '../../webhooks/index.ts'
import { type IntakeDeps, intakeLimits } from '../deps.ts'
import { type Key, markFailed, setRejectsUntil } from '../store.ts'

const dayMs = 86_400_000

export type Failure = { code: string; details: Readonly<Record<string, ErrorDetail>> }

/** Nothing happens to one that is finished, or taken back. */
export async function failImport(
  deps: Pick<IntakeDeps, 'clock' | 'jobs'>,
  tx: Tx,
  key: Key,
  { code, details }: Failure,
): Promise<void> {
  const at = deps.clock.now()
  const failed = await markFailed(tx, key, { code, details, at })
  if (failed === null) return
  const { rejectParts, rows } = failed
  await dateRejects(deps, tx, key, { at, rejectParts })
  const about = key.importId
  // Apart from its end: who mends what stood in the way may still see it through.
  await tellPrograms(tx, key.accountId, [
    { kind: 'import.finished', about, step: 'failed', facts: { state: 'failed', rows }, at },
  ])
  await notify(tx, key.accountId, { kind: 'import_failed', about, step: code, at })
}

/** Some days in which they can be fetched; where there are none, their key goes at once. */
export async function dateRejects(
  { jobs }: Pick<IntakeDeps, 'jobs'>,
  tx: Tx,
  key: Key,
  { at, rejectParts }: { at: Instant; rejectParts: number },
): Promise<void> {
  const { accountId, importId } = key
  const until = rejectParts > 0 ? at + intakeLimits.rejectsKeptDays * dayMs : null
  await setRejectsUntil(tx, key, until)
  await jobs.enqueue(tx, {
    name: 'intake.delete_rejects',
    key: importId,
    accountId,
    input: { importId },
    afterMs: until === null ? 0 : until - at,
  })
}
