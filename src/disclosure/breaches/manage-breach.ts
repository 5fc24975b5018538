// What staff does with a breach: each act is a step that is added to its history.
import { accountNamesInAnyAccount } from '../../accounts/index.ts'
import type { AccountId, Caller } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import type {
  BreachChangeRequest,
  BreachLetterRequest,
  BreachRecord,
  BreachStep,
  BreachStepRequest,
  BreachTakeBackRequest,
  BreachView,
} from '../contract-breaches.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { actorOf } from '../register/declare.ts'
import {
  findStep,
  holdBreach,
  insertBreach,
  insertMeasured,
  insertStep,
  insertTold,
  listSteps,
} from './breach-store.ts'
import {
  demandBeforeSteps,
  demandBetween,
  demandNewest,
  demandTakeBack,
  stepsMax,
} from './demands.ts'
import { demandWhole, lacksOfEnd } from './lacks.ts'
import { measureAccount } from './measure.ts'
import { type Breach, duty, lookedSince, openContent, sealContent } from './record.ts'
import {
  demandBreach,
  doneOf,
  installationLetter,
  type StepContent,
  viewBreach,
} from './view-breach.ts'

type Write = {
  breachId: string
  step: BreachStep
  content: BreachRecord | StepContent
  voids?: string
  issued?: BreachLetterRequest
}

async function write(
  deps: DisclosureDeps,
  tx: Tx,
  caller: Caller,
  { breachId, step, content, voids, issued }: Write,
): Promise<void> {
  const stepId = deps.makeId()
  await insertStep(tx, {
    ...{ breachId, stepId, step, at: deps.clock.now(), by: actorOf(caller) },
    ...{ voids: voids ?? null, letter: issued?.letter ?? null, language: issued?.language ?? null },
    contentSealed: sealContent(deps.vault, stepId, content),
  })
  await deps.record(tx, caller, {
    action: 'disclosure.breach_step',
    details: { breachId, step },
  })
}

async function demandRecord(deps: DisclosureDeps, record: BreachRecord): Promise<void> {
  if (Date.parse(record.discoveredAt) > deps.clock.now()) {
    throw disclosureError('disclosure.breach_later', { field: 'discoveredAt' })
  }
  const ids = [...new Set(record.accountIds)] as AccountId[]
  const known = await deps.database.inAnyAccount((tx) => accountNamesInAnyAccount(tx, ids))
  if (ids.some((id) => !known.has(id))) {
    throw disclosureError('disclosure.breach_account_unknown', { field: 'accountIds' })
  }
}

const distinct = (record: BreachRecord): BreachRecord => ({
  ...record,
  accountIds: [...new Set(record.accountIds)],
  kinds: [...new Set(record.kinds)],
})

export async function recordBreach(
  deps: DisclosureDeps,
  caller: Caller,
  input: BreachRecord,
): Promise<BreachView> {
  const record = distinct(input)
  await demandRecord(deps, record)
  const breachId = deps.makeId()
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await insertBreach(tx, breachId, deps.clock.now())
    await write(deps, tx, caller, { breachId, step: 'recorded', content: record })
  })
  return measureBreach(deps, caller, breachId)
}

export async function changeBreach(
  deps: DisclosureDeps,
  caller: Caller,
  breachId: string,
  { recordId, ...input }: BreachChangeRequest,
): Promise<BreachView> {
  const record = distinct(input)
  await demandRecord(deps, record)
  const before = await deps.database.inAccount(caller.accountId, async (tx) => {
    await holdBreach(tx, breachId)
    const breach = await demandOpen(deps, tx, breachId)
    demandNewest(recordId, breach.recordId)
    if (breach.record.discoveredAt !== record.discoveredAt) {
      const done = doneOf(deps, await listSteps(tx, breachId))
      demandBeforeSteps(Date.parse(record.discoveredAt), done, 'discoveredAt')
    }
    await write(deps, tx, caller, { breachId, step: 'recorded', content: record })
    return breach
  })
  const isSame = (one: readonly string[], other: readonly string[]) =>
    [...one].sort().join() === [...other].sort().join()
  const held = before.record
  const needsCount = !isSame(held.accountIds, record.accountIds) || held.beganAt !== record.beganAt
  return needsCount ? measureBreach(deps, caller, breachId) : viewBreach(deps, caller, breachId)
}

async function demandOpen(deps: DisclosureDeps, tx: Tx, id: string): Promise<Breach> {
  const breach = await demandBreach(deps, tx, id)
  if (breach.state === 'closed') throw disclosureError('disclosure.breach_closed')
  if (breach.written >= stepsMax) throw disclosureError('disclosure.breach_too_long')
  return breach
}

/** Fills the fields anew: what the accounts hold now. */
export async function measureBreach(
  deps: DisclosureDeps,
  caller: Caller,
  breachId: string,
): Promise<BreachView> {
  const { database, makeId } = deps
  const breach = await database.inInstallation((tx) => demandOpen(deps, tx, breachId))
  for (const accountId of breach.record.accountIds as AccountId[]) {
    await database.inAccount(accountId, async (tx) => {
      const measured = await measureAccount(deps, tx, accountId, lookedSince(breach))
      await insertMeasured(tx, accountId, { ...measured, breachId, measuredId: makeId() })
    })
  }
  await database.inAccount(caller.accountId, (tx) =>
    write(deps, tx, caller, { breachId, step: 'measured', content: {} }),
  )
  return viewBreach(deps, caller, breachId)
}

export async function takeStep(
  deps: DisclosureDeps,
  caller: Caller,
  breachId: string,
  { step, note, on }: BreachStepRequest,
): Promise<BreachView> {
  const isTelling = step === 'authority_notified' || step === 'people_told'
  if (isTelling) {
    // What was told has to be all that the law asks for, by whichever way it went.
    const letter = step === 'people_told' ? 'people' : 'authority'
    const { language } = caller
    const now = deps.clock.now()
    const at = on === null ? now : Date.parse(on)
    const { breach, lacks } = await installationLetter(deps, breachId, { letter, language, at })
    demandBetween(at, breach.discoveredAt, now)
    demandWhole(language, lacks)
  }
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await holdBreach(tx, breachId)
    const breach =
      step === 'reopened'
        ? await demandBreach(deps, tx, breachId)
        : await demandOpen(deps, tx, breachId)
    if (step === 'closed') {
      demandWhole(caller.language, lacksOfEnd(breach, duty(breach)))
    }
    if (step === 'reopened' && breach.state !== 'closed') return
    const content = { note, on: isTelling ? on : null }
    await write(deps, tx, caller, { breachId, step, content })
  })
  return viewBreach(deps, caller, breachId)
}

/** What was noted wrongly counts no more; the history keeps it, with who took it back and why. */
export async function takeStepBack(
  deps: DisclosureDeps,
  caller: Caller,
  { id, stepId }: { id: string; stepId: string },
  { why }: BreachTakeBackRequest,
): Promise<BreachView> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await holdBreach(tx, id)
    await demandOpen(deps, tx, id)
    demandTakeBack(await listSteps(tx, id), stepId)
    await write(deps, tx, caller, {
      ...{ breachId: id, step: 'taken_back', voids: stepId, content: { note: why } },
    })
  })
  return viewBreach(deps, caller, id)
}

/** Refused while a part is missing; kept as it was issued. */
export async function issueLetter(
  deps: DisclosureDeps,
  caller: Caller,
  breachId: string,
  asked: BreachLetterRequest,
): Promise<BreachView> {
  const at = deps.clock.now()
  const { lacks, html } = await installationLetter(deps, breachId, { ...asked, at })
  demandWhole(caller.language, lacks)
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await demandOpen(deps, tx, breachId)
    const content = { ...asked, html }
    await write(deps, tx, caller, { breachId, step: 'letter', content, issued: asked })
  })
  return viewBreach(deps, caller, breachId)
}

export async function issuedLetter(
  deps: DisclosureDeps,
  breachId: string,
  letterId: string,
): Promise<string> {
  const row = await deps.database.inInstallation((tx) => findStep(tx, breachId, letterId))
  if (row?.step !== 'letter') throw disclosureError('disclosure.breach_not_found')
  const { html } = openContent(deps.vault, row.stepId, row.contentSealed) as StepContent
  return html ?? ''
}

/** GDPR, article 33(2): each account is told once, of its own data alone. */
export async function tellAccounts(
  deps: DisclosureDeps,
  caller: Caller,
  breachId: string,
): Promise<BreachView> {
  const { database, clock } = deps
  const breach = await database.inInstallation((tx) => demandOpen(deps, tx, breachId))
  const { record } = breach
  demandWhole(caller.language, [
    ...(record.kinds.length === 0 || record.facts === '' ? (['nature'] as const) : []),
    ...(record.accountIds.length === 0 ? (['numbers'] as const) : []),
  ])
  let told = 0
  for (const accountId of record.accountIds as AccountId[]) {
    await database.inAccount(accountId, async (tx) => {
      const at = clock.now()
      if (!(await insertTold(tx, accountId, breachId, at))) return
      told += 1
      const details = { name: String(breach.number) }
      await notify(tx, accountId, { kind: 'breach_told', about: breachId, details, at })
    })
  }
  if (told > 0) {
    await database.inAccount(caller.accountId, (tx) =>
      write(deps, tx, caller, { breachId, step: 'accounts_told', content: { note: String(told) } }),
    )
  }
  return viewBreach(deps, caller, breachId)
}
