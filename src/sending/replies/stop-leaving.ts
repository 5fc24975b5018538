// After a STOP, an objection or a withdrawal, cancels messages that wait or are in flight.
import type { SuppressionScope, TakenBack } from '../../consent/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import type { AccountId, Instant, MessageId, SubjectId, Timers } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { sendingError } from '../errors.ts'
import { writeOutcomes } from '../outcome/settle.ts'
import { pastOfPerson } from '../store/past-store.ts'
import {
  type OpenMessage,
  openToScopeOf,
  wasLastAlert,
  whatWasAnswered,
} from '../store/person-store.ts'
import { isOpenInAnyAccount, takeFromQueue } from '../store/queue-store.ts'
import { appendEvents } from '../store/result-store.ts'

export type StoppedNumber = {
  accountId: AccountId
  numberTag: Buffer
  of: TakenBack
  /** No longer is waited than until then: for who stops many at once. */
  until?: Instant | undefined
}

/**
 * Whoever says STOP to an alert is sent no marketing either, and no alert that rests on mere
 * interest; what is owed to them still leaves. What the law asks for speaks of what was
 * sent before it, as the answers to a keyword and to "who is writing" do: that decides then.
 */
export async function scopeOfStop(
  tx: Tx,
  accountId: AccountId,
  { messageId, subjectId }: { messageId: MessageId | null; subjectId: SubjectId | null },
): Promise<SuppressionScope> {
  const answered = messageId === null ? null : await whatWasAnswered(tx, accountId, messageId)
  if (answered === null) return scopeByPast(tx, accountId, subjectId)
  if (answered.is_marketing) return 'marketing'
  if (answered.basis !== 'legal_obligation') return 'all'
  return (await wasLastAlert(tx, accountId, answered.subject_id)) ? 'all' : 'marketing'
}

/** The messages are deleted: what is remembered of them decides, and an alert counts for all. */
async function scopeByPast(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId | null,
): Promise<SuppressionScope> {
  const past = subjectId === null ? null : await pastOfPerson(tx, accountId, subjectId)
  const alertAt = past?.lastAlertAt ?? null
  return alertAt !== null && alertAt >= (past?.lastMessageAt ?? alertAt) ? 'all' : 'marketing'
}

/** What can take back a message that is in its hand: a worker of a route. */
export interface HandOfRoute {
  /** None of these leaves from here any more; what is not yet written is taken back. */
  stop(messageIds: ReadonlySet<MessageId>): void
  /** Once no open intent holds them: from then on the gate sees it by itself. */
  unstop(messageIds: ReadonlySet<MessageId>): void
}

/** Of each route one; or one for all, where another thread works the routes. */
export type Hands = { values(): Iterable<HandOfRoute> }

export type StopDeps = {
  database: Database
  contacts: Pick<Contacts, 'findByTags'>
  timers: Timers
  metrics: Metrics
  workers: Hands
}

/**
 * After the commit of an objection or a withdrawal: takes what it is about out of the queue,
 * and resolves when no node holds an unwritten segment of it.
 */
export async function stopLeaving(deps: StopDeps, number: StoppedNumber): Promise<void> {
  const at = deps.timers.now()
  await deps.database.inAccount(number.accountId, (tx) =>
    endWaiting(deps, tx, { ...number, at, why: 'stopped_by_record' }),
  )
  await waitUntilNothingLeaves(deps, number)
}

/** Takes what an objection of this number is about out of the queue. */
export async function endWaiting(
  deps: Pick<StopDeps, 'contacts' | 'metrics'>,
  tx: Tx,
  input: StoppedNumber & { at: Instant; why: 'stopped_by_reply' | 'stopped_by_record' },
): Promise<void> {
  const { accountId, at } = input
  const open = await openOfNumber(deps, tx, input)
  const marketing = new Set(open.flatMap(({ id, isMarketing }) => (isMarketing ? [id] : [])))
  const taken = await takeFromQueue(
    tx,
    accountId,
    open.map(({ id }) => id),
  )
  const outcomes = taken.map((queued) => ({
    ...queued,
    state: 'refused' as const,
    reason: marketing.has(queued.messageId)
      ? ('consent_withdrawn' as const)
      : ('number_suppressed' as const),
    at,
    hadUnknown: false,
    isUnsent: true,
  }))
  await writeOutcomes(tx, outcomes, deps.metrics)
  const events = taken.map((queued) => ({ ...queued, at, what: input.why, facts: {} }))
  await tx.together((to) => appendEvents(to, events))
}

/** A contact's number never changes: who has the number now is whom its messages are for. */
async function openOfNumber(
  deps: Pick<StopDeps, 'contacts'>,
  tx: Tx,
  number: StoppedNumber,
): Promise<OpenMessage[]> {
  const { accountId, numberTag, of } = number
  const found = await deps.contacts.findByTags(tx, accountId, [numberTag])
  const person = found.get(numberTag.toString('hex'))
  if (person === undefined) return []
  const { subjectId } = person
  // A withdrawal is about one purpose of marketing.
  const about = 'scope' in of ? of : { scope: 'marketing' as const, only: of }
  return openToScopeOf(tx, { accountId, subjectId, ...about })
}

/** A slice is small and its answers come within seconds; longer than this something is wrong. */
const waitMs = { step: 10, most: 30_000 }

/**
 * Which messages these are is asked after the commit of the STOP: one that was accepted and gated
 * while the STOP was being written may be in flight in an engine that has not seen it. One that
 * is accepted later is gated later, and the gate sees the STOP.
 */
export async function waitUntilNothingLeaves(
  deps: Pick<StopDeps, 'database' | 'contacts' | 'workers' | 'timers'>,
  number: StoppedNumber,
): Promise<void> {
  const found = await deps.database.inAccount(number.accountId, (tx) =>
    openOfNumber(deps, tx, number),
  )
  const open = found.map(({ id }) => id)
  if (open.length === 0) return
  const messageIds = new Set(open)
  const workers = [...deps.workers.values()]
  for (const worker of workers) worker.stop(messageIds)
  try {
    const until = number.until ?? deps.timers.now() + waitMs.most
    while (await deps.database.inAnyAccount((tx) => isOpenInAnyAccount(tx, open))) {
      // The operator is answered "later" and sends it again; the objection itself stands.
      if (deps.timers.now() > until) throw sendingError('sending.still_leaving')
      await deps.timers.sleep(waitMs.step)
    }
  } finally {
    for (const worker of workers) worker.unstop(messageIds)
  }
}
