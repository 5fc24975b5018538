// Tells users that replies wait: not each of a thousand, but the first of a while.
import { memberMay } from '../../accounts/index.ts'
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { InboundKind } from '../store/inbound-store.ts'

/** Whoever is told looks at all that came since; a campaign's answers are not a mail each. */
const everyMs = 2 * 3_600_000

/**
 * A STOP took effect by itself and waits for nobody. What may be one is told apart, to all; another
 * reply in a conversation that somebody has taken is told to them alone, as long as they are in the
 * account and may answer: otherwise to all, or nobody would hear of it.
 */
export async function tellReplyWaits(
  tx: Tx,
  accountId: AccountId,
  reply: { kind: InboundKind; at: Instant; assignedTo: UserId | null },
): Promise<void> {
  const { kind, at, assignedTo } = reply
  if (kind === 'stop') return
  const taken = kind === 'doubtful' ? null : assignedTo
  const sees = taken !== null && (await memberMay(tx, accountId, taken, 'messages.send'))
  const only = sees ? taken : null
  const variant = kind === 'doubtful' ? 'doubtful' : only === null ? 'other' : 'mine'
  await notify(tx, accountId, {
    kind: 'reply_waits',
    about: null,
    step: [variant, only ?? '', Math.floor(at / everyMs)].join(':'),
    details: variant === 'other' ? {} : { variant },
    only,
    at,
  })
}
