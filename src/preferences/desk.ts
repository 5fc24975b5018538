// Acting for a person: staff see what is stored about somebody who called or wrote, and act.
import type { HeardBy } from '../consent/contract.ts'
import type { Caller, ContactId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type Acted, actFor, untilNothingLeaves } from './act-for-person.ts'
import type { Choice } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import { findPerson, type Known, type PersonView, readPerson, type Whose } from './person-page.ts'

type Person = { whose: Whose; known: Known }

export async function personAtDesk(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Caller,
  contactId: ContactId,
): Promise<Person> {
  const contact = await deps.contacts.find(tx, accountId, contactId)
  if (contact === null) throw preferencesError('preferences.contact_not_found')
  const whose = { accountId, contactId, subjectId: contact.subjectId }
  const known = await findPerson(deps, tx, whose)
  if (known === null) throw preferencesError('preferences.contact_not_found')
  return { whose, known }
}

/** In clear: the look is recorded in the transaction that reads. */
export async function openDesk(
  deps: PreferencesDeps,
  caller: Caller,
  look: { contactId: ContactId; reason: string },
): Promise<{ view: PersonView; known: Known }> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const person = await personAtDesk(deps, tx, caller, look.contactId)
    const { contactId, subjectId } = person.whose
    const { reason } = look
    const details = { contactId }
    const deed = { action: 'preferences.desk_opened' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return { view: await readPerson(deps, tx, person), known: person.known }
  })
}

/**
 * Under the name of whoever does it, with how they heard it:
 * the ledger never says that it was the person.
 */
export async function actAtDesk(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { contactId: ContactId; choice: Choice; heardBy: HeardBy; reason: string },
): Promise<Acted> {
  const { choice, heardBy, reason } = asked
  const { known, done, acted } = await deps.database.inAccount(caller.accountId, async (tx) => {
    const person = await personAtDesk(deps, tx, caller, asked.contactId)
    const onBehalf = { heardBy, note: reason }
    const done = await actFor(deps, tx, caller, { ...person, choice, onBehalf })
    const { acted } = done
    if (acted === null) throw preferencesError('preferences.nothing_to_withdraw')
    const { contactId, subjectId } = person.whose
    const details = { contactId, did: acted, heardBy }
    const deed = { action: 'preferences.desk_acted' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return { known: person.known, done, acted }
  })
  await untilNothingLeaves(deps, known, done)
  return acted
}
