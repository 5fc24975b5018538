// Messages and replies past their period, as the nightly deletion takes them: totals are kept first.
import type { AccountId, CampaignId, Clock } from '../../kernel/index.ts'
import type { KindOfData } from '../../retention/index.ts'
import type { Tx } from '../../storage/index.ts'
import { markDetailsDeleted } from '../store/breakdown-store.ts'
import * as past from '../store/past-store.ts'
import { keepFinalFigures } from '../view/campaign-figures.ts'

export function pastMessagesKind({ clock }: { clock: Clock }): KindOfData {
  return {
    kind: 'messages',
    count: past.countPastMessages,
    deleteSome: async (tx, accountId, page) => {
      const found = await past.readPastMessages(tx, accountId, page)
      const ids = found.map(({ id }) => id)
      if (ids.length === 0) return { deleted: 0, rows: {}, last: null }
      await keepFigures(tx, accountId, { found, clock })
      await past.keepLastOfMessages(tx, accountId, ids)
      const { deleted, rows } = await past.deleteMessages(tx, accountId, ids)
      return { deleted, rows, last: found.length < page.limit ? null : (ids.at(-1) ?? null) }
    },
    tidyUp: (tx, accountId, { before }) => past.forgetEmptyReaches(tx, accountId, before),
    oldest: past.oldestMessage,
  }
}

/** Once for each campaign, with the first page that takes messages of it. */
async function keepFigures(
  tx: Tx,
  accountId: AccountId,
  { found, clock }: { found: readonly past.PastMessage[]; clock: Clock },
): Promise<void> {
  const campaigns = new Set(found.flatMap(({ campaignId: id }) => (id === null ? [] : [id])))
  for (const id of campaigns) await keepFiguresOf(tx, accountId, id, clock)
}

async function keepFiguresOf(tx: Tx, accountId: AccountId, id: CampaignId, clock: Clock) {
  if (await keepFinalFigures(tx, accountId, id, clock)) {
    await markDetailsDeleted(tx, accountId, { id, at: clock.now() })
  }
}

export function pastRepliesKind({ clock }: { clock: Clock }): KindOfData {
  return {
    kind: 'replies',
    count: past.countPastReplies,
    deleteSome: async (tx, accountId, page) => {
      const { before } = page
      const found = await past.readPastReplies(tx, accountId, page)
      if (found.length === 0) return { deleted: 0, rows: {}, last: null }
      const subjects = [...new Set(found.map(({ subjectId }) => subjectId))]
      await past.keepLastOfReplies(tx, accountId, { subjects, at: clock.now() })
      const { deleted, rows } = await past.deleteReplies(tx, accountId, { subjects, before })
      const last = found.length < page.limit ? null : (found.at(-1)?.id ?? null)
      return { deleted, rows, last }
    },
    oldest: past.oldestReply,
  }
}
