// Somebody asks for the link to their page: it goes to the handset, and the answer tells nobody more.
import { accountOf, systemCaller } from '../accounts/index.ts'
import { readNumber } from '../countries/index.ts'
import { assert, type Caller, type ContactId, type MessageId } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type { PreferencesDeps } from './deps.ts'
import { readSeal } from './form.ts'
import { mayWriteToHandset, send } from './handset-code.ts'
import type { ShownForm } from './manage-forms.ts'
import { leavingOrigin } from './origin.ts'
import { linkForContact, type MadeLink, makeLink } from './page-link.ts'
import { type Fault, sealOf } from './submit-form.ts'

/** Null: sent, or nobody is known by this number; which of the two is for the handset to tell. */
export async function askForLink(
  deps: PreferencesDeps,
  shown: ShownForm,
  asked: { number: string; seal: string; trap: string; traceId: string },
): Promise<Fault | null> {
  const { account, form } = shown
  const origin = leavingOrigin(deps, account)
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
  const made = await deps.database.inAccount(account.id, async (tx) => {
    const contact = await deps.contacts.findByNumber(tx, account.id, number)
    if (contact === null) return null
    const { id: contactId, subjectId } = contact
    return makeLink(deps, tx, { accountId: account.id, contactId, subjectId })
  })
  if (made === null) return null
  const caller = systemCaller(account, 'form', asked.traceId)
  const text = linkText(form.language, shown.controller.name, { made, origin })
  await send(deps, caller, { form, number, text, at })
  return null
}

function linkText(
  language: 'fr' | 'en',
  controller: string,
  { made, origin }: { made: MadeLink; origin: string },
): string {
  const date = new Date(made.expiresAt).toISOString().slice(0, 10)
  const url = `${origin}/p/${made.token}`
  const text = sentence(language, 'preferences.link_message', { controller, date, url })
  assert(text !== null, 'the link has its sentence')
  return text
}

/** From the account's desk: made, and sent when a sender is named; `origin` is for the desk itself. */
export async function giveLink(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { contactId: ContactId; sendFrom: string | null; origin: string },
): Promise<MadeLink & { url: string; messageId: MessageId | null }> {
  const origin =
    asked.sendFrom === null ? asked.origin : leavingOrigin(deps, await accountBehind(deps, caller))
  const made = await linkForContact(deps, caller, asked.contactId)
  const url = `${origin}/p/${made.token}`
  if (asked.sendFrom === null) return { ...made, url, messageId: null }
  const at = deps.clock.now()
  const { number, controller } = await deps.database.inAccount(caller.accountId, async (tx) => {
    const contact = await deps.contacts.find(tx, caller.accountId, asked.contactId)
    const opened =
      contact === null ? null : await deps.contacts.openContacts(tx, caller.accountId, [contact])
    return {
      number: opened?.get(made.subjectId)?.body.number ?? null,
      controller: await deps.contacts.controller(tx, caller.accountId, 'default'),
    }
  })
  if (number === null || controller === null) return { ...made, url, messageId: null }
  const text = linkText(caller.language, controller.name, { made, origin })
  const form = { controllerId: controller.id, sender: asked.sendFrom }
  const messageId = await send(deps, caller, { form, number, text, at })
  return { ...made, url, messageId: messageId as MessageId | null }
}

const accountBehind = (deps: PreferencesDeps, { accountId }: Caller) =>
  deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
