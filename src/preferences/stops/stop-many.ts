// Records the STOP of several people at once, in the name of whoever heard it.
import type { TakenBack } from '../../consent/index.ts'
import { AppError, type Caller, type ContactId, type Instant } from '../../kernel/index.ts'
import { actFor, untilNothingLeaves } from '../act-for-person.ts'
import type { StopsRecorded, StopsRequest } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson, type Known } from '../person-page.ts'
import { watchSome } from './watch-some.ts'

type Stopped = { is: 'recorded' | 'already'; known: Known; stops: TakenBack | null }
type Outcome = Stopped | { is: 'unknown' }

/** So many numbers are watched at once until nothing leaves to them. */
const watchedAtOnce = 10
/** From the request on, for all of them together. */
const watchedMsMax = 30_000

/**
 * Each in a transaction of their own: what was recorded stands, whatever comes after, and to ask
 * again records nobody twice. Each is watched from their own commit on, also who had said no
 * before: a request that broke off may have left them unwatched.
 */
export async function stopMany(
  deps: PreferencesDeps,
  caller: Caller,
  asked: StopsRequest,
): Promise<StopsRecorded> {
  const counted = { recorded: 0, already: 0, unknown: 0 }
  const until = deps.clock.now() + watchedMsMax
  const watch = watchSome(watchedAtOnce, (one: Stopped) => isStillLeaving(deps, one, until))
  try {
    for (const contactId of new Set(asked.contactIds as ContactId[])) {
      const outcome = await stopOne(deps, caller, contactId, asked)
      counted[outcome.is] += 1
      if (outcome.is !== 'unknown') watch.begin(outcome)
    }
  } catch (error) {
    // Who was recorded before it is watched to the end all the same.
    await watch.end().catch(() => undefined)
    throw error
  }
  return { ...counted, stillLeaving: await watch.end() }
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
    if (contact === null) return { is: 'unknown' }
    const { subjectId } = contact
    const whose = { accountId, contactId, subjectId }
    const known = await findPerson(deps, tx, whose)
    if (known === null) return { is: 'unknown' }
    const tag = deps.vault.suppressionTag(accountId, known.number)
    // Where nobody can say whether they have objected, it is recorded.
    const { scopes } = await deps.consent.suppressionsKnown(tx, accountId, [tag])
    const [scope = null] = scopes
    if (scope === 'marketing' || scope === 'all') return { is: 'already', known, stops: { scope } }
    const choice = { action: 'object_marketing' as const }
    const onBehalf = { heardBy, note: reason }
    const { stops } = await actFor(deps, tx, caller, { whose, known, choice, onBehalf })
    const details = { contactId, did: 'objected', heardBy }
    const deed = { action: 'preferences.desk_acted' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return { is: 'recorded', known, stops }
  })
}

/** The STOP itself stands: only what an operator has already taken may still arrive. */
async function isStillLeaving(
  deps: PreferencesDeps,
  { known, stops }: Stopped,
  until: Instant,
): Promise<boolean> {
  try {
    await untilNothingLeaves(deps, known, { stops }, until)
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'sending.still_leaving') return true
    throw error
  }
}
