// Messages and replies past their period, as the nightly deletion takes them: totals are kept first.
import { holdFreeContactsOf, restrictedPeople } from '../../contacts/index.ts'
import type { AccountId, CampaignId, Clock, Instant, SubjectId } from '../../kernel/index.ts'
import type { KindOfData } from '../../retention/index.ts'
import type { Tx } from '../../storage/index.ts'
import { markDetailsDeleted } from '../store/breakdown-store.ts'
import * as past from '../store/past-store.ts'
import { keepFinalFigures } from '../view/campaign-figures.ts'

/** Of a supplier: how many days it says that it keeps numbers; null: it says nothing of it. */
export type NumbersKept = { supplierId: string; days: number | null }

export type PastMessagesDeps = {
  clock: Clock
  numbersKept(tx: Tx, at: Instant): Promise<readonly NumbersKept[]>
}

const dayMs = 86_400_000
/** Rows a transaction, of what suppliers no longer keep. */
const carriedRows = 10_000

/** Nothing goes of whoever asked that their data only be kept (GDPR 18), until that is lifted. */
const sparing = async <P>(tx: Tx, accountId: AccountId, past: P) => ({
  ...past,
  restricted: await restrictedPeople(tx, accountId),
})

export function pastMessagesKind({ clock, numbersKept }: PastMessagesDeps): KindOfData {
  return {
    kind: 'messages',
    count: async (tx, accountId, asked) =>
      past.countPastMessages(tx, accountId, await sparing(tx, accountId, asked)),
    countSpared: async (tx, accountId, asked) =>
      past.countSparedMessages(tx, accountId, await sparing(tx, accountId, asked)),
    deleteSome: async (tx, accountId, page) => {
      const found = await past.readPastMessages(tx, accountId, await sparing(tx, accountId, page))
      const last = found.length < page.limit ? null : (found.at(-1)?.id ?? null)
      const { free, people } = await holdFree(tx, accountId, { found, before: page.before })
      const ids = free.map(({ id }) => id)
      if (ids.length === 0) return { deleted: 0, rows: {}, last }
      await keepFigures(tx, accountId, { found: free, clock })
      await past.keepLastOfMessages(tx, accountId, { ids, people })
      await past.keepCarriers(tx, accountId, { ids, people })
      await past.keepSenders(tx, accountId, ids)
      const { deleted, rows } = await past.deleteMessages(tx, accountId, ids)
      return { deleted, rows, last }
    },
    tidyUp: async (tx, accountId, { before, at }) => {
      await past.forgetEmptyReaches(tx, accountId, before)
      return forgetCarriers(tx, accountId, { kept: await numbersKept(tx, at), at })
    },
    oldest: past.oldestMessage,
  }
}

/**
 * The first locks of a page: campaigns, then contacts, as an erasure takes its contacts first. Of
 * whoever is being erased nothing is touched, and of a campaign that goes on nothing either; the
 * next night looks again. Who has no contact any more was erased: nothing of them is written down.
 */
async function holdFree(
  tx: Tx,
  accountId: AccountId,
  { found, before }: { found: readonly past.PastMessage[]; before: Instant },
) {
  const campaigns = await past.holdPastCampaigns(tx, accountId, { ids: campaignsOf(found), before })
  const isPast = ({ campaignId: id }: past.PastMessage) => id === null || campaigns.has(id)
  const { held, busy } = await holdFreeContactsOf(tx, accountId, subjectsOf(found))
  return { free: found.filter((one) => isPast(one) && !busy.has(one.subjectId)), people: held }
}

const campaignsOf = (found: readonly past.PastMessage[]) => [
  ...new Set(found.flatMap(({ campaignId: id }) => (id === null ? [] : [id]))),
]

const subjectsOf = (found: readonly { subjectId: SubjectId }[]) => [
  ...new Set(found.map(({ subjectId }) => subjectId)),
]

/** Whoever has kept a number as long as it says need not be told; false: there may be more. */
async function forgetCarriers(
  tx: Tx,
  accountId: AccountId,
  { kept, at }: { kept: readonly NumbersKept[]; at: Instant },
): Promise<boolean> {
  let isDone = true
  for (const { supplierId, days } of kept) {
    if (days === null) continue
    const old = { supplierId, before: at - days * dayMs, limit: carriedRows }
    isDone &&= (await past.forgetCarried(tx, accountId, old)) < carriedRows
  }
  return isDone
}

/** Once for each campaign, with the first page that takes messages of it. */
async function keepFigures(
  tx: Tx,
  accountId: AccountId,
  { found, clock }: { found: readonly past.PastMessage[]; clock: Clock },
): Promise<void> {
  for (const id of campaignsOf(found)) await keepFiguresOf(tx, accountId, id, clock)
}

async function keepFiguresOf(tx: Tx, accountId: AccountId, id: CampaignId, clock: Clock) {
  if (await keepFinalFigures(tx, accountId, id, clock)) {
    await markDetailsDeleted(tx, accountId, { id, at: clock.now() })
  }
}

export function pastRepliesKind({ clock }: { clock: Clock }): KindOfData {
  return {
    kind: 'replies',
    count: async (tx, accountId, asked) =>
      past.countPastReplies(tx, accountId, await sparing(tx, accountId, asked)),
    countSpared: async (tx, accountId, asked) =>
      past.countSparedReplies(tx, accountId, await sparing(tx, accountId, asked)),
    deleteSome: async (tx, accountId, page) => {
      const { before } = page
      const found = await past.readPastReplies(tx, accountId, await sparing(tx, accountId, page))
      const last = found.length < page.limit ? null : (found.at(-1)?.id ?? null)
      const { held, busy } = await holdFreeContactsOf(tx, accountId, subjectsOf(found))
      const subjects = subjectsOf(found).filter((id) => !busy.has(id))
      if (subjects.length === 0) return { deleted: 0, rows: {}, last }
      const going = { subjects, people: held, at: clock.now() }
      await past.keepLastOfReplies(tx, accountId, going)
      const { deleted, rows } = await past.deleteReplies(tx, accountId, { subjects, before })
      return { deleted, rows, last }
    },
    oldest: past.oldestReply,
  }
}
