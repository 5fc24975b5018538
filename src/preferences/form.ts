// Forms: their nouns and pure decisions about checkboxes, defects and the seal of a shown form.
import type { Channel, Wording } from '../consent/index.ts'
import type {
  AccountId,
  Branded,
  ControllerId,
  Instant,
  Language,
  WordingId,
} from '../kernel/index.ts'
import type { FormRefusal, Notice } from './contract.ts'

export type FormId = Branded<string, 'FormId'>

export type Form = {
  id: FormId
  accountId: AccountId
  code: string
  name: string
  language: Language
  controllerId: ControllerId
  wordingIds: readonly WordingId[]
  notice: Notice
  confirms: boolean
  sender: string
  asksName: boolean
  minimumAge: number | null
  state: 'draft' | 'open' | 'closed'
  createdAt: Instant
  openedAt: Instant | null
}

/** One unticked box: one wording, one channel. */
export type Box = { name: string; wording: Wording; channel: Channel; purpose: string }

/** A box for each channel that each wording names, in their order. */
export function boxesOf(wordings: readonly Wording[]): Box[] {
  return wordings.flatMap((wording) =>
    wording.channels.map((channel) => ({
      name: `box_${wording.wordingId}_${channel}`,
      wording,
      channel,
      purpose: wording.purposes[0] ?? '',
    })),
  )
}

/** What keeps a form from being opened, in the order of the public list. */
export function formDefects(
  form: Pick<Form, 'wordingIds' | 'controllerId' | 'language' | 'minimumAge'>,
  wordings: ReadonlyMap<WordingId, Wording>,
  ageOfConsent: number | null,
): FormRefusal[] {
  const found = form.wordingIds.map((id) => wordings.get(id))
  const known = found.filter((wording) => wording !== undefined)
  const purposes = known.flatMap(({ purposes: all }) => all)
  const is: Record<FormRefusal, boolean> = {
    form_wordings_missing: form.wordingIds.length === 0,
    form_wording_unknown: known.length < found.length,
    form_wording_not_published: known.some(({ state }) => state !== 'published'),
    form_wording_not_web: known.some(({ medium }) => medium !== 'web'),
    form_wording_without_box: known.some(({ form: shown }) => shown.boxInitially !== 'unticked'),
    form_wording_of_other_controller: known.some(
      ({ controllerId }) => controllerId !== form.controllerId,
    ),
    form_wording_in_other_language: known.some(
      ({ language }) => language.slice(0, 2) !== form.language,
    ),
    form_purpose_twice: new Set(purposes).size < purposes.length,
    // Below it a child's yes needs a parent's, which no box on a page can give.
    form_age_below_consent:
      form.minimumAge !== null && ageOfConsent !== null && form.minimumAge < ageOfConsent,
  }
  return (Object.keys(is) as FormRefusal[]).filter((refusal) => is[refusal])
}

/** Programs fill a page faster than anybody reads it; a page left open all day is read anew. */
export const fillMsMin = 2_000
export const fillMsMax = 4 * 3_600_000

/** A field that people do not see and programs fill. */
export const trapName = 'website'

export type SealAnswer = 'fresh' | 'too_fast' | 'too_old' | 'forged'

/** `<instant>.<tag>`: shown with the page, and asked for again with what was filled in. */
export function readSeal(
  seal: string,
  tagOf: (shownAt: string) => string,
  at: Instant,
): SealAnswer {
  const [shownAt = '', tag = ''] = seal.split('.')
  if (!/^\d{1,15}$/.test(shownAt) || tagOf(shownAt) !== tag) return 'forged'
  const age = at - Number(shownAt)
  if (age < fillMsMin) return 'too_fast'
  return age > fillMsMax ? 'too_old' : 'fresh'
}
