// Calls one message back while it waits. What an engine has claimed is not called back any more.
import type { Audit } from '../../audit/index.ts'
import type { Caller, Clock, MessageId } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import { sentence } from '../../words/index.ts'
import type { MessageView } from '../contract.ts'
import { sendingError } from '../errors.ts'
import { writeOutcomes } from '../outcome/settle.ts'
import { type QueuedMessage, takeFromQueue } from '../store/queue-store.ts'
import { appendEvents } from '../store/result-store.ts'
import { type ReadMessagesDeps, viewIn } from '../view/read-messages.ts'

export type CancelDeps = ReadMessagesDeps & {
  clock: Clock
  metrics: Metrics
  audit: Pick<Audit, 'record'>
}

/**
 * One statement takes it out of the queue or finds it gone: whichever of a claim and this comes
 * first has it. Asked again, it answers the same. One that goes again, since an earlier attempt of
 * it had no answer, leaves the queue as well, and stands as `maybe_sent`: it may have arrived.
 */
export async function cancelMessage(
  deps: CancelDeps,
  caller: Caller,
  id: MessageId,
): Promise<MessageView> {
  const { accountId, language } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const before = await viewIn(deps, tx, caller, id)
    if (before.state === 'cancelled') return before
    const taken = await takeFromQueue(tx, accountId, [id])
    const now = taken.length === 0 ? await viewIn(deps, tx, caller, id) : null
    // It may have arrived, and does not go again: there is nothing left to call back.
    if (now?.state === 'maybe_sent') return now
    const state = now?.state ?? (taken.some(hasBegun) ? 'submitted' : null)
    if (state !== null) {
      const said = sentence(language, `state.${state}`) ?? state
      throw sendingError('sending.message_not_waiting', { state: said })
    }
    const at = deps.clock.now()
    const events = taken.map((queued) => ({ ...queued, at, what: 'called_back', facts: {} }))
    await tx.together((to) => appendEvents(to, events))
    const ends = { state: 'cancelled', reason: 'called_back', hadUnknown: false } as const
    const outcomes = taken.map((queued) => ({ ...queued, ...ends, at, isUnsent: true }))
    await writeOutcomes(tx, outcomes, deps.metrics)
    const deed = { action: 'sending.message_cancelled' as const, details: { message: id } }
    await deps.audit.record(tx, caller, deed)
    return viewIn(deps, tx, caller, id)
  })
}

/** A part of it has left, or may have: nobody can say any more that it did not. */
const hasBegun = ({ partsDone, attempt, parts }: QueuedMessage): boolean =>
  partsDone !== 0 || (attempt > 1 && parts > 1)
