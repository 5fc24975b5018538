// Sends a person the link to their page by SMS. The answer never shows whether they are known.
import { accountOf, systemCaller } from '../accounts/index.ts'
import { readNumber } from '../countries/index.ts'
import {
  assert,
  type Caller,
  type ContactId,
  type E164,
  type Instant,
  type MessageId,
} from '../kernel/index.ts'
import { failureFields } from '../observability/index.ts'
import type { HiddenInOurs } from '../sending/index.ts'
import { sentence } from '../words/index.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import { readSeal } from './form.ts'
import { mayWriteToHandset, send, sendOrSay } from './handset-code.ts'
import type { ShownForm } from './manage-forms.ts'
import { originThatLeaves } from './origin.ts'
import { type MadeLink, makeLink } from './page-link.ts'
import { type Fault, sealOf } from './submit-form.ts'

/** Null: sent, or nobody is known by this number; which of the two is for the handset to tell. */
export async function askForLink(
  deps: PreferencesDeps,
  shown: ShownForm,
  asked: { number: string; seal: string; trap: string; traceId: string },
): Promise<Fault | null> {
  const { account, form } = shown
  const origin = originThatLeaves(deps, account)
  const at = deps.clock.now()
  const seal = readSeal(asked.seal, (shownAt) => sealOf(deps, form.id, shownAt), at)
  if (seal === 'too_old' || seal === 'forged') return 'expired'
  if (seal === 'too_fast' || asked.trap !== '') return 'tooFast'
  const sandbox = account.kind === 'sandbox'
  const { e164: number, reason } = readNumber(asked.number, { country: account.country, sandbox })
  if (number === null || reason !== null) return 'number'
  const numberTag = deps.vault.numberTag(account.id, number)
  // Counted like a code, of whoever is not known too: a form that asks for a code tells when there
  // were too many.
  if (!(await mayWriteToHandset(deps, account.id, numberTag))) return null
  // Nobody waits for it: how long it takes, and whether it can be sent, tells who is known.
  const { traceId } = asked
  sendTheirs(deps, shown, { number, origin, at, traceId }).catch((error: unknown) =>
    deps.logger.error('preferences.link_not_sent', {
      ...{ accountId: account.id, traceId },
      ...failureFields(error),
    }),
  )
  return null
}

async function sendTheirs(
  deps: PreferencesDeps,
  { account, form, controller }: ShownForm,
  { number, origin, at, traceId }: { number: E164; origin: string; at: Instant; traceId: string },
): Promise<void> {
  const made = await deps.database.inAccount(account.id, async (tx) => {
    const contact = await deps.contacts.findByNumber(tx, account.id, number)
    if (contact === null) return null
    const { id: contactId, subjectId } = contact
    return makeLink(deps, tx, { accountId: account.id, contactId, subjectId })
  })
  if (made === null) return
  const caller = systemCaller(account, 'form', traceId)
  const { zone } = account
  const said = linkText(form.language, controller.name, { made, origin, zone })
  await send(deps, caller, { form, number, ...said, at, goodUntil: made.expiresAt })
}

function linkText(
  language: 'fr' | 'en',
  controller: string,
  { made, origin, zone }: { made: MadeLink; origin: string; zone: string },
): { text: string; hidden: HiddenInOurs } {
  const date = dayInText(language, made.expiresAt, zone)
  const url = `${origin}/p/${made.token}`
  const text = sentence(language, 'preferences.link_message', { controller, date, url })
  assert(text !== null, 'the link has its sentence')
  return { text, hidden: { what: 'link', text: url, accountWrote: controller } }
}

/** As people write a day of this zone in an SMS, in letters that every handset has. */
export function dayInText(language: 'fr' | 'en', at: Instant, zone: string): string {
  const month = language === 'fr' ? '2-digit' : 'short'
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    ...{ day: 'numeric', month, year: 'numeric', timeZone: zone },
  }).format(at)
}

/**
 * From the account's desk: the link goes to the handset and to nobody else, since whoever has it
 * acts as the person. What staff do for somebody has a view of its own.
 */
export async function sendOwnLink(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { contactId: ContactId; sendFrom: string },
): Promise<{ expiresAt: Instant; messageId: MessageId }> {
  const { accountId } = caller
  const found = await deps.database.inAccount(accountId, async (tx) => {
    const account = await accountOf(tx, accountId)
    const origin = originThatLeaves(deps, account)
    const contact = await deps.contacts.find(tx, accountId, asked.contactId)
    const opened =
      contact === null ? null : await deps.contacts.openContacts(tx, accountId, [contact])
    const controller = await deps.contacts.controller(tx, accountId, 'default')
    if (contact === null || controller === null) {
      throw preferencesError('preferences.contact_not_found')
    }
    const number = opened?.get(contact.subjectId)?.body.number
    if (number === undefined) throw preferencesError('preferences.contact_not_found')
    const whose = { accountId, contactId: contact.id, subjectId: contact.subjectId }
    return { whose, origin, number, controller, zone: account.zone }
  })
  const { whose, origin, number, controller, zone } = found
  // Counted with what forms send: an alert by law passes every objection, and nobody is flooded.
  if (!(await mayWriteToHandset(deps, accountId, deps.vault.numberTag(accountId, number)))) {
    throw preferencesError('preferences.handset_written_to')
  }
  const link = await deps.database.inAccount(accountId, async (tx) => {
    const { contactId, subjectId } = whose
    const deed = { action: 'preferences.link_sent' as const, subjectId, details: { contactId } }
    await deps.audit.record(tx, caller, deed)
    return makeLink(deps, tx, whose)
  })
  const said = linkText(caller.language, controller.name, { made: link, origin, zone })
  const form = { controllerId: controller.id, sender: asked.sendFrom }
  const sent = await sendOrSay(deps, caller, {
    ...{ form, number, ...said, at: deps.clock.now(), goodUntil: link.expiresAt },
  })
  if (sent.id === null) {
    throw preferencesError('preferences.link_not_sent', { reason: sent.why })
  }
  return { expiresAt: link.expiresAt, messageId: sent.id as MessageId }
}
