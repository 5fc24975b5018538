// Of a recurring send to a segment, its people chosen anew: on each day, and for its check sheet.
import type { Caller, Instant } from '../../kernel/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import type { Recurring } from './recurring.ts'
import { lockRecurring, setList } from './store.ts'

/**
 * With the list of those who fit now, where its list was chosen of a segment before `olderThan`;
 * any other list is read as it is. Chosen by the rules that the segment has by now: the campaign
 * keeps them with its list.
 */
export async function chosenAgain(
  deps: CampaignsDeps,
  caller: Caller,
  held: Recurring,
  olderThan: Instant,
): Promise<Recurring> {
  const { accountId, id } = held
  const chosen = await deps.database.inAccount(accountId, (tx) =>
    deps.segments.segmentOf(tx, accountId, held.listId),
  )
  if (chosen === null || chosen.chosenAt >= olderThan) return held
  const listId = await deps.segments.choose(caller, chosen.segmentId)
  return deps.database.inAccount(accountId, async (tx) => {
    const list = await deps.contacts.list(tx, accountId, listId)
    // The rules may name a list of another entity by now: nobody is written to for the wrong one.
    if (list !== null && list.controllerId !== null && list.controllerId !== held.controllerId) {
      throw campaignsError('campaigns.list_of_other_controller')
    }
    const now = await lockRecurring(tx, deps.vault, { accountId, id })
    // Changed meanwhile: another list is its own now, and not this one's to replace.
    if (now === null || now.version !== held.version) return held
    await setList(tx, { accountId, id }, listId)
    return { ...held, listId }
  })
}
