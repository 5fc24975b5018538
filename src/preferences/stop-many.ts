// Records the STOP of several people at once, in the name of whoever heard it.
import { AppError, type Caller, type ContactId } from '../kernel/index.ts'
import { actFor, untilNothingLeaves } from './act-for-person.ts'
import type { StopsRecorded, StopsRequest } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { findPerson, type Known } from './person-page.ts'

type Recorded = { known: Known; done: Awaited<ReturnType<typeof actFor>> }
type Outcome = Recorded | 'already' | 'unknown'

/** So many numbers are watched at once until nothing leaves to them. */
const watchedAtOnce = 10

/**
 * Each in a transaction of their own: what was recorded stands, whatever comes after, and to ask
 * again records nobody twice.
 */
export async function stopMany(
  deps: PreferencesDeps,
  caller: Caller,
  asked: StopsRequest,
): Promise<StopsRecorded> {
  const counted = { recorded: 0, already: 0, unknown: 0, stillLeaving: 0 }
  const recorded: Recorded[] = []
  for (const contactId of new Set(asked.contactIds as ContactId[])) {
    const outcome = await stopOne(deps, caller, contactId, asked)
    if (typeof outcome === 'string') counted[outcome] += 1
    else recorded.push(outcome)
  }
  counted.recorded = recorded.length
  for (let from = 0; from < recorded.length; from += watchedAtOnce) {
    const some = recorded.slice(from, from + watchedAtOnce)
    const leaving = await Promise.all(some.map((one) => isStillLeaving(deps, one)))
    counted.stillLeaving += leaving.filter((is) => is).length
  }
  return counted
}

async function stopOne(
  deps: PreferencesDeps,
  caller: Caller,
  contactId: ContactId,
  { heardBy, reason }: StopsRequest,
): Promise<Outcome> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const contact = await deps.contacts.find(tx, accountId, contactId)
    if (contact === null) return 'unknown'
    const { subjectId } = contact
    const whose = { accountId, contactId, subjectId }
    const known = await findPerson(deps, tx, whose)
    if (known === null) return 'unknown'
    const tag = deps.vault.suppressionTag(accountId, known.number)
    // Where nobody can say whether they have objected, it is recorded.
    const { scopes } = await deps.consent.suppressionsKnown(tx, accountId, [tag])
    const [suppression = null] = scopes
    if (suppression === 'marketing' || suppression === 'all') return 'already'
    const choice = { action: 'object_marketing' as const }
    const onBehalf = { heardBy, note: reason }
    const done = await actFor(deps, tx, caller, { whose, known, choice, onBehalf })
    const details = { contactId, did: 'objected', heardBy }
    const deed = { action: 'preferences.desk_acted' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return { known, done }
  })
}

/** The STOP itself stands: only what an operator has already taken may still arrive. */
async function isStillLeaving(deps: PreferencesDeps, { known, done }: Recorded): Promise<boolean> {
  try {
    await untilNothingLeaves(deps, known, done)
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'sending.still_leaving') return true
    throw error
  }
}
