// A breach as the account knows it: what happened, what it judges, its authority, its clock.
import { accountOf } from '../../accounts/index.ts'
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { BreachFacts, BreachState, BreachStep } from '../contract-breaches.ts'
import {
  type AccountBreachJudgement,
  type AccountBreachRecord,
  accountBreachJudgement,
  accountBreachRecord,
  type BreachSourceName,
} from '../contract-own.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { type EnteredRow, listEntered, listOwnSteps } from './account-breach-store.ts'
import { type Duty, dutyOf } from './authorities.ts'
import { findBreach, type StepRow, standing } from './breach-store.ts'
import { authorityIn, type Breach, breachOf, clockOf, stateOf } from './record.ts'
import { daysOf, type StepContent } from './view-breach.ts'

type Sealing = Pick<Vault, 'sealForAccount' | 'openForAccount'>
export type OwnContent = AccountBreachRecord | AccountBreachJudgement | StepContent

const placeOf = (stepId: string) => ({
  table: 'disclosure.account_breach_step',
  column: 'content_sealed',
  rowId: stepId,
})

export const sealOwn = (
  vault: Sealing,
  accountId: AccountId,
  stepId: string,
  content: OwnContent,
): Buffer =>
  vault.sealForAccount(accountId, placeOf(stepId), Buffer.from(JSON.stringify(content), 'utf8'))

export const openOwn = (
  vault: Sealing,
  accountId: AccountId,
  { stepId, contentSealed }: Pick<StepRow, 'stepId' | 'contentSealed'>,
): unknown =>
  contentSealed === null
    ? {}
    : JSON.parse(vault.openForAccount(accountId, placeOf(stepId), contentSealed).toString('utf8'))

export type KnownBreach = {
  id: string
  source: BreachSourceName
  number: number
  title: string
  /** When it came into the register, which orders it. */
  enteredAt: Instant
  /** When the account learned of it: as its processor told it, or earlier, as the account says. */
  knownAt: Instant
  /** The step that wrote what stands; null: the account has written nothing. */
  recordId: string | null
  /** What happened, with what the account judges. */
  record: BreachFacts
  judgement: AccountBreachJudgement
  /** Of the account's own; null of one of which it was told. */
  written: AccountBreachRecord | null
  /** Of one of which it was told: the record of the installation. */
  processor: Breach | null
  /** What the account did, newest first, with what it took back. */
  rows: readonly StepRow[]
  /** What stands of it, in its order. */
  steps: readonly BreachStep[]
  state: BreachState
  notifiedAt: Instant | null
  peopleToldAt: Instant | null
  duty: Duty
  country: string
}

type Reading = {
  deps: Pick<DisclosureDeps, 'vault'>
  tx: Tx
  accountId: AccountId
  country: string
}

const reading = async (deps: Reading['deps'], tx: Tx, accountId: AccountId): Promise<Reading> => {
  const { country } = await accountOf(tx, accountId)
  return { deps, tx, accountId, country }
}

/** Those of which the account was told and its own, the newest entered first. */
export async function listKnown(
  deps: Reading['deps'],
  tx: Tx,
  accountId: AccountId,
  page: Omit<Parameters<typeof listEntered>[2], 'only'>,
): Promise<KnownBreach[]> {
  const from = await reading(deps, tx, accountId)
  const found: KnownBreach[] = []
  for (const row of await listEntered(tx, accountId, page)) found.push(await knownOf(from, row))
  return found
}

export async function demandKnown(
  deps: Reading['deps'],
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<KnownBreach> {
  const from = await reading(deps, tx, accountId)
  const [row] = await listEntered(tx, accountId, { before: null, limit: 1, only: id })
  if (row === undefined) throw disclosureError('disclosure.breach_not_found')
  return knownOf(from, row)
}

const knownOf = (from: Reading, row: EnteredRow): Promise<KnownBreach> =>
  row.number === null ? ofTold(from, row) : ofOwn(from, { ...row, number: row.number })

async function ofOwn(
  from: Reading,
  { breachId, number, enteredAt }: EnteredRow & { number: number },
): Promise<KnownBreach> {
  const did = await doneBy(from, breachId)
  const written = accountBreachRecord.parse(did.newest)
  const knownAt = Date.parse(written.discoveredAt)
  return {
    ...{ id: breachId, source: 'own', number, title: written.title, enteredAt, knownAt },
    ...{ record: written, written, processor: null },
    judgement: accountBreachJudgement.parse(written),
    ...{ ...did.done, duty: dutyOf(from.country, knownAt), country: from.country },
  }
}

async function ofTold(from: Reading, { breachId, enteredAt }: EnteredRow): Promise<KnownBreach> {
  const row = await findBreach(from.tx, breachId)
  if (row === null) throw disclosureError('disclosure.breach_not_found')
  const processor = breachOf(from.deps.vault, row)
  const did = await doneBy(from, breachId)
  const { effects, measuresTaken, measuresPlanned } = processor.record
  // What the processor wrote is proposed; what it judges is not the controller's judgement.
  const proposed = { effects, measuresTaken, measuresPlanned }
  const judgement = accountBreachJudgement.parse(did.newest ?? proposed)
  const { knownAt: said, ...judged } = judgement
  const knownAt = said === null ? enteredAt : Date.parse(said)
  return {
    ...{ id: breachId, source: 'told', number: processor.number, title: '', enteredAt, knownAt },
    ...{ record: { ...processor.record, ...judged }, judgement, written: null, processor },
    ...{ ...did.done, duty: dutyOf(from.country, knownAt), country: from.country },
  }
}

async function doneBy({ deps: { vault }, tx, accountId }: Reading, breachId: string) {
  const rows = await listOwnSteps(tx, accountId, breachId)
  const steps = standing(rows)
    .map(({ step }) => step)
    .reverse()
  const record = rows.find(({ step }) => step === 'recorded')
  const open = (row: StepRow) => openOwn(vault, accountId, row) as StepContent
  return {
    newest: record === undefined ? null : openOwn(vault, accountId, record),
    done: {
      ...{ rows, steps, state: stateOf(steps), recordId: record?.stepId ?? null },
      ...daysOf(rows, open),
    },
  }
}

export const clockOfKnown = (known: KnownBreach, at: Instant) =>
  clockOf(known, known.duty, { at, notifiedAt: known.notifiedAt })

export const authorityOfKnown = ({ duty, country }: KnownBreach, language: Language): string =>
  authorityIn(language, duty, country)
