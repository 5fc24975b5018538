// Tells those who answer for an account's data that the drill of its backup failed, or is missing.
import { accountOf } from '../../accounts/index.ts'
import type { Caller, Instant } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import { backupState } from '../backup-state.ts'
import type { BackupDeps } from '../deps.ts'

const dayMs = 86_400_000
/** It runs every night; the security check asks for as much. */
const drillDaysMax = 3
const againMs = 7 * dayMs

export type DrillGap =
  | { variant: 'failed'; at: Instant }
  /** `at`: of the last one; null: there never was one. */
  | { variant: 'missing' | 'never'; at: Instant | null }

/** `since`: from when there should have been one. */
export function drillGap(
  last: { at: Instant; isWell: boolean } | null,
  { since, at }: { since: Instant; at: Instant },
): DrillGap | null {
  if (last !== null && !last.isWell) return { variant: 'failed', at: last.at }
  const isLate = at - Math.max(last?.at ?? since, since) > drillDaysMax * dayMs
  if (!isLate) return null
  return last === null ? { variant: 'never', at: null } : { variant: 'missing', at: last.at }
}

/** The day there, as `2026-12-01`. */
const dayIn = (timeZone: string, at: Instant): string =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone },
  }).format(at)

type Deps = Parameters<typeof backupState>[0] & Pick<BackupDeps, 'database' | 'clock'>

/** Null where nothing is amiss, and where backups are made by others. */
export async function drillGapOf(
  deps: Deps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<DrillGap | null> {
  const { mode, lastDrill, lastFailure } = await backupState(deps)
  if (mode !== 'on') return null
  // One that could not even be begun has found nothing, and is no good either.
  if (lastFailure?.kind === 'drill') return { variant: 'failed', at: lastFailure.at }
  const { createdAt } = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  return drillGap(lastDrill, { since: createdAt, at: deps.clock.now() })
}

/** One that failed once; one that is missing, every week again. */
export async function tellDrill(deps: Deps, caller: Pick<Caller, 'accountId'>): Promise<void> {
  const gap = await drillGapOf(deps, caller)
  if (gap === null) return
  const at = deps.clock.now()
  const week = gap.variant === 'failed' ? 0 : Math.floor(at / againMs)
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    await notify(tx, accountId, {
      ...{ kind: 'restore_drill', about: null, at },
      step: `${gap.variant} ${gap.at ?? ''} ${week}`,
      details: {
        variant: gap.variant,
        ...(gap.at === null ? {} : { day: dayIn(zone, gap.at) }),
      },
    })
  })
}
