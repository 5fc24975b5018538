// Writes a recurring send and changes it; what was started before waits to be started again.
import type { Caller, ControllerId, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  birthDateField,
  type RecurringChange,
  type RecurringRequest,
} from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { checkedContent } from '../prepare-campaign.ts'
import { userOf } from '../user-of.ts'
import { contentOf, type Recurring, type RecurringContent, ruleOf, tidyRule } from './recurring.ts'
import * as store from './store.ts'

/** Not ended: each is looked at on its days, and read by whoever starts it. */
const recurringMax = 100

type Wanted = Omit<RecurringContent, 'controllerId'> & { controllerId: ControllerId | 'default' }

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export async function createRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  { time, ...request }: RecurringRequest,
): Promise<string> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    if ((await store.countNotEnded(tx, accountId)) >= recurringMax) {
      throw campaignsError('campaigns.recurring_too_many', { max: recurringMax })
    }
    const content = await checked(deps, tx, caller, {
      ...request,
      sendMinute: minuteOf(time),
      listId: request.listId as ListId,
      controllerId: (request.controllerId ?? 'default') as ControllerId | 'default',
    })
    const id = deps.makeId()
    const key = { accountId, id, at: deps.clock.now(), by: userOf(caller) }
    await store.insertRecurring(tx, deps.vault, key, content)
    await deps.record(tx, caller, { action: 'campaigns.recurring_made', details: { send: id } })
    return id
  })
}

export async function changeRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
  { time, ...change }: RecurringChange,
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const held = await lockOwn(deps, tx, caller, id)
    // Whoever only writes does not stop what somebody else started: it is paused first.
    if (held.state !== 'draft' && held.state !== 'paused') {
      throw campaignsError('campaigns.recurring_step_not_possible', { state: held.state })
    }
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<RecurringContent>
    const content = await checked(deps, tx, caller, {
      ...contentOf(held),
      ...given,
      ...(time === undefined ? {} : { sendMinute: minuteOf(time) }),
    })
    const key = { accountId, id, at: deps.clock.now(), by: userOf(caller) }
    await store.changeRecurring(tx, deps.vault, key, content)
    await deps.record(tx, caller, { action: 'campaigns.recurring_changed', details: { send: id } })
  })
}

export async function removeRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const { state, approvedAt } = await lockOwn(deps, tx, caller, id)
    const key = { accountId, id }
    const isUsed = approvedAt !== null || (await store.hasOccurrences(tx, key))
    // Its history is the proof of what was sent: what was once started is ended, not deleted.
    if (state !== 'draft' || isUsed) {
      throw campaignsError('campaigns.recurring_step_not_possible', { state })
    }
    await store.deleteRecurring(tx, key)
    await deps.record(tx, caller, { action: 'campaigns.recurring_deleted', details: { send: id } })
  })
}

export async function lockOwn(
  deps: Pick<CampaignsDeps, 'vault'>,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  id: string,
): Promise<Recurring> {
  const held = await store.lockRecurring(tx, deps.vault, { accountId, id })
  if (held === null) throw campaignsError('campaigns.recurring_not_found')
  return held
}

/** The content that a campaign of one of its days has; its instants are of that day. */
export const campaignContent = <T>(content: T) => ({
  ...content,
  sendAt: null,
  sendAtLocal: false,
  usefulUntil: null,
  ifUnsure: 'never_twice' as const,
  perHour: null,
  overrideReason: null,
  template: null,
})

async function checked(
  deps: CampaignsDeps,
  tx: Tx,
  caller: Caller,
  wanted: Wanted,
): Promise<RecurringContent> {
  const { controllerId } = await checkedContent(deps, tx, caller, campaignContent(wanted))
  const content = tidyRule({ ...wanted, controllerId })
  if (ruleOf(content) === null) throw campaignsError('campaigns.recurring_rule_incomplete')
  const { firstDay, lastDay, field } = content
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
    throw campaignsError('campaigns.recurring_days_crossed')
  }
  if (field !== null && field !== birthDateField) {
    const fields = await deps.contacts.customFields(tx, caller.accountId)
    const isDate = fields.some(
      ({ key, type, isArchived }) =>
        key === field && !isArchived && (type === 'date' || type === 'date_time'),
    )
    if (!isDate) throw campaignsError('campaigns.recurring_field_unknown', { field })
  }
  return content
}
