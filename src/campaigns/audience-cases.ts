// A page of a list as cases for the gate: whom the campaign's order is about.
import type { AudienceMember, OpenedContact } from '../contacts/index.ts'
import { mayReach, type NumberReach, reachOf, readNumber } from '../countries/index.ts'
import type { ContactId, E164 } from '../kernel/index.ts'
import { type Case, personBehind, readTemplate, type SendOrder } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Campaign } from './campaign.ts'
import { customKnown } from './custom-fields.ts'
import type { CampaignsDeps } from './deps.ts'
import { campaignsError } from './errors.ts'
import { readPicked } from './picked/occurrence-people-store.ts'

/** What of a campaign becomes its order; there may be no draft of it yet. */
export type WrittenCampaign = Pick<
  Campaign,
  | 'accountId'
  | 'listId'
  | 'class'
  | 'basis'
  | 'purpose'
  | 'controllerId'
  | 'sender'
  | 'text'
  | 'sendAt'
  | 'sendAtLocal'
  | 'usefulUntil'
  | 'ifUnsure'
  | 'overrideReason'
  | 'approvedBy'
>

export async function orderOf(
  deps: Pick<CampaignsDeps, 'contacts' | 'accounts'>,
  tx: Tx,
  campaign: WrittenCampaign,
): Promise<SendOrder> {
  const { accountId, controllerId } = campaign
  const controller = await deps.contacts.controller(tx, accountId, controllerId)
  if (controller === null) throw campaignsError('campaigns.controller_not_found')
  const { text } = campaign
  const known = await customKnown(deps, tx, accountId, { text, age: 'written' })
  const template = readTemplate(text, known)
  if (!template.ok) {
    throw campaignsError('campaigns.merge_field_unknown', { field: template.field })
  }
  const { overrideReason, approvedBy } = campaign
  return {
    accountId,
    class: campaign.class,
    basis: campaign.basis,
    purpose: campaign.purpose,
    controllerId: controller.id,
    controllerName: controller.name,
    sender: campaign.sender,
    text: campaign.text,
    pieces: template.pieces,
    isSegment: true,
    isAskedFor: false,
    hidden: null,
    ifUnsure: campaign.ifUnsure,
    override:
      overrideReason !== null && approvedBy !== null
        ? { reason: overrideReason, approvedBy }
        : null,
    notBefore: campaign.sendAt,
    ...(campaign.sendAtLocal
      ? { notBeforeIn: (await deps.accounts.facts(tx, accountId)).zone }
      : {}),
    usefulUntil: campaign.usefulUntil,
  }
}

export type AudienceCases = { cases: Case[]; through: ContactId | null; people: number }

/** The next page of the list. Those erased meanwhile count as people and are no case. */
export async function nextCases(
  deps: Pick<CampaignsDeps, 'contacts'>,
  tx: Tx,
  input: {
    campaign: Pick<Campaign, 'accountId' | 'listId'> & Partial<PickedCampaign>
    order: SendOrder
    after: ContactId | null
    limit: number
    sandbox: boolean
  },
): Promise<AudienceCases> {
  const { campaign, order } = input
  const { members, through, people } = await pageOf(deps, tx, input)
  const opened = await deps.contacts.openContacts(tx, campaign.accountId, members)
  const cases: Case[] = []
  for (const member of members) {
    const open = opened.get(member.subjectId)
    if (open !== undefined) cases.push(caseOf({ order, sandbox: input.sandbox }, member, open))
  }
  return { cases, through, people }
}

type PickedCampaign = Pick<Campaign, 'recurringId' | 'occurrenceDay' | 'isPicked'>

/** Of the list; of a day that picks its people, those of them who are still on it. */
async function pageOf(
  { contacts }: Pick<CampaignsDeps, 'contacts'>,
  tx: Tx,
  { campaign, after, limit }: Pick<Parameters<typeof nextCases>[2], 'campaign' | 'after' | 'limit'>,
): Promise<{ members: AudienceMember[]; through: ContactId | null; people: number }> {
  const { accountId, listId, recurringId, occurrenceDay, isPicked } = campaign
  if (isPicked !== true || typeof recurringId !== 'string' || typeof occurrenceDay !== 'string') {
    const members = await contacts.audience(tx, { accountId, listId, after, limit })
    return { members, through: members.at(-1)?.contactId ?? null, people: members.length }
  }
  const ids = await readPicked(tx, { accountId, recurringId, day: occurrenceDay, after, limit })
  const members = await contacts.audienceOf(tx, { accountId, listId, ids })
  return { members, through: ids.at(-1) ?? null, people: ids.length }
}

export function caseOf(
  { order, sandbox }: { order: SendOrder; sandbox: boolean },
  member: AudienceMember,
  open: Pick<OpenedContact, 'keys' | 'body'>,
): Case {
  const { number, fields, reach = reachOfOlder(number, member.country) } = open.body
  const written = { number, numberUsable: mayReach(reach, sandbox) }
  const person = personBehind(member.contactId, member, { keys: open.keys, fields }, written)
  return { order, person }
}

/** A contact from before this was kept with its number. */
function reachOfOlder(number: E164, country: string): NumberReach {
  return reachOf(readNumber(number, { country, sandbox: true }))
}
