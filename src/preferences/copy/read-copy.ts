// Gathers all that an account holds of one person, for the copy that the person reads.
import type { AuthorisationRow, HeldDocument, Wording } from '../../consent/index.ts'
import { type Contact, listNamesOf } from '../../contacts/index.ts'
import type { EntryId, Instant, Language } from '../../kernel/index.ts'
import { type PersonText, textsOfPerson } from '../../sending/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { Brand } from '../html.ts'
import { brandInside } from '../logo/brand.ts'
import { openLink } from '../page-link.ts'
import { type PersonView, personOf, readPerson } from '../person-page.ts'

export type CopiedEvent = {
  entryId: EntryId
  kind: string
  channel: string
  purpose: string
  at: Instant
  seq: number | null
  /** What was sealed of it; null once it was erased. */
  body: Readonly<Record<string, unknown>> | null
  wording: Wording | null
}

export type PersonCopy = {
  brand: Brand
  person: PersonView
  contact: Contact
  madeAt: Instant
  lists: readonly string[]
  /** The newest first. */
  events: readonly CopiedEvent[]
  authorisations: readonly AuthorisationRow[]
  documents: readonly HeldDocument[]
  texts: readonly PersonText[]
  /** Older texts than these are held. */
  hasMoreTexts: boolean
  /** How many values of articles 9 and 10 are held; a link is no key to them. */
  sensitiveValues: number
}

/** What is opened for one copy. */
export const copiedTextsMax = 500

export async function copyOf(
  deps: PreferencesDeps,
  token: string,
  languageOf: (own: Language) => Language,
): Promise<{ copy: PersonCopy; language: Language }> {
  const whose = await openLink(deps, token)
  const { accountId, subjectId } = whose
  return deps.database.inAccount(accountId, async (tx) => {
    const known = await personOf(deps, tx, whose)
    const language = languageOf(known.account.language)
    const person = await readPerson(deps, tx, { whose, known })
    const at = deps.clock.now()
    const asked = { accountId, language, subjectId, at, until: null, limit: copiedTextsMax }
    const { texts, isMore } = await textsOfPerson(deps, tx, asked)
    const wordings = await deps.consent.listWordings(tx, accountId)
    const wordingOf = new Map(
      wordings.map((wording) => [Buffer.from(wording.sha256).toString('hex'), wording]),
    )
    const events = await deps.consent.historyOf(tx, accountId, subjectId)
    const copy: PersonCopy = {
      ...{ person, contact: known.contact, madeAt: at, texts, hasMoreTexts: isMore },
      brand: await brandInside(tx, known.account),
      lists: await listNamesOf(tx, accountId, known.contact.id),
      events: events
        .map(
          ({ body, recordedAt, ...event }): CopiedEvent => ({
            ...event,
            ...{ body, at: saidAt(body) ?? recordedAt },
            wording: wordingOf.get(String(body?.['wording'] ?? '')) ?? null,
          }),
        )
        .reverse()
        .sort((a, b) => b.at - a.at),
      authorisations: await deps.consent.authorisationsOf(tx, accountId, subjectId),
      documents: await deps.consent.documentsOf(tx, accountId, subjectId),
      sensitiveValues: await deps.sensitive.countOf(tx, accountId, subjectId),
    }
    return { copy, language }
  })
}

/** When the person said it, as the evidence has it. */
function saidAt(body: Readonly<Record<string, unknown>> | null): Instant | null {
  const told = body?.['givenAt'] ?? body?.['saidAt']
  const at = typeof told === 'string' ? Date.parse(told) : Number.NaN
  return Number.isNaN(at) ? null : at
}
