// Takes what somebody wrote on the public request page: as of nobody, whatever number they gave.
//
// Who fills it in has shown nothing of who they are, so it is tied to no contact; and the answer is
// the same whether the number is known or not.
import { type Account, placeOf, systemCaller } from '../../accounts/index.ts'
import { readNumber } from '../../countries/index.ts'
import { type AccountId, type Instant, type Language, uuidV7 } from '../../kernel/index.ts'
import { takeTurn } from '../../storage/index.ts'
import type { RequestPageWords } from '../../words/index.ts'
import {
  type AskedPublicly,
  askerAddressMax,
  askerNameMax,
  correctionMax,
  type RequestKind,
  requestKinds,
  toldKinds,
} from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { readSeal, trapName } from '../form.ts'
import { deadlinesOf, dueAfterAcknowledging } from '../requests/clock.ts'
import { textTold } from '../requests/correction.ts'
import { byPerson } from '../requests/steps.ts'
import type { AskerDetails } from './asker.ts'
import { stopObjector, untilObjectorIsFree } from './stop-objector.ts'
import { recordFromNobody } from './take-asker.ts'

const hourMs = 3_600_000
/** A family behind one address asks for itself; more than an account can answer is an attack. */
const limits = {
  ofPlace: { max: 5, perMs: hourMs },
  ofAccount: { max: 200, perMs: hourMs },
} as const

export type PublicFault = keyof RequestPageWords['faults']

const tagOf =
  ({ vault }: Pick<PreferencesDeps, 'vault'>, accountId: AccountId) =>
  (shownAt: string) =>
    vault.installationTag('preferences_seal', `request ${accountId} ${shownAt}`).toString('hex')

export const sealFor = (
  deps: Pick<PreferencesDeps, 'vault'>,
  accountId: AccountId,
  at: Instant,
): string => `${at}.${tagOf(deps, accountId)(String(at))}`

/** `acknowledgeBy`: until when a complaint is confirmed; null: of another request. */
export type HeardPublicly = { askedAt: Instant; dueAt: Instant; acknowledgeBy: Instant | null }

type Read = { kind: RequestKind; text: string; details: AskerDetails }

export async function hearPublicly(
  deps: PreferencesDeps,
  account: Account,
  input: AskedPublicly,
  seen: { place: string; traceId: string; language: Language },
): Promise<{ faults: PublicFault[] } | HeardPublicly> {
  const at = deps.clock.now()
  const seal = readSeal(input.seal, tagOf(deps, account.id), at)
  if (seal === 'too_old' || seal === 'forged') return { faults: ['expired'] }
  if (seal === 'too_fast' || input[trapName] !== '') return { faults: ['tooFast'] }
  const read = readPublicly(account, input)
  if ('faults' in read) return read
  if (!(await takeTurns(deps, account, { place: seen.place, at }))) return { faults: ['tooMany'] }
  const { kind, details } = read
  const caller = systemCaller(account, 'request_page', seen.traceId)
  const id = idOf(deps, account, input)
  const isNew = await deps.database.inAccount(account.id, async (tx) => {
    const heard = { by: 'web' as const, recordedBy: byPerson }
    const asked = { ...read, id, askedAt: at, heard, language: seen.language }
    const requestId = await recordFromNobody(deps, tx, caller, asked)
    if (requestId === null) return false
    const stopped = await stopObjector(deps, tx, caller, { kind, details, origin: 'request_page' })
    const action = 'preferences.request_came' as const
    await deps.audit.record(tx, caller, { action, details: { requestId, kind, stopped } })
    return true
  })
  if (!isNew) return { faults: ['twice'] }
  // Nobody waits for it: how long it takes would tell whether the number is known.
  untilObjectorIsFree(deps, caller, { kind, details }).catch(() => undefined)
  const { dueAt, acknowledgeBy } = deadlinesOf(kind, at, account.zone)
  if (acknowledgeBy === null) return { askedAt: at, dueAt, acknowledgeBy }
  return { askedAt: at, dueAt: dueAfterAcknowledging(at, account.zone), acknowledgeBy }
}

function readPublicly(account: Account, input: AskedPublicly): Read | { faults: PublicFault[] } {
  const kind = requestKinds.find((one) => one === input.kind)
  const text = textTold(input.text)
  const [name, address, email] = [textTold(input.name), textTold(input.address), input.email.trim()]
  const written = input.number.trim()
  const sandbox = account.kind === 'sandbox'
  const number =
    written === '' ? null : readNumber(written, { country: account.country, sandbox }).e164
  const needsText = toldKinds.some((one) => one === kind)
  const is: Partial<Record<PublicFault, boolean>> = {
    kind: kind === undefined,
    textMissing: needsText && text.length < 3,
    textLong: text.length > correctionMax,
    reach: written === '' && email === '' && address === '',
    name: name.length > askerNameMax,
    number: written !== '' && number === null,
    email: email !== '' && (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)),
    address: address.length > askerAddressMax,
  }
  const faults = (Object.keys(is) as PublicFault[]).filter((fault) => is[fault])
  if (faults.length > 0 || kind === undefined) return { faults }
  const details: AskerDetails = {
    ...(name === '' ? {} : { name }),
    ...(number === null ? {} : { number }),
    ...(email === '' ? {} : { email }),
    ...(address === '' ? {} : { address }),
  }
  return { kind, text, details }
}

/**
 * The same words on the same page are the same request, also where nobody heard whether the first
 * was kept: its seal, with the time at which the page was shown, is among them.
 */
function idOf(
  { vault }: Pick<PreferencesDeps, 'vault'>,
  { id }: Account,
  input: AskedPublicly,
): string {
  const of = vault.installationTag('request sent', JSON.stringify([id, input]))
  return uuidV7(Number(input.seal.split('.')[0]), of)
}

/** Counted before it is recorded. */
async function takeTurns(
  { database, vault }: Pick<PreferencesDeps, 'database' | 'vault'>,
  { id }: Account,
  { place, at }: { place: string; at: Instant },
): Promise<boolean> {
  const of = vault.installationTag('request place', placeOf(place)).toString('hex')
  const now = new Date(at)
  for (const door of [
    { door: 'request.place', of, ...limits.ofPlace },
    { door: 'request.account', of: id, ...limits.ofAccount },
  ]) {
    if (!(await takeTurn(database, { ...door, now })).allowed) return false
  }
  return true
}
