// The telephones on which an account tries its texts:
// each is one whose owner typed the code sent to it.
import { timingSafeEqual } from 'node:crypto'
import { type Account, accountOf, systemCaller } from '../../accounts/index.ts'
import { type CountryCode, readNumber } from '../../countries/index.ts'
import { type AccountId, assert, type Caller, type E164, maskNumber } from '../../kernel/index.ts'
import { refusalOfWay } from '../../sending/index.ts'
import { giveTurnBack, type Tx, takeTurn } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { TestNumberRequest, TestNumberView } from '../contract-compose.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { userOf } from '../user-of.ts'
import * as store from './store.ts'
import { endTestNumber, openTelephones, sealTelephone } from './test-number-keys.ts'

const numbersMax = 20
const codeMinutes = 15
const codeMs = codeMinutes * 60_000
const triesMax = 5
/** Codes sent: to one number, and by one account. */
const codesOfNumber = { max: 3, perMs: codeMs }
const codesOfAccount = { max: 20, perMs: 60 * 60_000 }

const codeTag = ({ vault }: CampaignsDeps, id: string, code: string): Buffer =>
  vault.installationTag('campaigns_test_code', `${id} ${code}`)

/**
 * A sandbox account has no handsets: what it sends reaches nobody, and its numbers need no code.
 * Once it sends for real, each of them does.
 */
export const isOneself = (
  { confirmedAt }: Pick<store.TestNumber, 'confirmedAt'>,
  accountKind: Account['kind'],
): boolean => accountKind === 'sandbox' || confirmedAt !== null

async function viewsOf(
  deps: CampaignsDeps,
  tx: Tx,
  accountId: AccountId,
  rows: readonly store.TestNumber[],
): Promise<TestNumberView[]> {
  const opened = await openTelephones(deps, tx, accountId, rows)
  const { kind: accountKind } = await accountOf(tx, accountId)
  return rows.flatMap(({ id, codeUntil, ...row }) => {
    const telephone = opened.get(id)
    if (telephone === undefined) return []
    const { name, number } = telephone
    return [
      {
        ...{ id, name, to: maskNumber(number), isConfirmed: isOneself(row, accountKind) },
        codeUntil: codeUntil === null ? null : new Date(codeUntil).toISOString(),
      },
    ]
  })
}

async function viewOf(
  deps: CampaignsDeps,
  tx: Tx,
  accountId: AccountId,
  row: store.TestNumber,
): Promise<TestNumberView> {
  const [view] = await viewsOf(deps, tx, accountId, [row])
  if (view === undefined) throw campaignsError('campaigns.test_number_not_found')
  return view
}

export async function readTestNumbers(
  deps: CampaignsDeps,
  { accountId }: Caller,
): Promise<TestNumberView[]> {
  return deps.database.inAccount(accountId, async (tx) => {
    const rows = await store.listTestNumbers(tx, accountId, numbersMax)
    return viewsOf(deps, tx, accountId, rows)
  })
}

export async function addTestNumber(
  deps: CampaignsDeps,
  caller: Caller,
  request: TestNumberRequest,
): Promise<TestNumberView> {
  const { accountId } = caller
  const found = await placed(deps, caller, request)
  const { account, isKnown, count, number, numberTag } = found
  if (!isKnown && count >= numbersMax) {
    throw campaignsError('campaigns.test_numbers_too_many', { max: numbersMax })
  }
  const at = deps.clock.now()
  const code = account.kind === 'sandbox' ? null : newCode(deps)
  if (code !== null) {
    await sendCode(deps, caller, { ...found, request, code })
  }
  return deps.database.inAccount(accountId, async (tx) => {
    const was = await store.lockOfTag(tx, accountId, numberTag)
    const id = was?.id ?? found.id
    const sealed = await sealTelephone(deps, tx, accountId, { id, number, name: request.name })
    const put = await store.putTestNumber(tx, accountId, {
      id,
      ...sealed,
      numberTag,
      codeTag: code === null ? null : codeTag(deps, id, code),
      codeUntil: code === null ? null : at + codeMs,
      triesLeft: triesMax,
      confirmedAt: null,
      by: userOf(caller),
      at,
    })
    const action = 'campaigns.test_number_added'
    await deps.record(tx, caller, { action, details: { number: id } })
    const before = was?.numberKey ?? null
    if (before !== null) await deps.vault.destroyKeys(tx, accountId, [before], 'both')
    return viewOf(deps, tx, accountId, put)
  })
}

async function placed(deps: CampaignsDeps, caller: Caller, request: TestNumberRequest) {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const account = await accountOf(tx, accountId)
    const isSandbox = account.kind === 'sandbox'
    const reading = readNumber(request.number, { country: account.country, sandbox: isSandbox })
    if (reading.e164 === null || reading.reason !== null) {
      throw campaignsError('campaigns.test_number_unreadable')
    }
    const numberTag = deps.vault.numberTag(accountId, reading.e164)
    const known = await store.findIdOfTag(tx, accountId, numberTag)
    const { length: count } = await store.listTestNumbers(tx, accountId, numbersMax)
    const id = known ?? deps.makeId()
    const country = reading.country ?? account.country
    const number = reading.e164
    return { account, isKnown: known !== null, count, number, country, numberTag, id }
  })
}

function newCode({ randomness }: CampaignsDeps): string {
  const random = Buffer.from(randomness.bytes(4)).readUInt32BE()
  return String(random % 1_000_000).padStart(6, '0')
}

type Coded = {
  account: Awaited<ReturnType<typeof accountOf>>
  request: TestNumberRequest
  isKnown: boolean
  number: E164
  country: CountryCode
  numberTag: Buffer
  code: string
}

/** Of a code; the gate judges the same. */
const kind = { class: 'alert', basis: 'legitimate_interest' } as const

async function sendCode(deps: CampaignsDeps, caller: Caller, coded: Coded): Promise<void> {
  const { account, request, number, code } = coded
  await takeTurns(deps, coded)
  const unfit = await refusalOfSender(deps, coded)
  if (unfit !== null) {
    throw await notSent(deps, coded, sentence(caller.language, `sending.${unfit}`) ?? unfit)
  }
  const details = { account: account.name, code, minutes: codeMinutes }
  const text = sentence(account.language, 'campaigns.test_code_message', details)
  assert(text !== null, 'the code has its sentence')
  const id = await deps.sendMessage(
    systemCaller(account, 'text_tried', caller.traceId),
    {
      to: number,
      text,
      ...kind,
      sender: request.sender,
      ifUnsure: 'never_twice',
      usefulUntil: new Date(deps.clock.now() + codeMs).toISOString(),
    },
    { what: 'code', text: code, accountWrote: account.name },
  )
  const refusal = await deps.refusalOf(account.id, id)
  if (refusal === null) return
  await recordLook(deps, caller)
  throw await notSent(deps, coded, whyOfNumber(caller, refusal))
}

/** Before the number is judged: of a wrong sender the answer is the same whomever it is about. */
function refusalOfSender(deps: CampaignsDeps, { account, request, country }: Coded) {
  const order = { accountId: account.id, ...kind, sender: request.sender }
  return deps.database.inAccount(account.id, (tx) =>
    refusalOfWay(deps, tx, { order, country, at: deps.clock.now() }),
  )
}

/** What a number has said is for those who may see numbers in clear. */
function whyOfNumber({ language, rights }: Caller, refusal: string): string {
  const told = rights.has('contacts.reveal')
    ? sentence(language, `sending.${refusal}`)
    : sentence(language, 'campaigns.test_code_not_to_number')
  return told ?? refusal
}

/** The answer tells as much as a look at the number does, and stands in the log like one. */
function recordLook(deps: CampaignsDeps, caller: Caller): Promise<void> {
  const details = { where: 'test_numbers.add', numbers: 1 }
  return deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'contacts.numbers_asked', details }),
  )
}

/** The number’s turn is given back. The account’s is not: else refusals could be had for ever. */
async function notSent(deps: CampaignsDeps, coded: Coded, why: string) {
  await giveTurnBack(deps.database, ofNumber(coded))
  return campaignsError(`campaigns.test_code_${coded.isKnown ? 'not_sent' : 'refused'}`, { why })
}

const ofNumber = ({ numberTag }: Pick<Coded, 'numberTag'>) => ({
  door: 'trial.number',
  of: numberTag.toString('hex'),
})

/** Counted before the code is sent. */
async function takeTurns(deps: CampaignsDeps, coded: Coded): Promise<void> {
  const now = new Date(deps.clock.now())
  const tooMany = () => campaignsError('campaigns.test_codes_too_many')
  const number = await takeTurn(deps.database, { ...ofNumber(coded), ...codesOfNumber, now })
  if (!number.allowed) throw tooMany()
  const door = { door: 'trial.account', of: coded.account.id }
  const account = await takeTurn(deps.database, { ...door, ...codesOfAccount, now })
  if (account.allowed) return
  await giveTurnBack(deps.database, ofNumber(coded))
  throw tooMany()
}

export async function confirmTestNumber(
  deps: CampaignsDeps,
  caller: Caller,
  { id, code }: { id: string; code: string },
): Promise<TestNumberView> {
  const { accountId } = caller
  const at = deps.clock.now()
  const view = await deps.database.inAccount(accountId, async (tx) => {
    const found = await store.lockTestNumber(tx, accountId, id)
    if (found === null) throw campaignsError('campaigns.test_number_not_found')
    const { kind: accountKind } = await accountOf(tx, accountId)
    if (isOneself(found, accountKind)) return viewOf(deps, tx, accountId, found)
    const { codeTag: wanted, codeUntil, triesLeft } = found
    if (wanted === null || codeUntil === null || codeUntil <= at || triesLeft <= 0) {
      throw campaignsError('campaigns.test_code_over')
    }
    if (!timingSafeEqual(wanted, codeTag(deps, id, code))) {
      await store.countTry(tx, accountId, id)
      return null
    }
    await store.confirmTestNumber(tx, accountId, { id, at })
    const action = 'campaigns.test_number_confirmed'
    await deps.record(tx, caller, { action, details: { number: id } })
    return viewOf(deps, tx, accountId, { ...found, confirmedAt: at, codeUntil: null })
  })
  // Only now: the try that was counted stays counted.
  if (view === null) throw campaignsError('campaigns.test_code_wrong')
  return view
}

export async function removeTestNumber(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    if ((await endTestNumber(deps, tx, accountId, id)) === 0) {
      throw campaignsError('campaigns.test_number_not_found')
    }
    const action = 'campaigns.test_number_removed'
    await deps.record(tx, caller, { action, details: { number: id } })
  })
}
