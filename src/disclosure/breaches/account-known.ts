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
import { listOwn, listOwnSteps, type OwnRow } from './account-breach-store.ts'
import { type Duty, dutyOf } from './authorities.ts'
import { findBreach, listTold, type StepRow, type ToldRow } from './breach-store.ts'
import { authorityIn, type Breach, breachOf, clockOf, stateOf } from './record.ts'
import { doneAt, type StepContent } from './view-breach.ts'

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
  { stepId, contentSealed }: StepRow,
): unknown =>
  JSON.parse(vault.openForAccount(accountId, placeOf(stepId), contentSealed).toString('utf8'))

export type KnownBreach = {
  id: string
  source: BreachSourceName
  number: number
  title: string
  /** When the account learned of it: a controller's clock begins when its processor tells it. */
  knownAt: Instant
  /** What happened, with what the account judges. */
  record: BreachFacts
  judgement: AccountBreachJudgement
  /** Of the account's own; null of one of which it was told. */
  written: AccountBreachRecord | null
  /** Of one of which it was told: the record of the installation. */
  processor: Breach | null
  /** What the account did, newest first. */
  rows: readonly StepRow[]
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

/** Those of which the account was told and its own, the newest known first. */
export async function listKnown(
  deps: Reading['deps'],
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<KnownBreach[]> {
  const from = await reading(deps, tx, accountId)
  const found: KnownBreach[] = []
  for (const row of await listTold(tx, accountId, { limit })) found.push(await ofTold(from, row))
  for (const row of await listOwn(tx, accountId, { limit })) found.push(await ofOwn(from, row))
  return found.sort((one, other) => other.knownAt - one.knownAt).slice(0, limit)
}

export async function demandKnown(
  deps: Reading['deps'],
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<KnownBreach> {
  const from = await reading(deps, tx, accountId)
  const [own] = await listOwn(tx, accountId, { limit: 1, only: id })
  if (own !== undefined) return ofOwn(from, own)
  const [told] = await listTold(tx, accountId, { limit: 1, only: id })
  if (told === undefined) throw disclosureError('disclosure.breach_not_found')
  return ofTold(from, told)
}

async function ofOwn(from: Reading, { breachId, number }: OwnRow): Promise<KnownBreach> {
  const did = await doneBy(from, breachId)
  const written = accountBreachRecord.parse(did.newest)
  const knownAt = Date.parse(written.discoveredAt)
  return {
    ...{ id: breachId, source: 'own', number, title: written.title, knownAt, record: written },
    ...{ judgement: accountBreachJudgement.parse(written), written, processor: null },
    ...{ ...did.done, duty: dutyOf(from.country, knownAt), country: from.country },
  }
}

async function ofTold(from: Reading, { breachId, toldAt }: ToldRow): Promise<KnownBreach> {
  const row = await findBreach(from.tx, breachId)
  if (row === null) throw disclosureError('disclosure.breach_not_found')
  const processor = breachOf(from.deps.vault, row)
  const did = await doneBy(from, breachId)
  const { effects, measuresTaken, measuresPlanned } = processor.record
  // What the processor wrote is proposed; what it judges is not the controller's judgement.
  const proposed = { effects, measuresTaken, measuresPlanned }
  const judgement = accountBreachJudgement.parse(did.newest ?? proposed)
  return {
    ...{ id: breachId, source: 'told', number: processor.number, title: '', knownAt: toldAt },
    ...{ record: { ...processor.record, ...judgement }, judgement, written: null, processor },
    ...{ ...did.done, duty: dutyOf(from.country, toldAt), country: from.country },
  }
}

async function doneBy({ deps: { vault }, tx, accountId }: Reading, breachId: string) {
  const rows = await listOwnSteps(tx, accountId, breachId)
  const steps = rows.map(({ step }) => step).reverse()
  const record = rows.find(({ step }) => step === 'recorded')
  // The newest counts: a day that was written wrongly is written anew.
  const dayOf = (name: BreachStep): Instant | null => {
    const row = rows.find(({ step }) => step === name)
    if (row === undefined) return null
    return doneAt(row, openOwn(vault, accountId, row) as StepContent)
  }
  return {
    newest: record === undefined ? null : openOwn(vault, accountId, record),
    done: {
      ...{ rows, steps, state: stateOf(steps) },
      notifiedAt: dayOf('authority_notified'),
      peopleToldAt: dayOf('people_told'),
    },
  }
}

export const clockOfKnown = (known: KnownBreach, at: Instant) =>
  clockOf(known, known.duty, { at, notifiedAt: known.notifiedAt })

export const authorityOfKnown = ({ duty, country }: KnownBreach, language: Language): string =>
  authorityIn(language, duty, country)
