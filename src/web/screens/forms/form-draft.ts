// A form as it is written on screen, and what of it is sent to the server. Pure.
import type { FormView, Notice } from '../../../preferences/contract.ts'
import type { FormBody } from './queries.ts'

export const noticeFields = [
  'controllerAddress',
  'controllerContact',
  'dpoContact',
  'recipients',
  'transfers',
  'retention',
  'policyUrl',
] as const
export type NoticeField = (typeof noticeFields)[number]
export const mayBeEmpty: ReadonlySet<NoticeField> = new Set([
  'dpoContact',
  'transfers',
  'policyUrl',
])

export type NoticeDraft = Record<NoticeField, string>
export type FormDraft = {
  name: string
  language: 'fr' | 'en'
  wordingIds: string[]
  sender: string
  confirms: boolean
  asksName: boolean
  minimumAge: number | null
  notice: NoticeDraft
}

export const emptyDraft = (language: FormDraft['language']): FormDraft => ({
  name: '',
  language,
  wordingIds: [],
  sender: '',
  confirms: true,
  asksName: false,
  minimumAge: null,
  notice: Object.fromEntries(noticeFields.map((field) => [field, ''])) as NoticeDraft,
})

export const noticeDraftOf = (notice: Notice): NoticeDraft =>
  Object.fromEntries(noticeFields.map((field) => [field, notice[field] ?? ''])) as NoticeDraft

export const draftOf = (form: FormView): FormDraft => ({
  name: form.name,
  language: form.language,
  wordingIds: [...form.wordingIds],
  sender: form.sender,
  confirms: form.confirms,
  asksName: form.asksName,
  minimumAge: form.minimumAge,
  notice: noticeDraftOf(form.notice),
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

export const noticeOf = (notice: NoticeDraft): FormBody['notice'] => ({
  controllerAddress: notice.controllerAddress,
  controllerContact: notice.controllerContact,
  recipients: notice.recipients,
  retention: notice.retention,
  dpoContact: orNull(notice.dpoContact),
  transfers: orNull(notice.transfers),
  policyUrl: orNull(notice.policyUrl),
})

/** The legal entity that asks is that of the wordings. */
export const bodyOf = (draft: FormDraft, controllerId: string): FormBody => ({
  ...draft,
  controllerId,
  notice: noticeOf(draft.notice),
})
