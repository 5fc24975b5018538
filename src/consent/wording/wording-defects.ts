// What is wrong with a wording before anybody sees it: a pure reading of its words.
import type { WordingDraft } from '../consent.ts'
import type { Channel, WordingRefusal } from '../contract.ts'

/** How people name each channel, in French and English, on text without accents or capitals. */
const channelNames: Record<Channel, RegExp> = {
  sms: /\b(sms|textos?|mini-?messages?|messages? textes?|text messages?|by text)\b/,
  email: /\be-?mails?\b|\bmails?\b|\bcourriels?\b|\bcourriers? electroniques?\b/,
  mms: /\bmms\b|\bmessages? multimedia\b|\bmultimedia messages?\b|\bpicture messages?\b/,
  rcs: /\brcs\b/,
  voice: /\btelephon\w*|\bappels?\b|\bphone\b|\bcalls?\b|\bvoca(l|ux)\w*\b|\bvoice\b/,
  post: /\bcourriers?\b(?! electronique)|\bvoie postale\b|\bpostal\b|\bby post\b|\bby mail\b/,
}

const partners = /\bpartenaires?\b|\bpartners?\b|\bthird part(y|ies)\b|\bsocietes? tierces?\b/
/** "never passed to partners" promises the contrary of what the rule is about. */
const partnersDenied =
  /\b(jamais|aucun\w*|sans|ni|ne|pas|never|not|no|without|nor)\b[^.;!?]{0,80}\b(partenaires?|partners?|third part(y|ies)|societes? tierces?)/
const bundledTerms =
  /\b(accepte|approuve|accept|agree to)\b[^.;!?]{0,60}\b(conditions generales|cgv|cgu|terms (and conditions|of (sale|use|service)))/

/** Lower case, no accents, straight apostrophes, single spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

/** True when a reader of this text learns that they will be contacted by this means. */
export function namesChannel(shownText: string, channel: Channel): boolean {
  return channelNames[channel].test(plainWords(shownText))
}

export function namesController(shownText: string, controllerName: string): boolean {
  const name = plainWords(controllerName)
  return name !== '' && plainWords(shownText).includes(name)
}

export type Defect = { refusal: WordingRefusal; channels: readonly Channel[] }

type Judged = Pick<WordingDraft, 'shownText' | 'channels' | 'purposes' | 'form' | 'controllerName'>

/** Every defect, in the order of the public list; empty when the wording may be published. */
export function wordingDefects(draft: Judged): Defect[] {
  const text = plainWords(draft.shownText)
  const unnamed = draft.channels.filter((channel) => !namesChannel(draft.shownText, channel))
  const isPartnersOnly = draft.purposes.length === 1 && draft.purposes[0] === 'partners'
  const found: Record<WordingRefusal, boolean> = {
    text_empty: text === '',
    channels_missing: draft.channels.length === 0,
    purposes_missing: draft.purposes.length === 0,
    preticked: draft.form.boxInitially === 'ticked',
    bundled_terms: draft.form.bundledWithTerms || bundledTerms.test(text),
    conditional: draft.form.conditional,
    controller_not_named: !namesController(draft.shownText, draft.controllerName),
    channel_not_named: unnamed.length > 0,
    purposes_bundled: draft.purposes.length > 1 && draft.form.boxInitially !== 'none',
    partners_bundled: partners.test(text) && !partnersDenied.test(text) && !isPartnersOnly,
  }
  return (Object.keys(found) as WordingRefusal[])
    .filter((refusal) => found[refusal])
    .map((refusal) => ({
      refusal,
      channels: refusal === 'channel_not_named' ? unnamed : draft.channels,
    }))
}
