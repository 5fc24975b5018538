// A recurring send as it is being written, and what is asked of the API for it.
import type { RecurringView } from '../../../campaigns/contract.ts'
import { birthDateField, type RecurringEvery } from '../../../campaigns/contract.ts'
import { alertBases } from '../../../sending/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import type { ClassDraft } from '../campaigns/class-choice.tsx'
import { type Draft as CampaignDraft, emptyDraft as emptyCampaign } from '../campaigns/draft.ts'

export type Draft = ClassDraft & {
  name: string
  every: RecurringEvery | ''
  weekday: number
  month: number
  dayOfMonth: number | string
  field: string
  time: string
  firstDay: string
  lastDay: string
  listId: string | null
  sender: string
  text: string
}

export const emptyDraft: Draft = {
  name: '',
  every: '',
  weekday: 1,
  month: 1,
  dayOfMonth: 1,
  field: birthDateField,
  time: '10:00',
  firstDay: '',
  lastDay: '',
  listId: null,
  class: '',
  basis: null,
  purpose: 'offers',
  mayRepeat: false,
  sender: '',
  text: '',
}

export const draftOf = (send: RecurringView): Draft => ({
  name: send.name,
  every: send.every,
  weekday: send.weekday ?? 1,
  month: send.month ?? 1,
  dayOfMonth: send.dayOfMonth ?? 1,
  field: send.field ?? birthDateField,
  time: send.time,
  firstDay: send.firstDay ?? '',
  lastDay: send.lastDay ?? '',
  listId: send.listId,
  class: send.class,
  basis: alertBases.find((one) => one === send.basis) ?? null,
  purpose: send.purpose ?? 'offers',
  mayRepeat: false,
  sender: send.sender,
  text: send.text,
})

const dayOrNull = (text: string) => (text === '' ? null : text)

/** Null while the list, the class or the rule is not chosen, of which the form says so. */
export function requestOf(draft: Draft): BodyOf<'POST /v1/recurring-sends'> | null {
  const { every, listId } = draft
  if (every === '' || listId === null || draft.class === '') return null
  const isMarketing = draft.class === 'marketing'
  const isOfMonth = every === 'month' || every === 'year'
  return {
    name: draft.name.trim(),
    every,
    weekday: every === 'week' ? draft.weekday : null,
    month: every === 'year' ? draft.month : null,
    dayOfMonth: isOfMonth ? Number(draft.dayOfMonth) : null,
    field: every === 'persons_date' ? draft.field : null,
    time: draft.time.slice(0, 5),
    firstDay: dayOrNull(draft.firstDay),
    lastDay: dayOrNull(draft.lastDay),
    listId,
    class: draft.class,
    basis: isMarketing ? null : draft.basis,
    purpose: isMarketing ? draft.purpose.trim() : null,
    sender: draft.sender.trim(),
    text: draft.text,
  }
}

/** As a campaign of today: for a telephone that shows the text. */
export const asCampaign = ({ listId, name, sender, text, ...draft }: Draft): CampaignDraft => ({
  ...emptyCampaign(listId),
  ...{ name, sender, text },
  ...{ class: draft.class, basis: draft.basis, purpose: draft.purpose },
})
