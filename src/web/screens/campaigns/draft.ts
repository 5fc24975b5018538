// A campaign as it is being written: what the fields hold, and what is asked of the API for it.
import type { BillRequest, CampaignView } from '../../../campaigns/contract.ts'
import { alertBases } from '../../../sending/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { localOf } from '../../data/zone-fields.ts'
import type { ClassDraft } from './class-choice.tsx'
import { type PaceDraft, paceRequest } from './pace-fields.tsx'

export type Draft = ClassDraft &
  PaceDraft & {
    name: string
    listId: string | null
    sender: string
    text: string
    template: { id: string; version: number } | null
  }

export const emptyDraft = (listId: string | null): Draft => ({
  name: '',
  listId,
  class: '',
  basis: null,
  purpose: 'offers',
  sender: '',
  text: '',
  template: null,
  mayRepeat: false,
  sendAt: '',
  sendAtLocal: false,
  usefulUntil: '',
  perHour: null,
})

export const draftOf = (campaign: CampaignView): Draft => ({
  name: campaign.name,
  listId: campaign.listId,
  class: campaign.class,
  basis: alertBases.find((one) => one === campaign.basis) ?? null,
  purpose: campaign.purpose ?? 'offers',
  sender: campaign.sender,
  text: campaign.text,
  template: campaign.template,
  mayRepeat: campaign.ifUnsure === 'twice_rather_than_never',
  sendAt: localOf(campaign.sendAt),
  sendAtLocal: campaign.sendAtLocal,
  usefulUntil: localOf(campaign.usefulUntil),
  perHour: campaign.perHour,
})

/** Nothing before list and class are chosen, of which the form says that they are missing. */
export function requestOf(draft: Draft): BodyOf<'POST /v1/campaigns'> | null {
  if (draft.listId === null || draft.class === '') return null
  const isMarketing = draft.class === 'marketing'
  return {
    name: draft.name.trim(),
    listId: draft.listId,
    class: draft.class,
    sender: draft.sender.trim(),
    text: draft.text,
    template: draft.template,
    ...paceRequest(draft),
    basis: isMarketing ? null : draft.basis,
    purpose: isMarketing ? draft.purpose.trim() : null,
    ifUnsure: !isMarketing && draft.mayRepeat ? 'twice_rather_than_never' : 'never_twice',
  }
}

/** What is said to whom, once enough of it is there to be counted; null before. */
export type Written = Omit<BillRequest, 'again' | 'overrideReason'>
export function writtenOf(draft: Draft): Written | null {
  const { listId, class: messageClass } = draft
  const [sender, purpose] = [draft.sender.trim(), draft.purpose.trim()]
  if (listId === null || sender === '' || draft.text.trim() === '') return null
  const { sendAt, sendAtLocal, usefulUntil } = paceRequest(draft)
  const common = { listId, sender, text: draft.text, sendAt, sendAtLocal, usefulUntil }
  if (messageClass === 'marketing' && purpose !== '') {
    return { ...common, class: 'marketing', purpose, basis: null }
  }
  if (messageClass === 'alert' && draft.basis !== null) {
    return { ...common, class: 'alert', basis: draft.basis, purpose: null }
  }
  return null
}
