// Handles a submitted form: missing fields, a code to the phone, or recorded consents.
import { timingSafeEqual } from 'node:crypto'
import { systemCaller } from '../accounts/index.ts'
import type { Channel, Evidence, EvidenceGrade } from '../consent/index.ts'
import type { Contact } from '../contacts/index.ts'
import { readNumber } from '../countries/index.ts'
import { type AccountId, assert, type E164, type Language } from '../kernel/index.ts'
import { type Tx, takeTurn } from '../storage/index.ts'
import type { FilledForm } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { type Box, boxesOf, type FormId, readSeal, trapName } from './form.ts'
import { sealedVersion, versionOf } from './forms/form-versions.ts'
import { askHandset, askHandsetLater, codeMs, codeTag } from './handset-code.ts'
import type { ShownForm } from './manage-forms.ts'
import { type MadeLink, makeLink } from './page-link.ts'
import { openForm, takeForm } from './pending-form.ts'
import { findPending } from './store.ts'

/** What the server saw of the exchange itself. */
export type Seen = { ip: string; userAgent: string | null; language: Language; traceId: string }

export type Fault =
  | 'number'
  | 'email'
  | 'noBox'
  | 'age'
  | 'expired'
  | 'tooFast'
  | 'tooMany'
  | 'notSent'
  | 'codeWrong'
  | 'codeOver'
  | 'codeNone'

export type Submitted =
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'code'; pendingId: string; number: E164 }
  /**
   * On a form without a code. The same for every number: a code may be on its way, or none ever.
   */
  | { kind: 'received'; boxes: Box[]; number: E164; pendingId: string }

/** The link is made only for whoever has shown that the number is theirs. */
export type Confirmed =
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'done'; boxes: Box[]; link: MadeLink }

/** What is kept of a filled form until the handset confirms it. */
type Filled = {
  number: E164
  email: string | null
  firstName: string | null
  lastName: string | null
  boxes: string[]
  ip: string
  userAgent: string | null
  language: Language
  /** What stood around the boxes that they ticked; it may have been corrected since. */
  formVersion?: string
}

const codeTries = { max: 5, perMs: codeMs } as const

export const sealOf = (deps: Pick<PreferencesDeps, 'vault'>, formId: FormId, shownAt: string) =>
  deps.vault.installationTag('preferences_seal', `${formId} ${shownAt}`).toString('hex')

export async function submitForm(
  deps: PreferencesDeps,
  shown: ShownForm,
  input: FilledForm,
  seen: Seen,
): Promise<Submitted> {
  const read = readFilled(deps, shown, input, seen)
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  const { number } = read
  const { traceId } = seen
  if (shown.form.confirms) {
    const asked = await askHandset(deps, shown, { number, filled: read, traceId })
    if ('fault' in asked) return { kind: 'faults', faults: [asked.fault] }
    return { kind: 'code', pendingId: asked.pendingId, number }
  }
  const pendingId = deps.makeId()
  const done = await recordFilled(deps, shown, read, { grade: 'own_form', messageId: null })
  // Somebody with this number said stop once: only the handset itself takes that back, and nobody
  // but the handset hears of it.
  if (done === null) await askHandsetLater(deps, shown, { number, filled: read, pendingId })
  return { kind: 'received', boxes: tickedOf(shown, read), number, pendingId }
}

const tickedOf = ({ wordings }: ShownForm, filled: Pick<Filled, 'boxes'>): Box[] =>
  boxesOf(wordings).filter(({ name }) => filled.boxes.includes(name))

function readFilled(
  deps: PreferencesDeps,
  { account, form, wordings }: ShownForm,
  input: FilledForm,
  seen: Seen,
): Filled | { faults: Fault[] } {
  const at = deps.clock.now()
  const seal = readSeal(input.seal, (shownAt) => sealOf(deps, form.id, shownAt), at)
  if (seal === 'too_old' || seal === 'forged') return { faults: ['expired'] }
  const trap = String(input[trapName] ?? '')
  if (seal === 'too_fast' || trap !== '') return { faults: ['tooFast'] }
  const faults: Fault[] = []
  const sandbox = account.kind === 'sandbox'
  const reading = readNumber(input.number, { country: account.country, sandbox })
  const number = reading.reason === null ? reading.e164 : null
  if (number === null) faults.push('number')
  const boxes = boxesOf(wordings).filter(({ name }) => input[name] !== undefined)
  if (boxes.length === 0) faults.push('noBox')
  const email = input.email.trim()
  const wantsEmail = boxes.some(({ channel }) => channel === 'email')
  if (wantsEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) faults.push('email')
  if (form.minimumAge !== null && input['age'] === undefined) faults.push('age')
  if (faults.length > 0 || number === null) return { faults }
  const textOf = (value: string) => (value.trim() === '' ? null : value.trim())
  return {
    number,
    email: textOf(email),
    firstName: form.asksName ? textOf(input.firstName) : null,
    lastName: form.asksName ? textOf(input.lastName) : null,
    boxes: boxes.map(({ name }) => name),
    ip: seen.ip,
    userAgent: seen.userAgent,
    language: seen.language,
    formVersion:
      sealedVersion(deps, form, input.seal) ?? versionOf(form, account.country, deps.clock.now()),
  }
}

export async function confirmCode(
  deps: PreferencesDeps,
  shown: ShownForm,
  input: { pendingId: string; code: string },
): Promise<Confirmed> {
  const { account, form } = shown
  const at = deps.clock.now()
  const { pendingId: id } = input
  const pending = await deps.database.inAccount(account.id, (tx) =>
    findPending(tx, account.id, { id, formId: form.id, at }),
  )
  // Where few are sent a code, a guess tells nobody whether one was.
  const [over, wrong] = form.confirms ? (['codeOver', 'codeWrong'] as const) : neverTold
  if (pending === null) return { kind: 'faults', faults: [over] }
  const guess = { door: 'form.code', of: id, ...codeTries, now: new Date(at) }
  if (!(await takeTurn(deps.database, guess)).allowed) return { kind: 'faults', faults: [over] }
  const typed = codeTag(deps, id, input.code.replace(/\D/g, ''))
  if (!timingSafeEqual(typed, pending.codeTag)) return { kind: 'faults', faults: [wrong] }
  const opened = await deps.database.inAccount(account.id, (tx) =>
    openForm(deps, tx, account.id, { id, ...pending }),
  )
  if (opened === null) return { kind: 'faults', faults: [over] }
  const filled = opened as Filled
  const proven = { grade: 'double_opt_in' as const, messageId: pending.messageId }
  const done = await recordFilled(deps, shown, filled, proven, id)
  if (done === null || done.link === null) return { kind: 'faults', faults: [over] }
  return { kind: 'done', boxes: tickedOf(shown, filled), link: done.link }
}

const neverTold = ['codeNone', 'codeNone'] as const

/** Thrown to take everything of the transaction back, and caught right outside it. */
class ObjectionStands extends Error {}

/** All boxes or none, in one transaction; null when an objection stands, or the code was used. */
async function recordFilled(
  deps: PreferencesDeps,
  shown: ShownForm,
  filled: Filled,
  proven: { grade: EvidenceGrade; messageId: string | null },
  pendingId: string | null = null,
): Promise<{ link: MadeLink | null } | null> {
  const { account } = shown
  try {
    return await deps.database.inAccount(account.id, async (tx) => {
      if (pendingId !== null && !(await takeForm(deps, tx, account.id, pendingId))) return null
      const boxes = tickedOf(shown, filled)
      const isProven = proven.grade === 'double_opt_in'
      const contact = await keepContact(deps, tx, shown, { filled, isProven })
      const keys = (await deps.vault.openSubjects(tx, account.id, [contact.subjectId])).get(
        contact.subjectId,
      )
      assert(keys !== undefined, 'a contact that was just kept has its keys')
      const caller = systemCaller(account, 'form', '')
      for (const box of boxes) {
        const done = await deps.consent.recordConsent(tx, caller, {
          keys,
          wordingId: box.wording.wordingId,
          controllerId: shown.form.controllerId,
          channel: box.channel,
          purpose: box.purpose,
          witness: 'server',
          evidence: evidenceOf(deps, shown, filled, proven),
          tag: tagFor(deps, shown, filled, box.channel),
        })
        if (done.outcome === 'refused') throw new ObjectionStands(done.refusal)
      }
      if (boxes.some(({ channel }) => channel === 'sms')) {
        await deps.contacts.openToMarketing(tx, account.id, [contact.subjectId])
      }
      const whose = {
        accountId: account.id,
        contactId: contact.id,
        subjectId: contact.subjectId,
      }
      const link = isProven ? await makeLink(deps, tx, whose) : null
      return { link }
    })
  } catch (error) {
    if (error instanceof ObjectionStands && proven.grade === 'own_form') return null
    throw error
  }
}

/** An objection is kept by the number: it stands for the channels that use one. */
function tagFor(
  deps: PreferencesDeps,
  { account }: ShownForm,
  { number }: Filled,
  channel: Channel,
): Buffer | null {
  const usesNumber = channel !== 'email' && channel !== 'post'
  return usesNumber ? deps.vault.suppressionTag(account.id, number) : null
}

/** Anybody can type another's number: unproven, a form adds what is missing and changes nothing. */
async function keepContact(
  deps: PreferencesDeps,
  tx: Tx,
  { account }: ShownForm,
  { filled, isProven }: { filled: Filled; isProven: boolean },
) {
  const at = deps.clock.now()
  const { number } = filled
  const contact = await deps.contacts.subjectOf(tx, account.id, number, at)
  const held = isProven ? {} : await fieldsOf(deps, tx, account.id, contact)
  const typed = fieldNames.filter((name) => filled[name] !== null && held[name] === undefined)
  if (typed.length === 0) return contact
  await deps.contacts.bulkUpsert(tx, {
    accountId: account.id,
    importId: null,
    listId: null,
    at,
    // From the handset itself it is their own word.
    decides: isProven ? 'person' : undefined,
    rows: [
      {
        number,
        fields: Object.fromEntries(typed.map((name) => [name, filled[name]])),
        country: contact.country,
        territory: contact.territory,
        zone: contact.zone,
        postcodeArea: contact.postcodeArea,
        marketingState: contact.marketingState,
        quarantineReason: contact.quarantineReason,
      },
    ],
  })
  return contact
}

const fieldNames = ['email', 'firstName', 'lastName'] as const

async function fieldsOf(deps: PreferencesDeps, tx: Tx, accountId: AccountId, contact: Contact) {
  const opened = await deps.contacts.openContacts(tx, accountId, [contact])
  return opened.get(contact.subjectId)?.body.fields ?? {}
}

function evidenceOf(
  deps: PreferencesDeps,
  { account, form }: ShownForm,
  filled: Filled,
  { grade, messageId }: { grade: EvidenceGrade; messageId: string | null },
): Evidence {
  return {
    grade,
    givenAt: deps.clock.now(),
    source: form.name,
    number: filled.number,
    formUrl: `/f/${form.code}`,
    formVersion: filled.formVersion ?? versionOf(form, account.country, deps.clock.now()),
    ip: filled.ip,
    locale: filled.language,
    ...(filled.userAgent === null ? {} : { userAgent: filled.userAgent.slice(0, 300) }),
    ...(messageId === null ? {} : { messageId }),
    ...(account.kind === 'sandbox' ? { handset: 'sandbox' } : {}),
    ...(form.minimumAge === null ? {} : { note: `declared age: at least ${form.minimumAge}` }),
  }
}
