// Takes what somebody wrote on the public request page: as of nobody, whatever number they gave.
//
// Who fills it in has shown nothing of who they are, so it is tied to no contact; and the answer is
// the same whether the number is known or not.
import { type Account, placeOf, systemCaller } from '../../accounts/index.ts'
import { readNumber } from '../../countries/index.ts'
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { giveTurnBack, takeTurn } from '../../storage/index.ts'
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
import { fillMsMax, readSeal, trapName } from '../form.ts'
import { deadlinesOf } from '../requests/clock.ts'
import { textTold } from '../requests/correction.ts'
import { byPerson } from '../requests/steps.ts'
import type { AskerDetails } from './asker.ts'
import { recordFromNobody } from './take-asker.ts'

const hourMs = 3_600_000
/** A family behind one address asks for itself; more than an account can answer is an attack. */
const limits = {
  ofPlace: { max: 5, perMs: hourMs },
  ofAccount: { max: 200, perMs: hourMs },
} as const

export type PublicFault =
  | 'kind'
  | 'textMissing'
  | 'textLong'
  | 'reach'
  | 'name'
  | 'number'
  | 'email'
  | 'address'
  | 'expired'
  | 'tooFast'
  | 'tooMany'
  | 'twice'

type Deps = PreferencesDeps

const tagOf =
  ({ vault }: Pick<Deps, 'vault'>, accountId: AccountId) =>
  (shownAt: string) =>
    vault.installationTag('preferences_seal', `request ${accountId} ${shownAt}`).toString('hex')

export const sealFor = (deps: Pick<Deps, 'vault'>, accountId: AccountId, at: Instant): string =>
  `${at}.${tagOf(deps, accountId)(String(at))}`

type Read = { kind: RequestKind; text: string; details: AskerDetails }

export async function hearPublicly(
  deps: Deps,
  account: Account,
  input: AskedPublicly,
  seen: { place: string; traceId: string; language: Language },
): Promise<{ faults: PublicFault[] } | { askedAt: Instant; dueAt: Instant }> {
  const at = deps.clock.now()
  const seal = readSeal(input.seal, tagOf(deps, account.id), at)
  if (seal === 'too_old' || seal === 'forged') return { faults: ['expired'] }
  if (seal === 'too_fast' || input[trapName] !== '') return { faults: ['tooFast'] }
  const read = readPublicly(account, input)
  if ('faults' in read) return read
  const fault = await demandTurns(deps, account, { input, place: seen.place, at })
  if (fault !== null) return { faults: [fault] }
  const { kind } = read
  const caller = systemCaller(account, 'request_page', seen.traceId)
  const record = deps.database.inAccount(account.id, async (tx) => {
    const heard = { by: 'web' as const, recordedBy: byPerson }
    const asked = { ...read, askedAt: at, heard, language: seen.language }
    const requestId = await recordFromNobody(deps, tx, caller, asked)
    const action = 'preferences.request_came' as const
    await deps.audit.record(tx, caller, { action, details: { requestId, kind } })
  })
  try {
    await record
  } catch (error) {
    // Nothing was kept: whoever sends it again is not told that it has arrived.
    await giveTurnBack(deps.database, sentDoor(deps, account, input))
    throw error
  }
  return { askedAt: at, dueAt: deadlinesOf(kind, at).dueAt }
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

/** The same words on the same page: its seal is among them. */
const sentDoor = ({ vault }: Pick<Deps, 'vault'>, { id }: Account, input: AskedPublicly) => {
  const of = vault.installationTag('request sent', JSON.stringify([id, input])).toString('hex')
  return { door: 'request.sent', of }
}

/** Counted before it is recorded. The same page sent twice, by a double click, is one request. */
async function demandTurns(
  deps: Deps,
  account: Account,
  { input, place, at }: { input: AskedPublicly; place: string; at: Instant },
): Promise<PublicFault | null> {
  const { database, vault } = deps
  const { id } = account
  const now = new Date(at)
  const doors = [
    {
      door: 'request.place',
      of: vault.installationTag('request place', placeOf(place)).toString('hex'),
      ...limits.ofPlace,
      fault: 'tooMany' as const,
    },
    { door: 'request.account', of: id, ...limits.ofAccount, fault: 'tooMany' as const },
    { ...sentDoor(deps, account, input), max: 1, perMs: fillMsMax, fault: 'twice' as const },
  ]
  for (const { fault, ...door } of doors) {
    if (!(await takeTurn(database, { ...door, now })).allowed) return fault
  }
  return null
}
