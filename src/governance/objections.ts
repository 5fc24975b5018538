// Objections to changes of sub-processors: made, withdrawn, answered, and what they bar meanwhile.
import { accountNamesInAnyAccount, accountOf } from '../accounts/index.ts'
import { dayIn } from '../countries/index.ts'
import {
  type AccountId,
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
} from '../kernel/index.ts'
import { notify, notifyStaff } from '../notifications/index.ts'
import type { Tx } from '../storage/index.ts'
import { findChange, isSupplier } from './beside-store.ts'
import {
  isForATime,
  type NewObjectionAnswer,
  type OwnObjection,
  type SupplierObjections,
} from './contract.ts'
import type { SealingDeps } from './deps.ts'
import { governanceError, noRouteForWaiting } from './errors.ts'
import { barAfter, barStart, standingOf } from './objection.ts'
import {
  insertAnswer,
  insertObjection,
  type KeptObjection,
  lockObjection,
  objectionsInAnyAccount,
  openInAnyAccount,
  readOwnObjections,
  setBar,
  suppliersEverBarred,
} from './objection-store.ts'

const listedMax = 1_000

const reasonPlace = (accountId: string, changeId: string) => ({
  table: 'governance.objection',
  column: 'reason_sealed',
  rowId: `${accountId} ${changeId}`,
})
const answerPlace = (accountId: string, changeId: string, number: number) => ({
  table: 'governance.objection_answer',
  column: 'reason_sealed',
  rowId: `${accountId} ${changeId} ${number}`,
})

const byOf = ({ by }: Caller) => (by.kind === 'user' ? `user:${by.userId}` : by.kind)

export const standingAt = (one: KeptObjection, at: Instant) => {
  const { barFrom, answers, gone, changeAt } = one
  const bar = barFrom === null ? null : { from: barFrom }
  return standingOf({ bar, last: answers.at(-1) ?? null, gone, changeAt }, at)
}

export function objectionViewOf(
  { vault }: Pick<SealingDeps, 'vault'>,
  one: KeptObjection,
  at: Instant,
): OwnObjection {
  const { accountId, changeId, answers, barFrom } = one
  const { state, answerBy, isBarred } = standingAt(one, at)
  const isOver = state === 'void' || state === 'withdrawn'
  const opened = (place: ReturnType<typeof reasonPlace>, sealed: Buffer) =>
    vault.openForInstallation(place, sealed).toString('utf8')
  return {
    reason: opened(reasonPlace(accountId, changeId), one.reasonSealed),
    at: isoTime(one.at),
    state,
    answerBy: isoTimeOrNull(answerBy),
    isBarred,
    barredFrom: isoTimeOrNull(isOver ? null : barFrom),
    answers: answers.map(({ number, outcome, until, reasonSealed, at: answeredAt }) => ({
      outcome,
      until: isoTimeOrNull(until),
      reason:
        reasonSealed === null
          ? null
          : opened(answerPlace(accountId, changeId, number), reasonSealed),
      at: isoTime(answeredAt),
    })),
  }
}

/**
 * Once for each change, while it can be objected to. Without an answer the supplier is barred from
 * the day of the change on; at once where the sub-processor works there already.
 */
export async function keepObjection(
  deps: SealingDeps,
  caller: Caller,
  changeId: string,
  reason: string,
): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  await deps.database.inAccount(accountId, async (tx) => {
    const change = await findChange(tx, changeId)
    if (change === null) throw governanceError('governance.change_not_found')
    if (change.objectUntil === null || change.objectUntil <= at) {
      throw governanceError('governance.objection_too_late')
    }
    const plain = Buffer.from(reason, 'utf8')
    const reasonSealed = deps.vault.sealForInstallation(reasonPlace(accountId, changeId), plain)
    const by = byOf(caller)
    if (!(await insertObjection(tx, accountId, { changeId, reasonSealed, by, at }))) {
      throw governanceError('governance.objected_already')
    }
    const from = barStart(change.effectiveAt, at)
    await setBar(tx, accountId, change, { from })
    await deps.record(tx, caller, {
      action: 'governance.objected',
      details: { supplier: change.supplierId, change: changeId },
    })
    const kept = await keptOf(tx, accountId, changeId)
    const { zone } = await accountOf(tx, accountId)
    await notifyStaff(tx, {
      ...{ kind: 'change_objected', about: changeId, step: accountId, at },
      details: {
        ...{ name: kept.supplier, day: dayIn(zone, from) },
        ...(from === at ? { variant: 'at_once' } : {}),
      },
    })
  })
}

async function keptOf(tx: Tx, accountId: AccountId, changeId: string): Promise<KeptObjection> {
  const found = (await readOwnObjections(tx, accountId)).find((one) => one.changeId === changeId)
  if (found === undefined) throw governanceError('governance.objection_not_found')
  return found
}

/** The account lets go of it: the change holds for it as for the others. */
export async function withdrawObjection(
  deps: SealingDeps,
  caller: Caller,
  changeId: string,
): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  await deps.database.inAccount(accountId, async (tx) => {
    await lockObjection(tx, changeId)
    const kept = await keptOf(tx, accountId, changeId)
    demandOpen(kept, at)
    await insertAnswer(tx, accountId, {
      ...{ changeId, number: kept.answers.length + 1, outcome: 'withdrawn', until: null },
      ...{ reasonSealed: null, at, by: byOf(caller) },
    })
    await setBar(tx, accountId, kept, null)
    await deps.barsChanged?.(tx, accountId)
    await deps.record(tx, caller, {
      action: 'governance.objection_withdrawn',
      details: { supplier: kept.supplierId, change: changeId },
    })
    await notifyStaff(tx, {
      ...{ kind: 'change_objected', about: changeId, step: `${accountId} withdrawn`, at },
      details: { name: kept.supplier, variant: 'withdrawn' },
    })
  })
}

function demandOpen(kept: KeptObjection, at: Instant): void {
  const { state } = standingAt(kept, at)
  if (state === 'withdrawn' || state === 'void') {
    throw governanceError('governance.objection_closed')
  }
}

type Answered = { supplierId: string; changeId: string; accountId: AccountId }

/** Staff answer, and may answer again: the last one counts. The account is told of each. */
export async function answerObjection(
  deps: SealingDeps,
  caller: Caller,
  { supplierId, changeId, accountId }: Answered,
  answer: NewObjectionAnswer,
): Promise<void> {
  const at = deps.clock.now()
  const until = answer.until === null ? null : Date.parse(answer.until)
  await deps.database.inAccount(accountId, async (tx) => {
    await lockObjection(tx, changeId)
    const kept = await keptOf(tx, accountId, changeId)
    if (kept.supplierId !== supplierId) {
      throw governanceError('governance.objection_not_found')
    }
    demandOpen(kept, at)
    demandDay(answer, until, { at, changeAt: kept.changeAt })
    if (answer.outcome === 'other_route') await demandOtherRoute(deps, tx, kept, at)
    const number = kept.answers.length + 1
    const { outcome } = answer
    const plain = Buffer.from(answer.reason, 'utf8')
    const place = answerPlace(accountId, changeId, number)
    await insertAnswer(tx, accountId, {
      ...{ changeId, number, outcome, until, at, by: byOf(caller) },
      reasonSealed: deps.vault.sealForInstallation(place, plain),
    })
    const since = sinceOf(kept)
    await setBar(tx, accountId, kept, barAfter({ outcome, until }, { since, at }))
    await deps.barsChanged?.(tx, accountId)
    await told(deps, tx, caller, { kept, number, outcome, until, at })
  })
}

/** The day that the objection set, whatever was answered since. */
function sinceOf({ answers, barFrom, changeAt, at }: KeptObjection): Instant {
  if (answers.length === 0 && barFrom !== null) return barFrom
  return barStart(changeAt, at)
}

function demandDay(
  { outcome }: NewObjectionAnswer,
  until: Instant | null,
  { at, changeAt }: { at: Instant; changeAt: Instant },
): void {
  const needsDay = isForATime(outcome)
  const isFit = until === null ? !needsDay : needsDay && until > Math.max(at, changeAt)
  if (!isFit) throw governanceError('governance.answer_day')
}

async function demandOtherRoute(
  deps: SealingDeps,
  tx: Tx,
  { accountId, supplierId }: KeptObjection,
  at: Instant,
): Promise<void> {
  // Also from a later day on: what goes by another supplier today has to go by it then.
  const ever = await suppliersEverBarred(tx, accountId, at)
  const barred = new Set([...ever, supplierId])
  const lack = (await deps.lacksRoute?.(tx, accountId, { supplierId, barred })) ?? null
  if (lack === 'another') throw governanceError('governance.no_other_route')
  if (lack !== null) throw noRouteForWaiting(lack.waitingFor)
}

const otherRoutes = ({ openRoutes }: SealingDeps, supplierId: string) =>
  (openRoutes?.() ?? []).filter((route) => route.supplierId !== supplierId)

async function told(
  deps: SealingDeps,
  tx: Tx,
  caller: Caller,
  said: {
    kept: KeptObjection
    number: number
    outcome: NewObjectionAnswer['outcome']
    until: Instant | null
    at: Instant
  },
): Promise<void> {
  const { kept, number, outcome, until, at } = said
  const { accountId, changeId, supplierId } = kept
  const details = { supplier: supplierId, change: changeId, outcome }
  await deps.record(
    tx,
    { ...caller, accountId },
    { action: 'governance.objection_answered', details },
  )
  const { zone } = await accountOf(tx, accountId)
  await notify(tx, accountId, {
    ...{ kind: 'objection_answered', about: changeId, step: String(number), at },
    details: {
      name: kept.supplier,
      variant: outcome,
      ...(until === null ? {} : { day: dayIn(zone, until) }),
    },
  })
}

/** Of all accounts, for whoever manages the installation. */
export async function objectionsTo(
  deps: SealingDeps,
  supplierId: string,
): Promise<SupplierObjections> {
  const isKnown = await deps.database.inInstallation((tx) => isSupplier(tx, supplierId))
  if (!isKnown) throw governanceError('governance.supplier_not_found')
  const at = deps.clock.now()
  return deps.database.inAnyAccount(async (tx) => {
    const rows = await objectionsInAnyAccount(tx, supplierId, listedMax + 1)
    const shown = rows.slice(0, listedMax)
    const names = await namesOf(tx, shown)
    const items = shown.map((one) => ({
      changeId: one.changeId,
      account: { id: one.accountId, ...(names.get(one.accountId) ?? { number: 0, name: '' }) },
      ...objectionViewOf(deps, one, at),
    }))
    const others = otherRoutes(deps, supplierId).map(({ name }) => name)
    return { items, isCut: rows.length > listedMax, otherRoutes: others }
  })
}

const namesOf = (tx: Tx, kept: readonly Pick<KeptObjection, 'accountId'>[]) =>
  accountNamesInAnyAccount(tx, [...new Set(kept.map((one) => one.accountId))])

export type OpenToAnswer = { answerBy: Instant; supplier: string; account: string }

/** What staff have to answer, the soonest first. */
export async function openObjections(
  { database }: Pick<SealingDeps, 'database'>,
  at: Instant,
  limit: number,
): Promise<OpenToAnswer[]> {
  return database.inAnyAccount(async (tx) => {
    const open = await openInAnyAccount(tx, at, { limit })
    const names = await namesOf(tx, open)
    return open.map(({ answerBy, supplier, accountId }) => {
      const account = names.get(accountId)?.name ?? ''
      return { answerBy, supplier, account }
    })
  })
}
