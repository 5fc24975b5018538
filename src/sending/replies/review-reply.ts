// A user's review of a reply: it was a STOP, or it was not.
import type { SuppressionScope } from '../../consent/index.ts'
import type { AccountId, Caller, MessageId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import { sendingError } from '../errors.ts'
import { decodeBody } from '../message-body.ts'
import type { AccessLog } from '../ports.ts'
import { lockInbound, type ReplyReview, reviewInboundOf } from '../store/inbound-store.ts'
import { inboundPlace, type RepliesDeps } from './read-replies.ts'
import { endWaiting, scopeOfStop, waitUntilNothingLeaves } from './stop-leaving.ts'

/**
 * "It was a stop" does what a STOP does, and can be said of any reply, however it was understood;
 * said again it waits again until nothing leaves. "It was none" opens the way for one that waits.
 */
export async function reviewReply(
  deps: RepliesDeps & { accessLog: AccessLog },
  caller: Caller,
  input: { id: string; meaning: ReplyReview },
): Promise<void> {
  const { accountId } = caller
  const at = deps.timers.now()
  const isStop = input.meaning === 'stop'
  const stopped = await deps.database.inAccount(accountId, async (tx) => {
    const reply = await lockInbound(tx, accountId, input.id)
    if (reply === null) throw sendingError('sending.inbound_not_found')
    if (!isStop && !reply.needsReview) throw sendingError('sending.reply_not_waiting')
    const { numberTag, subjectId } = reply
    if (isStop && (reply.kind === 'stop' || reply.review === 'stop')) {
      const scope = await scopeOfStop(tx, accountId, reply)
      return { accountId, numberTag, of: { scope } }
    }
    const answered = await reviewInboundOf(tx, accountId, { ...input, numberTag, at })
    const said = { action: 'sending.reply_reviewed' as const, subjectId, reason: input.meaning }
    await deps.accessLog.record(tx, caller, said)
    if (!isStop) return null
    const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
    if (!keys || !hasKey(keys.contactKey) || reply.bodySealed === null)
      throw sendingError('sending.person_erased')
    const sealed = deps.vault.openMessage(keys, accountId, inboundPlace(reply), reply.bodySealed)
    const scope = await widestOf(tx, accountId, { subjectId, answered })
    await deps.consent.recordStop(tx, caller, {
      tag: deps.vault.suppressionTag(accountId, decodeBody(sealed).number),
      keys,
      scope,
      reason: 'stop_reply',
      origin: reply.routeId,
      // What nobody was asked to read counts from now: it also ends a yes that was given since.
      at: reply.needsReview ? reply.receivedAt : at,
      channel: 'sms',
      ...(reply.messageId === null ? {} : { messageId: reply.messageId }),
    })
    const number = { accountId, numberTag, of: { scope } }
    await endWaiting(deps, tx, { ...number, at, why: 'stopped_by_reply' })
    return number
  })
  if (stopped !== null) await waitUntilNothingLeaves(deps, stopped)
}

/** One word is said of several replies: of marketing one, of an alert another. */
async function widestOf(
  tx: Tx,
  accountId: AccountId,
  { subjectId, answered }: { subjectId: SubjectId; answered: readonly (MessageId | null)[] },
): Promise<SuppressionScope> {
  for (const messageId of new Set(answered)) {
    if ((await scopeOfStop(tx, accountId, { messageId, subjectId })) === 'all') return 'all'
  }
  return 'marketing'
}
