// How forms and people's requests are shown over HTTP.
import type { Wording } from '../consent/index.ts'
import { customViewsOf, plainFields } from '../contacts/index.ts'
import { type Instant, type Language, maskNumber, type WordingId } from '../kernel/index.ts'
import type { DeskView, FormView, RequestView } from './contract.ts'
import { mendOf } from './errors.ts'
import { type Form, formDefects } from './form.ts'
import type { EarlierNotice } from './forms/notice-store.ts'
import type { Known, PersonView } from './person-page.ts'
import type { ShownRequest } from './requests/answer-request.ts'
import { isLate } from './requests/clock.ts'
import { isIdentified } from './requests/identity.ts'
import { stampsOf } from './requests/life-view.ts'

const text = (at: Instant): string => new Date(at).toISOString()
const textOrNull = (at: Instant | null): string | null => (at === null ? null : text(at))

export function formViewOf(
  form: Form,
  about: {
    wordings: ReadonlyMap<WordingId, Wording>
    ageOfConsent: number | null
    isSenderUsable: boolean
    version: string
    earlier: readonly EarlierNotice[]
    origin: string
    reader: Language
  },
): FormView {
  const url = `${about.origin}/f/${form.code}`
  const { wordings, ageOfConsent } = about
  const defects = form.state === 'draft' ? formDefects(form, wordings, ageOfConsent) : []
  return {
    id: form.id,
    name: form.name,
    language: form.language,
    controllerId: form.controllerId,
    wordingIds: [...form.wordingIds],
    notice: form.notice,
    confirms: form.confirms,
    sender: form.sender,
    asksName: form.asksName,
    minimumAge: form.minimumAge,
    state: form.state,
    createdAt: text(form.createdAt),
    openedAt: textOrNull(form.openedAt),
    url,
    embed: `<script src="${url}/link.js"></script>`,
    defects: defects.map((refusal) => ({ refusal, mend: mendOf(about.reader, refusal) })),
    isSenderUsable: about.isSenderUsable,
    version: about.version,
    earlierNotices: about.earlier.map((one) => ({
      version: one.version,
      notice: one.notice,
      shownFrom: text(one.shownFrom),
      shownUntil: text(one.shownUntil),
    })),
  }
}

export function requestViewOf(
  {
    request,
    known,
    asker = null,
    answerFile = 'none',
  }: ShownRequest & { answerFile?: RequestView['answerFile'] },
  at: Instant,
): RequestView {
  const number = known?.number ?? asker?.details.number
  return {
    id: request.id,
    whoAsks: known !== null ? 'contact' : asker === null ? 'erased' : 'no_contact',
    contactId: known?.contact.id ?? null,
    numberMasked: number === undefined ? null : maskNumber(number),
    heardBy: request.heardBy,
    language: request.language,
    kind: request.kind,
    askedAt: text(request.askedAt),
    dueAt: text(request.dueAt),
    isOverdue: isLate(request, at),
    ...stampsOf(request),
    identity: request.identity,
    identityWhy: request.identityWhy,
    isIdentified: isIdentified(request),
    isRestricted: (known?.contact.restrictedAt ?? null) !== null,
    answerFile,
    answeredAt: textOrNull(request.answeredAt),
    answer: request.answer,
    outcome: request.outcome,
    hasText: request.toldSealed !== null,
  }
}

export function deskViewOf(
  view: PersonView,
  { known, at, language }: { known: Known; at: Instant; language: Language },
): DeskView {
  return {
    contactId: known.contact.id,
    number: view.number,
    fields: plainFields(view.fields),
    custom: customViewsOf(view.customFields, view.fields.custom ?? {}, language),
    heldSince: text(view.heldSince),
    controllers: view.controllers.map(({ id, name }) => ({ id, name })),
    suppression: view.suppression,
    choices: view.choices.map((one) => ({
      controllerId: one.controllerId,
      channel: one.channel,
      purpose: one.purpose,
      state: one.why ?? 'given',
      legalBasis: one.legalBasis,
      since: text(one.since),
      until: text(one.until),
      shownText: one.wording?.shownText ?? null,
    })),
    requests: view.requests.map((request) => ({
      ...requestViewOf({ request, known }, at),
      reason: request.reason,
      text: request.text,
    })),
  }
}
