// Tells users that replies wait: not each of a thousand, but the first of a while.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { InboundKind } from '../store/inbound-store.ts'

/** Whoever is told looks at all that came since; a campaign's answers are not a mail each. */
const everyMs = 2 * 3_600_000

/** A STOP took effect by itself and waits for nobody. What may be one is told apart. */
export async function tellReplyWaits(
  tx: Tx,
  accountId: AccountId,
  { kind, at }: { kind: InboundKind; at: Instant },
): Promise<void> {
  if (kind === 'stop') return
  const isDoubtful = kind === 'doubtful'
  await notify(tx, accountId, {
    kind: 'reply_waits',
    about: null,
    step: `${isDoubtful ? 'doubtful' : 'other'}:${Math.floor(at / everyMs)}`,
    details: isDoubtful ? { variant: 'doubtful' } : {},
    at,
  })
}
