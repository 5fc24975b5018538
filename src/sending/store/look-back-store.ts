// SQL of how far a list of messages looks back at once, and of how many there are.
import type { AccountId, CampaignId, Instant, MessageId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isFinal, type MessageState } from '../message-state.ts'

export type Place = { id: MessageId; at: Instant }

/** What an index leads along, from the newest to the oldest that may fit. */
export type Lead = {
  reference: string | null
  campaignIds: readonly CampaignId[] | null
  /** Of messages that ended so. */
  states: readonly MessageState[] | null
}

/** States in which few messages end: an index leads to them. */
export const isFew = (states: readonly MessageState[]): boolean =>
  states.length > 0 && states.every((one) => isFinal(one) && one !== 'delivered')

/**
 * An index has an order for each campaign and each state by itself: they are read side by side,
 * and the newest of all is taken each time.
 */
function branchesOf(lead: Lead, bind: (value: string, type: string) => string): string {
  const { reference, campaignIds, states } = lead
  const behind = (id: string, where: string) => `(select ${id} as id from
    ${id === 'id' ? 'sending.message' : 'sending.outcome'}
    where account_id = $1 and ($2::uuid is null or ${id} < $2) ${where}
    order by ${id} desc limit $3 + 1)`
  if (reference !== null) return behind('id', `and reference = ${bind(reference, 'text')}`)
  const campaigns = campaignIds?.map((id) => `and campaign_id = ${bind(id, 'uuid')}`) ?? ['']
  const ends = states?.map((state) => bind(state, 'text'))
  const branches = campaigns.flatMap(
    (campaign) =>
      ends?.map((state) =>
        behind('message_id', `and state <> 'delivered' and state = ${state} ${campaign}`),
      ) ?? [behind('id', campaign)],
  )
  return branches.join(' union all ')
}

/** No list follows the order of several by itself. */
export const isOneOrder = ({ campaignIds, states }: Lead): boolean =>
  (campaignIds?.length ?? 1) * (states?.length ?? 1) === 1

/** So many back from an id, along an index; null where there are not so many. */
export async function messagesBack(
  tx: Tx,
  accountId: AccountId,
  { lead, below, count }: { lead: Lead; below: string | null; count: number },
): Promise<Place | null> {
  const values: unknown[] = [accountId, below, count - 1]
  const branches = branchesOf(lead, (value, type) => `$${values.push(value)}::${type}`)
  const { rows } = await tx.query<Place>(
    `select m.id, m.accepted_at as at from (
       select id from (${branches}) behind order by id desc offset $3 limit 1
     ) place join sending.message m on m.account_id = $1 and m.id = place.id`,
    values,
  )
  return rows[0] ?? null
}

/** None that waits is older, in the queue or in a bundle; null where none waits. */
export async function waitingSince(tx: Tx, accountId: AccountId): Promise<MessageId | null> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `select id from (
       (select message_id as id from sending.queue
        where account_id = $1 order by message_id limit 1)
       union all
       (select id from sending.bundle where account_id = $1 order by id limit 1)
     ) waiting order by id limit 1`,
    [accountId],
  )
  return rows[0]?.id ?? null
}
