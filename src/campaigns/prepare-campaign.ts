// Writes a draft and changes it; whatever was approved before is a draft again.
import type { Caller, CampaignId, ControllerId, Instant, ListId } from '../kernel/index.ts'
import { readTemplate, scheduledTooFar } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import { settleRequest } from './approvals/approval-store.ts'
import { type Campaign, mayStep } from './campaign.ts'
import type { CampaignChange, CampaignRequest } from './contract.ts'
import { customKnown } from './custom-fields.ts'
import type { CampaignsDeps } from './deps.ts'
import { campaignsError } from './errors.ts'
import {
  type CampaignContent,
  changeContent,
  findCampaign,
  insertCampaign,
  lockCampaign,
} from './store.ts'
import { hasVersion } from './templates/store.ts'
import { userOf } from './user-of.ts'

const instantOf = (text: string | null): Instant | null => (text === null ? null : Date.parse(text))

export async function createCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  request: CampaignRequest,
): Promise<Campaign> {
  const { accountId } = caller
  demandNear(deps, request)
  return deps.database.inAccount(accountId, async (tx) => {
    const content = await checkedContent(deps, tx, caller, {
      ...request,
      listId: request.listId as ListId,
      controllerId: (request.controllerId ?? 'default') as ControllerId | 'default',
      sendAt: instantOf(request.sendAt),
      usefulUntil: instantOf(request.usefulUntil),
    })
    const id = deps.makeId() as CampaignId
    const key = { accountId, id, at: deps.clock.now(), by: userOf(caller) }
    return insertCampaign(tx, deps.vault, key, content)
  })
}

export async function changeCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
  change: CampaignChange,
): Promise<void> {
  const { accountId } = caller
  demandNear(deps, change)
  await deps.database.inAccount(accountId, async (tx) => {
    const campaign = await lockCampaign(tx, deps.vault, accountId, id)
    if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
    if (!mayStep('change', campaign.state)) {
      throw campaignsError('campaigns.step_not_possible', { state: campaign.state })
    }
    const { sendAt, usefulUntil, listId, controllerId, ...rest } = change
    const content = await checkedContent(deps, tx, caller, {
      ...campaign,
      ...given(rest),
      ...(listId === undefined ? {} : { listId: listId as ListId }),
      ...(controllerId === undefined ? {} : { controllerId: controllerId as ControllerId }),
      ...(sendAt === undefined ? {} : { sendAt: instantOf(sendAt) }),
      ...(usefulUntil === undefined ? {} : { usefulUntil: instantOf(usefulUntil) }),
    })
    const by = userOf(caller)
    await changeContent(tx, deps.vault, { accountId, id, by }, content)
    // Whoever was asked would approve something else than what they were shown.
    const settled = { campaignId: id, outcome: 'changed' as const, at: deps.clock.now(), by }
    await settleRequest(tx, deps.vault, accountId, { ...settled, remark: null })
  })
}

/** The same again as a draft: its instants are of the past, and are chosen anew. */
export async function copyCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  { from, name }: { from: CampaignId; name: string | null },
): Promise<Campaign> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const campaign = await findCampaign(tx, deps.vault, accountId, from)
    if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
    // Its people were those of one day: the same text to the whole list would be another thing.
    if (campaign.isPicked) throw campaignsError('campaigns.copy_of_day')
    const id = deps.makeId() as CampaignId
    const key = { accountId, id, at: deps.clock.now(), by: userOf(caller) }
    return insertCampaign(tx, deps.vault, key, {
      ...campaign,
      name: name ?? campaign.name,
      sendAt: null,
      sendAtLocal: false,
      usefulUntil: null,
      // It means nothing without the instant after which the alert is of no use.
      ifUnsure: 'never_twice',
    })
  })
}

/** The same bound as for a message of its own. */
function demandNear(
  { clock }: Pick<CampaignsDeps, 'clock'>,
  asked: Pick<CampaignChange, 'sendAt' | 'usefulUntil'>,
): void {
  const tooFar = scheduledTooFar(asked, clock.now())
  if (tooFar !== null) throw tooFar
}

/** What was given and is not undefined. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

export type Wanted = Omit<CampaignContent, 'controllerId'> & {
  controllerId: ControllerId | 'default'
}

/** What may stand in a draft, whether it is kept or only looked at. */
export async function checkedContent(
  deps: CampaignsDeps,
  tx: Tx,
  caller: Caller,
  wanted: Wanted,
): Promise<CampaignContent> {
  const { text } = wanted
  const known = await customKnown(deps, tx, caller.accountId, { text, age: 'new' })
  const template = readTemplate(text, known)
  if (!template.ok) {
    throw campaignsError('campaigns.merge_field_unknown', { field: template.field })
  }
  if (wanted.ifUnsure === 'twice_rather_than_never') {
    if (wanted.class === 'marketing') throw campaignsError('campaigns.repeats_marketing')
    if (wanted.usefulUntil === null) throw campaignsError('campaigns.repeats_for_ever')
  }
  const { accountId } = caller
  const { template: from } = wanted
  if (from !== null && !(await hasVersion(tx, accountId, from))) {
    throw campaignsError('campaigns.template_not_found')
  }
  const list = await deps.contacts.list(tx, accountId, wanted.listId)
  if (list === null) throw campaignsError('campaigns.list_not_found')
  const controller = await deps.contacts.controller(tx, accountId, wanted.controllerId)
  if (controller === null) throw campaignsError('campaigns.controller_not_found')
  if (list.controllerId !== null && list.controllerId !== controller.id) {
    throw campaignsError('campaigns.list_of_other_controller')
  }
  return { ...wanted, controllerId: controller.id }
}
