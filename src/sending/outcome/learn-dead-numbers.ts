// Learns from failing receipts which numbers no longer work, and from deliveries which do again.
//
// Beside the receipts, not with them: a receipt costs no more than one row where it failed.
import type { AccountId, Instant, RouteId, SubjectId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { deadNumberRule, isUnknownSubscriber, judgeNumber } from '../dead-number-rule.ts'
import type { Routes } from '../ports.ts'
import {
  accountsWithFailuresInAnyAccount,
  type FailedReceipt,
  liftDeliveredInAnyAccount,
  type MarkedDead,
  markDead,
  type PersonOfMessage,
  peopleOfMessages,
  readPasts,
  takeFailures,
} from '../store/dead-number-store.ts'

export type LearnDeps = { database: Database; metrics: Metrics; routes: Pick<Routes, 'all'> }

/** By which codes the operator of each route says that nobody has the number. */
type Codes = ReadonlyMap<RouteId, readonly string[]>

/** Receipts judged in one transaction, and in one round of an account: others have their turn. */
const batchMax = 500
const batchesMax = 20

const dayMs = 86_400_000

export async function learnDeadNumbers(deps: LearnDeps, at: Instant): Promise<void> {
  const { database, metrics } = deps
  const codes: Codes = new Map(
    deps.routes.all(at).map(({ id, deadNumberCodes }) => [id, deadNumberCodes]),
  )
  const accounts = await database.inAnyAccount(accountsWithFailuresInAnyAccount)
  for (const accountId of accounts) {
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const { taken, marked } = await database.inAccount(accountId, (tx) =>
        judgeSome(tx, accountId, { at, codes }),
      )
      if (marked > 0) metrics.count('accord_dead_numbers_total', { what: 'marked' }, marked)
      if (taken < batchMax) break
    }
  }
  const lifted = await database.inAnyAccount(liftDeliveredInAnyAccount)
  if (lifted > 0) metrics.count('accord_dead_numbers_total', { what: 'lifted' }, lifted)
}

async function judgeSome(
  tx: Tx,
  accountId: AccountId,
  { at, codes }: { at: Instant; codes: Codes },
): Promise<{ taken: number; marked: number }> {
  const failures = await takeFailures(tx, accountId, batchMax)
  if (failures.length === 0) return { taken: 0, marked: 0 }
  const ids = [...new Set(failures.map(({ messageId }) => messageId))]
  const people = await peopleOfMessages(tx, accountId, ids)
  const subjects = [...new Set(people.map(({ subjectId }) => subjectId))]
  const since = at - deadNumberRule.lookBackDays * dayMs
  const pasts = await readPasts(tx, accountId, { subjects, since })
  const certain = certainOf(failures, people, codes)
  const marked: MarkedDead[] = []
  const seen = new Set<SubjectId>()
  for (const { subjectId, numberTag } of people) {
    const past = pasts.get(subjectId)
    if (past === undefined || seen.has(subjectId)) continue
    seen.add(subjectId)
    const dead = judgeNumber({ ...past, certain: certain.get(subjectId) ?? [] })
    if (dead !== null) marked.push({ ...dead, subjectId, numberTag, open: past.open })
  }
  return { taken: failures.length, marked: await markDead(tx, accountId, marked) }
}

function certainOf(
  failures: readonly FailedReceipt[],
  people: readonly PersonOfMessage[],
  codes: Codes,
): Map<SubjectId, FailedReceipt[]> {
  const personOf = new Map(people.map(({ messageId, subjectId }) => [messageId, subjectId]))
  const found = new Map<SubjectId, FailedReceipt[]>()
  for (const failure of failures) {
    const { messageId, outcome, code, routeId } = failure
    const subjectId = personOf.get(messageId)
    if (subjectId === undefined) continue
    const known = routeId === null ? undefined : codes.get(routeId)
    if (!isUnknownSubscriber(outcome, code, known)) continue
    found.set(subjectId, [...(found.get(subjectId) ?? []), failure])
  }
  return found
}
