// What the screen and the API show: periods with tonight's preview, the last nights, what stays.
import {
  type AccountId,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Language,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import {
  previewMost,
  type RetentionNights,
  type RetentionNightView,
  type RetentionPage,
  type RetentionPeriodView,
  type RetentionRestricted,
  type SparedKind,
} from './contract.ts'
import type { KindOfData, RetentionDeps } from './deps.ts'
import { nextNight, oldBefore } from './night.ts'
import { type Period, periodsOf } from './period.ts'
import { lastRuns, type RunRow, runsBefore } from './store.ts'
import { whatStays } from './what-stays.ts'

type Reading = { accountId: AccountId; language: Language }

export async function viewRetentionPage(
  deps: RetentionDeps,
  tx: Tx,
  { accountId, language }: Reading,
  isApplied: boolean,
): Promise<RetentionPage> {
  const night = nextNight(deps.clock.now())
  const asked: Previewed[] = (await periodsOf(tx, accountId)).flatMap((period) => {
    const kind = deps.kinds.find((one) => one.kind === period.kind)
    return kind === undefined ? [] : [{ kind, period, night }]
  })
  const periods: RetentionPeriodView[] = []
  for (const one of asked) periods.push(await preview(tx, accountId, one))
  return {
    nextNight: isoTime(night),
    isApplied,
    periods,
    restricted: await restrictedNow(deps, tx, accountId, asked),
    lastNights: (await lastRuns(tx, accountId)).map((run) => viewNight(run, language)),
    stays: whatStays.map((what) => ({
      what: sentence(language, `retention.stays.${what}`) ?? what,
      why: sentence(language, `retention.stays.${what}.why`) ?? '',
    })),
  }
}

type Previewed = { kind: KindOfData; period: Period; night: Instant }

/** Counted by the conditions of the night: what stays of whoever asked that it only be kept. */
async function restrictedNow(
  { restricted }: Pick<RetentionDeps, 'restricted'>,
  tx: Tx,
  accountId: AccountId,
  asked: readonly Previewed[],
): Promise<RetentionRestricted> {
  const people = (await restricted?.countPeople(tx, accountId)) ?? 0
  const spared: RetentionRestricted['spared'] = []
  if (people === 0 || restricted === undefined) return { people, spared }
  const add = (kind: SparedKind, count: number) => {
    if (count > 0) spared.push({ kind, count })
  }
  for (const { kind, period, night } of asked) {
    const past = { before: oldBefore(night, period.months), most: previewMost }
    const count = (await kind.countSpared?.(tx, accountId, past)) ?? 0
    if (kind.kind !== 'imports') add(kind.kind, count)
  }
  for (const { kind, count } of restricted.kinds) add(kind, await count(tx, accountId))
  return { people, spared }
}

async function preview(
  tx: Tx,
  accountId: AccountId,
  { kind, period, night }: Previewed,
): Promise<RetentionPeriodView> {
  const { deletesFrom, ...chosen } = period
  const before = oldBefore(night, period.months)
  const due = await kind.count(tx, accountId, { before, most: previewMost + 1 })
  return {
    ...chosen,
    deletesFrom: isoTimeOrNull(deletesFrom),
    due: Math.min(due, previewMost),
    isMore: due > previewMost,
    goesTonight: deletesFrom !== null && night >= deletesFrom,
  }
}

const pageNights = 50

export async function viewNights(
  tx: Tx,
  { accountId, language }: Reading,
  before: Instant | null,
): Promise<RetentionNights> {
  const runs = await runsBefore(tx, accountId, { before, limit: pageNights + 1 })
  if (runs.length <= pageNights) {
    return { items: runs.map((run) => viewNight(run, language)), nextCursor: null }
  }
  // Whole nights only: the next page begins before the first of those that stand here.
  const last = runs[pageNights]?.night
  const whole = runs.filter(({ night }) => night !== last)
  const next = whole.at(-1)?.night
  return {
    items: whole.map((run) => viewNight(run, language)),
    nextCursor: next === undefined ? null : isoTime(next),
  }
}

function viewNight(run: RunRow, language: Language): RetentionNightView {
  const { kind, state, term, deleted, rows, tookMs, failure } = run
  return {
    ...{ kind, state, term, deleted, tookMs },
    rows: { ...rows },
    night: isoTime(run.night),
    before: isoTimeOrNull(run.before),
    oldestLeft: isoTimeOrNull(run.oldestAt),
    endedAt: isoTimeOrNull(run.endedAt),
    failure:
      failure === null
        ? null
        : (sentence(language, failure) ?? sentence(language, 'retention.failed') ?? failure),
  }
}
