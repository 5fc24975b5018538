// Gathers all that an account holds of one person, for the copy that the person reads.
import type { AuthorisationRow, HeldDocument, Wording } from '../../consent/index.ts'
import { type Contact, listNamesOf } from '../../contacts/index.ts'
import type { Caller, ContactId, EntryId, Instant, Language } from '../../kernel/index.ts'
import { countTextsOf, type PersonText, textsOfPerson } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { personAtDesk } from '../desk.ts'
import type { Brand } from '../html.ts'
import { brandInside } from '../logo/brand.ts'
import { openLink } from '../page-link.ts'
import { type Known, type PersonView, personOf, readPerson, type Whose } from '../person-page.ts'
import { openAtOnce } from '../requests/identity-facts.ts'

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
  /** All that are held, also of those that are older than the ones here. */
  textsHeld: { sent: number; received: number }
  /** Texts are held that need a second sign; none of them was opened. */
  isWithoutTexts: boolean
  /** How many values of articles 9 and 10 are held; a link is no key to them. */
  sensitiveValues: number
}

/** What is opened for one copy: whoever asks for all of it gets an answer to that. */
const copiedTextsMax = 500

/** For the person, by their link: what the code to their number opens. */
export async function copyOf(
  deps: PreferencesDeps,
  token: string,
  languageOf: (own: Language) => Language,
): Promise<{ copy: PersonCopy; language: Language }> {
  const whose = await openLink(deps, token)
  return deps.database.inAccount(whose.accountId, async (tx) => {
    const known = await personOf(deps, tx, whose)
    const isWithoutTexts = (await openAtOnce(tx, whose)) === 'without_texts'
    const language = languageOf(known.account.language)
    const asked = { whose, known, language, isWithoutTexts }
    return { copy: await gatherCopy(deps, tx, asked), language }
  })
}

/** For staff who give it to somebody who asked otherwise: the look is recorded with its reason. */
export async function copyAtDesk(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { contactId: ContactId; reason: string; language: Language },
): Promise<PersonCopy> {
  const { language, reason } = asked
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { whose, known } = await personAtDesk(deps, tx, caller, asked.contactId)
    const { contactId, subjectId } = whose
    const details = { contactId, language }
    const deed = { action: 'preferences.copy_taken' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return gatherCopy(deps, tx, { whose, known, language })
  })
}

export async function gatherCopy(
  deps: PreferencesDeps,
  tx: Tx,
  asked: {
    whose: Whose
    known: Known
    language: Language
    isWithoutTexts?: boolean
    textsMax?: number
  },
): Promise<PersonCopy> {
  const { whose, known, language, isWithoutTexts = false, textsMax = copiedTextsMax } = asked
  const { accountId, subjectId } = whose
  const { contact, account } = known
  const at = deps.clock.now()
  const page = { accountId, language, subjectId, at, until: null, limit: textsMax }
  return {
    brand: await brandInside(tx, account),
    person: await readPerson(deps, tx, { whose, known }),
    texts: isWithoutTexts ? [] : await textsOfPerson(deps, tx, page),
    textsHeld: await countTextsOf(tx, accountId, subjectId),
    ...{ contact, madeAt: at, isWithoutTexts },
    lists: await listNamesOf(tx, accountId, contact.id),
    events: await eventsOf(deps, tx, whose),
    authorisations: await deps.consent.authorisationsOf(tx, accountId, subjectId),
    documents: await deps.consent.documentsOf(tx, accountId, subjectId),
    sensitiveValues: await deps.sensitive.countOf(tx, accountId, subjectId),
  }
}

async function eventsOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, subjectId }: Whose,
): Promise<CopiedEvent[]> {
  const wordings = await deps.consent.listWordings(tx, accountId)
  const wordingOf = new Map(
    wordings.map((wording) => [Buffer.from(wording.sha256).toString('hex'), wording]),
  )
  const events = await deps.consent.historyOf(tx, accountId, subjectId)
  return events
    .map(
      ({ body, recordedAt, ...event }): CopiedEvent => ({
        ...event,
        ...{ body, at: saidAt(body) ?? recordedAt },
        wording: wordingOf.get(String(body?.['wording'] ?? '')) ?? null,
      }),
    )
    .reverse()
    .sort((a, b) => b.at - a.at)
}

/** When the person said it, as the evidence has it. */
function saidAt(body: Readonly<Record<string, unknown>> | null): Instant | null {
  const told = body?.['givenAt'] ?? body?.['saidAt']
  const at = typeof told === 'string' ? Date.parse(told) : Number.NaN
  return Number.isNaN(at) ? null : at
}
