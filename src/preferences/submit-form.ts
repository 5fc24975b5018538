// A form is filled in: what is missing, a code to the handset, or consents recorded as the server saw them.
import { createHash, timingSafeEqual } from 'node:crypto'
import { systemCaller } from '../accounts/index.ts'
import type { Channel, Evidence, EvidenceGrade } from '../consent/index.ts'
import type { Contact } from '../contacts/index.ts'
import { readNumber } from '../countries/index.ts'
import {
  type AccountId,
  AppError,
  assert,
  type Caller,
  type E164,
  type Instant,
  type Language,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import type { FilledForm } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { type Box, boxesOf, type FormId, readSeal, trapName } from './form.ts'
import type { ShownForm } from './manage-forms.ts'
import { type MadeLink, makeLink } from './page-link.ts'
import { countPending, deletePending, insertPending, tryPending } from './store.ts'

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

export type Submitted =
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'code'; pendingId: string; number: E164 }
  /** The link is made only for whoever has shown that the number is theirs. */
  | { kind: 'done'; boxes: Box[]; number: E164; link: MadeLink | null }

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
}

export const codeMinutes = 15
const codeMs = codeMinutes * 60_000
const triesMax = 5
const codesPerNumberMax = 3
/** A form that somebody abuses to send messages stops here, a quarter of an hour at a time. */
const codesPerAccountMax = 1_000

export const sealOf = (deps: Pick<PreferencesDeps, 'vault'>, formId: FormId, shownAt: string) =>
  deps.vault.installationTag('preferences_seal', `${formId} ${shownAt}`).toString('hex')

const codeTag = (deps: Pick<PreferencesDeps, 'vault'>, pendingId: string, code: string): Buffer =>
  deps.vault.installationTag('preferences_code', `${pendingId} ${code}`)

export async function submitForm(
  deps: PreferencesDeps,
  shown: ShownForm,
  input: FilledForm,
  seen: Seen,
): Promise<Submitted> {
  const read = readFilled(deps, shown, input, seen)
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  if (!shown.form.confirms) {
    const done = await recordFilled(deps, shown, read, { grade: 'own_form', messageId: null })
    if (done !== null) return done
    // Somebody with this number said stop once: only the handset itself takes that back.
  }
  return sendCode(deps, shown, read, seen)
}

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
  }
}

async function sendCode(
  deps: PreferencesDeps,
  { account, form, controller }: ShownForm,
  filled: Filled,
  seen: Seen,
): Promise<Submitted> {
  const at = deps.clock.now()
  const numberTag = deps.vault.numberTag(account.id, filled.number)
  const waiting = await deps.database.inAccount(account.id, (tx) =>
    countPending(tx, account.id, { numberTag, at }),
  )
  if (waiting.ofNumber >= codesPerNumberMax || waiting.ofAccount >= codesPerAccountMax) {
    return { kind: 'faults', faults: ['tooMany'] }
  }
  const random = Buffer.from(deps.randomness.bytes(4)).readUInt32BE()
  const code = String(random % 1_000_000).padStart(6, '0')
  const details = { controller: controller.name, code, minutes: codeMinutes }
  const text = sentence(form.language, 'preferences.code_message', details)
  assert(text !== null, 'the code has its sentence')
  const caller = systemCaller(account, 'form', seen.traceId)
  const messageId = await send(deps, caller, { form, number: filled.number, text, at })
  if (messageId === null) return { kind: 'faults', faults: ['notSent'] }
  const pendingId = deps.makeId()
  await deps.database.inAccount(account.id, (tx) =>
    insertPending(tx, account.id, {
      id: pendingId,
      formId: form.id,
      numberTag,
      bodySealed: deps.vault.sealForAccount(
        account.id,
        place(pendingId),
        Buffer.from(JSON.stringify(filled)),
      ),
      codeTag: codeTag(deps, pendingId, code),
      messageId,
      madeAt: at,
      expiresAt: at + codeMs,
    }),
  )
  return { kind: 'code', pendingId, number: filled.number }
}

const place = (rowId: string) => ({ table: 'preferences.pending', column: 'body_sealed', rowId })

/** An alert that the person has just asked for, which the duty to prove consent rests on (art. 7). */
export async function send(
  deps: PreferencesDeps,
  caller: Caller,
  message: {
    form: Pick<ShownForm['form'], 'controllerId' | 'sender'>
    number: E164
    text: string
    at: Instant
  },
): Promise<string | null> {
  const { form, number, text, at } = message
  try {
    const id = await deps.sendMessage(caller, {
      to: number,
      text,
      class: 'alert',
      basis: 'legal_obligation',
      controllerId: form.controllerId,
      sender: form.sender,
      ifUnsure: 'twice_rather_than_never',
      usefulUntil: new Date(at + codeMs).toISOString(),
    })
    return (await deps.wasRefused(caller.accountId, id)) ? null : id
  } catch (error) {
    if (error instanceof AppError && error.kind !== 'unavailable') return null
    throw error
  }
}

export async function confirmCode(
  deps: PreferencesDeps,
  shown: ShownForm,
  input: { pendingId: string; code: string },
): Promise<Submitted> {
  const { account, form } = shown
  const at = deps.clock.now()
  const pending = await deps.database.inAccount(account.id, (tx) =>
    tryPending(tx, account.id, { id: input.pendingId, formId: form.id, at }),
  )
  if (pending === null || pending.tries > triesMax) return { kind: 'faults', faults: ['codeOver'] }
  const typed = codeTag(deps, pending.id, input.code.replace(/\D/g, ''))
  if (!timingSafeEqual(typed, pending.codeTag)) return { kind: 'faults', faults: ['codeWrong'] }
  const plain = deps.vault.openForAccount(account.id, place(pending.id), pending.bodySealed)
  const filled = JSON.parse(plain.toString('utf8')) as Filled
  const proven = { grade: 'double_opt_in' as const, messageId: pending.messageId }
  const done = await recordFilled(deps, shown, filled, proven, pending.id)
  return done ?? { kind: 'faults', faults: ['codeOver'] }
}

/** Thrown to take everything of the transaction back, and caught right outside it. */
class ObjectionStands extends Error {}

/** All boxes or none, in one transaction; null when an objection stands. */
async function recordFilled(
  deps: PreferencesDeps,
  shown: ShownForm,
  filled: Filled,
  proven: { grade: EvidenceGrade; messageId: string | null },
  pendingId: string | null = null,
): Promise<Extract<Submitted, { kind: 'done' }> | null> {
  const { account } = shown
  try {
    return await deps.database.inAccount(account.id, async (tx) => {
      if (pendingId !== null) await deletePending(tx, account.id, pendingId)
      const boxes = boxesOf(shown.wordings).filter(({ name }) => filled.boxes.includes(name))
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
      return { kind: 'done', boxes, number: filled.number, link }
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
  { form, wordings }: ShownForm,
  filled: Filled,
  { grade, messageId }: { grade: EvidenceGrade; messageId: string | null },
): Evidence {
  return {
    grade,
    givenAt: deps.clock.now(),
    source: form.name,
    number: filled.number,
    formUrl: `/f/${form.code}`,
    formVersion: versionOf(
      form.notice,
      wordings.map(({ wordingId }) => wordingId),
    ),
    ip: filled.ip,
    locale: filled.language,
    ...(filled.userAgent === null ? {} : { userAgent: filled.userAgent.slice(0, 300) }),
    ...(messageId === null ? {} : { messageId }),
    ...(form.minimumAge === null ? {} : { note: `declared age: at least ${form.minimumAge}` }),
  }
}

/** Names what was shown around the boxes: the same notice and wordings have the same version. */
function versionOf(notice: object, wordingIds: readonly string[]): string {
  const shown = JSON.stringify([notice, wordingIds])
  return createHash('sha256').update(shown).digest('hex').slice(0, 32)
}
