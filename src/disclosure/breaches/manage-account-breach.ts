// What an account does with a breach in its register: each act is a step that is added.
import type { AccountId, Caller, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { BreachLetterRequest, BreachStep, BreachStepRequest } from '../contract-breaches.ts'
import type {
  AccountBreachJudgement,
  AccountBreachRecord,
  AccountBreachView,
} from '../contract-own.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { actorOf } from '../register/declare.ts'
import {
  countOwn,
  holdRegister,
  insertOwn,
  insertOwnStep,
  listOwnSteps,
} from './account-breach-store.ts'
import {
  demandKnown,
  type KnownBreach,
  type OwnContent,
  openOwn,
  sealOwn,
} from './account-known.ts'
import { letterOfAccount, viewKnown } from './account-view.ts'
import { insertMeasured } from './breach-store.ts'
import { demandWhole, lacksOfEnd } from './lacks.ts'
import { demandBetween, stepsMax } from './manage-breach.ts'
import { measureAccount } from './measure.ts'
import { lookedSince } from './record.ts'
import type { StepContent } from './view-breach.ts'

/** An account has a handful a year. */
const ownMax = 1_000

type Write = { breachId: string; step: BreachStep; content: OwnContent }

async function write(
  deps: DisclosureDeps,
  tx: Tx,
  caller: Caller,
  { breachId, step, content }: Write,
): Promise<void> {
  const { accountId } = caller
  const stepId = deps.makeId()
  await insertOwnStep(tx, accountId, {
    ...{ breachId, stepId, step, at: deps.clock.now(), by: actorOf(caller) },
    contentSealed: sealOwn(deps.vault, accountId, stepId, content),
  })
  const details = { breachId, step }
  await deps.record(tx, caller, { action: 'disclosure.account_breach_step', details })
}

type Within = { tx: Tx; accountId: AccountId; at: Instant }

/** One act at a time in each account; the breach is shown as it stands after it. */
const act = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
  work: (within: Within) => Promise<void>,
): Promise<AccountBreachView> =>
  deps.database.inAccount(caller.accountId, async (tx) => {
    const { accountId } = caller
    await holdRegister(tx, accountId)
    await work({ tx, accountId, at: deps.clock.now() })
    return viewKnown(deps, tx, caller, id)
  })

async function demandOpen(
  deps: DisclosureDeps,
  { tx, accountId }: Within,
  id: string,
): Promise<KnownBreach> {
  const known = await demandKnown(deps, tx, accountId, id)
  if (known.state === 'closed') throw disclosureError('disclosure.breach_closed')
  if (known.rows.length >= stepsMax) throw disclosureError('disclosure.breach_too_long')
  return known
}

function demandPast(record: AccountBreachRecord, at: Instant): AccountBreachRecord {
  if (Date.parse(record.discoveredAt) > at) {
    throw disclosureError('disclosure.breach_later', { field: 'discoveredAt' })
  }
  return { ...record, kinds: [...new Set(record.kinds)] }
}

/** GDPR, article 33(5): a breach of the account's own. */
export function recordOwnBreach(
  deps: DisclosureDeps,
  caller: Caller,
  input: AccountBreachRecord,
): Promise<AccountBreachView> {
  const id = deps.makeId()
  return act(deps, caller, id, async (within) => {
    const { tx, accountId, at } = within
    const content = demandPast(input, at)
    if ((await countOwn(tx, accountId)) >= ownMax) {
      throw disclosureError('disclosure.breaches_too_many', { max: ownMax })
    }
    await insertOwn(tx, accountId, id, at)
    await write(deps, tx, caller, { breachId: id, step: 'recorded', content })
    await measure(deps, caller, within, id)
  })
}

export const changeOwnBreach = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
  input: AccountBreachRecord,
): Promise<AccountBreachView> =>
  act(deps, caller, id, async (within) => {
    const { written } = await demandOpen(deps, within, id)
    if (written === null) throw disclosureError('disclosure.breach_not_own')
    const content = demandPast(input, within.at)
    await write(deps, within.tx, caller, { breachId: id, step: 'recorded', content })
    if (written.beganAt !== content.beganAt) await measure(deps, caller, within, id)
  })

/** What the account decides of any breach in its register. */
export const judgeBreach = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
  judgement: AccountBreachJudgement,
): Promise<AccountBreachView> =>
  act(deps, caller, id, async (within) => {
    const { written } = await demandOpen(deps, within, id)
    const content = written === null ? judgement : { ...written, ...judgement }
    await write(deps, within.tx, caller, { breachId: id, step: 'recorded', content })
  })

export const measureOwnBreach = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
): Promise<AccountBreachView> =>
  act(deps, caller, id, async (within) => {
    await demandOpen(deps, within, id)
    await measure(deps, caller, within, id)
  })

async function measure(
  deps: DisclosureDeps,
  caller: Caller,
  { tx, accountId, at }: Within,
  breachId: string,
): Promise<void> {
  const { record, knownAt } = await demandKnown(deps, tx, accountId, breachId)
  const since = lookedSince({ record, discoveredAt: knownAt })
  const figures = await measureAccount(deps, tx, accountId, since)
  const measuredId = deps.makeId()
  await insertMeasured(tx, accountId, { breachId, measuredId, measuredAt: at, figures })
  await write(deps, tx, caller, { breachId, step: 'measured', content: {} })
}

export const takeOwnStep = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
  request: BreachStepRequest,
): Promise<AccountBreachView> =>
  act(deps, caller, id, async (within) => {
    const { step, note } = request
    if (step === 'reopened') {
      const known = await demandKnown(deps, within.tx, within.accountId, id)
      if (known.state !== 'closed') return
    } else {
      const known = await demandOpen(deps, within, id)
      if (step === 'closed') demandWhole(caller.language, lacksOfEnd(known, known.duty))
      else await demandTold(deps, caller, within, { known, request })
    }
    const on = step === 'authority_notified' || step === 'people_told' ? request.on : null
    await write(deps, within.tx, caller, { breachId: id, step, content: { note, on } })
  })

/** What was told has to be all that the law asks for, by whichever way it went, and when it was. */
async function demandTold(
  deps: DisclosureDeps,
  { language }: Caller,
  { tx, accountId, at: now }: Within,
  { known, request: { step, on } }: { known: KnownBreach; request: BreachStepRequest },
): Promise<void> {
  const at = on === null ? now : Date.parse(on)
  demandBetween(at, known.knownAt, now)
  const letter = step === 'people_told' ? 'people' : 'authority'
  const { lacks } = await letterOfAccount(deps, tx, accountId, { known, letter, language, at })
  demandWhole(language, lacks)
}

/** Refused while a part is missing; kept as it was issued. */
export const issueOwnLetter = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
  asked: BreachLetterRequest,
): Promise<AccountBreachView> =>
  act(deps, caller, id, async (within) => {
    const { tx, accountId, at } = within
    const known = await demandOpen(deps, within, id)
    const { lacks, html } = await letterOfAccount(deps, tx, accountId, { ...asked, known, at })
    demandWhole(caller.language, lacks)
    await write(deps, tx, caller, { breachId: id, step: 'letter', content: { ...asked, html } })
  })

export const issuedOwnLetter = (
  deps: DisclosureDeps,
  { accountId }: Pick<Caller, 'accountId'>,
  { id, letterId }: { id: string; letterId: string },
): Promise<string> =>
  deps.database.inAccount(accountId, async (tx) => {
    const rows = await listOwnSteps(tx, accountId, id)
    const row = rows.find(({ stepId, step }) => stepId === letterId && step === 'letter')
    if (row === undefined) throw disclosureError('disclosure.breach_not_found')
    return (openOwn(deps.vault, accountId, row) as StepContent).html ?? ''
  })
