// Ends a restriction once the person is told, and not before (GDPR 18(3)): by one SMS, or as staff
// state that they told them.
import { AppError, type Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { byOf } from '../act-for-person.ts'
import type { RequestLift } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { ShownRequest } from './answer-request.ts'
import { liftMarkOf, type Mark, markLift, type Told } from './life-store.ts'
import { notTold } from './order-telling.ts'
import type { PersonRequest } from './request-store.ts'
import { instantOfDay } from './said-days.ts'
import { recordStep } from './steps.ts'
import { acceptedOf, beginTelling, endTelling, sendTelling } from './tell-person.ts'
import { type HeldKnown, holdRequest } from './waiting-request.ts'

type Lift = RequestLift & { id: string }

export async function liftRestriction(
  deps: PreferencesDeps,
  caller: Caller,
  lift: Lift,
): Promise<ShownRequest> {
  const { id, told: stated } = lift
  const telling = stated === undefined ? await tellFirst(deps, caller, id) : null
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdRestricted(deps, tx, caller, id)
    if (telling !== null) return liftNow(deps, tx, caller, { held, lift, ...telling })
    const mark = await liftMarkOf(tx, caller.accountId, id)
    return liftNow(deps, tx, caller, { held, lift, told: statedOf(deps, held, stated), mark })
  })
}

type Telling = { told: Told; mark: Mark | null }

/** One message, however often and by however many it is asked for. */
async function tellFirst(deps: PreferencesDeps, caller: Caller, id: string): Promise<Telling> {
  const { accountId } = caller
  const seen = await deps.database.inAccount(accountId, async (tx) => {
    await holdRestricted(deps, tx, caller, id)
    return liftMarkOf(tx, accountId, id)
  })
  const accepted = seen === null ? null : await acceptedOf(deps, accountId, seen)
  if (accepted?.state === 'sent') return { told: accepted, mark: seen }
  if (seen !== null && accepted === null) demandOver(deps, seen)
  const { request, ...begun } = await begin(deps, caller, { id, seen, accepted })
  if (!('mark' in begun)) throw untold(caller, notTold(deps, begun.why))
  const { mark } = begun
  const told = await sendTelling(deps, begun).catch(async (error: unknown) => {
    // Said no to for now: it was surely not accepted, and may be asked for again at once.
    if (error instanceof AppError) await giveBack(deps, caller, { request, mark })
    throw error
  })
  if (told.state === 'sent') return { told, mark }
  await giveBack(deps, caller, { request, mark })
  throw untold(caller, told)
}

/** Whoever else began since it was looked at tells the person. */
async function begin(
  deps: PreferencesDeps,
  caller: Caller,
  { id, seen, accepted }: { id: string; seen: Mark | null; accepted: Told | null },
) {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { request } = await holdRestricted(deps, tx, caller, id)
    const mark = await liftMarkOf(tx, accountId, id)
    if (mark?.at !== seen?.at || mark?.messageId !== seen?.messageId) {
      throw preferencesError('preferences.request_being_lifted')
    }
    // One that the gate said no to is over: what is sent now is another message.
    if (accepted !== null) await endTelling(deps, tx, { accountId, request, told: accepted, mark })
    const again = accepted === null ? mark : null
    const begun = await beginTelling(deps, tx, { accountId, request, kind: 'lifted', mark: again })
    await markLift(tx, accountId, id, 'mark' in begun ? begun.mark : null)
    return { request, ...begun }
  })
}

/** Somebody may be at it; whoever was stopped in the middle is not waited for longer. */
const atItMs = 60_000

function demandOver({ clock }: Pick<PreferencesDeps, 'clock'>, { at }: Mark): void {
  if (clock.now() - at < atItMs) throw preferencesError('preferences.request_being_lifted')
}

/** Nobody was told: neither the link nor the mark stays. */
async function giveBack(
  deps: PreferencesDeps,
  { accountId }: Caller,
  { request, mark }: { request: PersonRequest; mark: Mark },
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const told = notTold(deps, 'preferences.not_told_failed')
    await endTelling(deps, tx, { accountId, request, told, mark })
    const now = await liftMarkOf(tx, accountId, request.id)
    if (now?.messageId === mark.messageId) await markLift(tx, accountId, request.id, null)
  })
}

function untold({ language }: Caller, { why }: Told): AppError {
  const reason = why === null ? '' : (sentence(language, why) ?? why)
  return preferencesError('preferences.request_lift_untold', { reason })
}

function statedOf(
  { clock }: Pick<PreferencesDeps, 'clock'>,
  { known: { account, contact } }: HeldKnown,
  stated: RequestLift['told'],
): Told {
  const { zone } = account
  const days = { zone, notBefore: contact.restrictedAt ?? 0, now: clock.now() }
  const at = stated === undefined ? null : instantOfDay(stated.on, days)
  if (at === null) throw preferencesError('preferences.request_told_day_wrong')
  return { state: 'other_way', at, messageId: null, why: `preferences.told_by_${stated?.how}` }
}

async function liftNow(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { held, lift, told, mark }: Telling & { held: HeldKnown; lift: Lift },
): Promise<ShownRequest> {
  const { accountId } = caller
  const { request, known } = held
  const { id, reason } = lift
  const at = deps.clock.now()
  const asked = { contactId: known.contact.id, at, isRestricted: false }
  if (!(await deps.contacts.restrict(tx, accountId, asked))) {
    throw preferencesError('preferences.request_not_restricted')
  }
  const said = { text: reason, keys: known.keys }
  await recordStep(deps, tx, accountId, {
    ...{ request, kind: 'lifted', at, by: byOf(caller), said, told },
  })
  await endTelling(deps, tx, { accountId, request, told, mark })
  await markLift(tx, accountId, id, null)
  const { subjectId } = request
  const details = { requestId: id, told: lift.told?.how ?? 'sms' }
  const action = 'preferences.restriction_lifted' as const
  await deps.audit.record(tx, caller, { action, subjectId, reason, details })
  return { request, known: { ...known, contact: { ...known.contact, restrictedAt: null } } }
}

export async function holdRestricted(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<HeldKnown> {
  const { request, known } = await holdRequest(deps, tx, caller, id)
  if (request.kind !== 'restriction' || request.outcome !== 'restricted') {
    throw preferencesError('preferences.request_act_unfit')
  }
  if (known === null) throw preferencesError('preferences.request_of_nobody')
  if (known.contact.restrictedAt === null) {
    throw preferencesError('preferences.request_not_restricted')
  }
  return { request, known }
}
