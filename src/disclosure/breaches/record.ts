// A breach as it stands: its newest record, its state, its clock, and the fields of its letters.
import { type Instant, isoTime, type Language } from '../../kernel/index.ts'
import { filled } from '../../preferences/index.ts'
import type { Vault } from '../../vault/index.ts'
import { breachWords } from '../../words/index.ts'
import {
  type BreachClock,
  type BreachFacts,
  type BreachField,
  type BreachItem,
  type BreachRecord,
  type BreachState,
  type BreachStep,
  breachRecord,
} from '../contract-breaches.ts'
import type { InstallationFacts } from '../facts/installation-facts.ts'
import { countryIn, dayIn } from '../notice/said.ts'
import { officerOf } from '../notice/write-installation.ts'
import { type Duty, dutyOf, reaches } from './authorities.ts'
import type { BreachRow } from './breach-store.ts'
import type { Sender } from './lacks.ts'
import { declaredField, fieldsIn, measuredField } from './measure.ts'
import { instantIn, numberIn } from './said-in.ts'

const placeOf = (stepId: string) => ({
  table: 'disclosure.breach_step',
  column: 'content_sealed',
  rowId: stepId,
})

export const sealContent = (
  vault: Pick<Vault, 'sealForInstallation'>,
  stepId: string,
  content: unknown,
): Buffer =>
  vault.sealForInstallation(placeOf(stepId), Buffer.from(JSON.stringify(content), 'utf8'))

export const openContent = (
  vault: Pick<Vault, 'openForInstallation'>,
  stepId: string,
  sealed: Buffer | null,
): unknown =>
  sealed === null
    ? {}
    : JSON.parse(vault.openForInstallation(placeOf(stepId), sealed).toString('utf8'))

export type Breach = {
  id: string
  number: number
  record: BreachRecord
  /** The step that wrote it. */
  recordId: string
  steps: readonly BreachStep[]
  written: number
  state: BreachState
  discoveredAt: Instant
}

export function breachOf(vault: Pick<Vault, 'openForInstallation'>, row: BreachRow): Breach {
  const record = breachRecord.parse(openContent(vault, row.recordId, row.recordSealed))
  return {
    ...{ id: row.breachId, number: row.number, record, steps: row.steps },
    ...{ recordId: row.recordId, written: row.written },
    state: stateOf(row.steps),
    discoveredAt: Date.parse(record.discoveredAt),
  }
}

export function stateOf(steps: readonly BreachStep[]): BreachState {
  if (steps.lastIndexOf('closed') > steps.lastIndexOf('reopened')) return 'closed'
  if (steps.includes('people_told')) return 'people_told'
  return steps.includes('authority_notified') ? 'notified' : 'open'
}

export const duty = ({ record, discoveredAt }: Breach) => dutyOf(record.country, discoveredAt)

/** The name of the authority; of a country without a known one, whose it is. */
export const authorityIn = (language: Language, { authority }: Duty, country: string): string =>
  authority?.name ??
  filled(breachWords[language].letters.authorityOf, { country: countryIn(language, country) })

/** The site of the authority with where it was read, or that it is to be checked. */
export function siteIn(
  language: Language,
  { authority }: Duty,
): { authorityUrl: string; authorityNote: string } {
  const words = breachWords[language].authoritySite
  const site = authority?.site ?? null
  if (site === null) return { authorityUrl: '', authorityNote: words.unknown }
  const { title, readOn } = site.source
  const day = dayIn(language, Date.parse(readOn))
  return { authorityUrl: site.url, authorityNote: filled(words.read, { source: title, day }) }
}

type Standing = Pick<Breach, 'steps' | 'state'> & { record: BreachFacts }

/** Whether the clock runs: not for a risk below the law's, once its reasons are written. */
export function isRunning({ record, steps, state }: Standing, { atRisk }: Pick<Duty, 'atRisk'>) {
  if (state === 'closed' || steps.includes('authority_notified')) return false
  return record.risk === null || record.riskReason === '' || reaches(record.risk, atRisk)
}

/** `notifiedAt`: when the authority was; null: it is not. */
export function clockOf(
  standing: Standing,
  { dueAt, atRisk }: Duty,
  { at, notifiedAt }: { at: Instant; notifiedAt: Instant | null },
): BreachClock {
  if (notifiedAt !== null) return notifiedAt <= dueAt ? 'met' : 'met_late'
  if (!isRunning(standing, { atRisk })) return 'stopped'
  return at > dueAt ? 'late' : 'running'
}

export function itemOf(breach: Breach): BreachItem {
  const { id, number, state, record } = breach
  return {
    ...{ id, number, state, title: record.title, risk: record.risk },
    discoveredAt: record.discoveredAt,
    dueAt: isoTime(duty(breach).dueAt),
  }
}

/** A month before is looked at where nobody knows when it began. */
const monthMs = 30 * 86_400_000
export const lookedSince = ({ record, discoveredAt }: Omit<Written, 'steps'>): Instant =>
  record.beganAt === null ? discoveredAt - monthMs : Date.parse(record.beganAt)

type Operator = InstallationFacts['operator']

/** The installation, for all the accounts concerned. */
export function installationSender(
  { record }: Breach,
  operator: Operator,
  counted: number | null,
): Sender {
  return {
    name: operator.operatorName,
    address: operator.operatorAddress,
    contact: record.contact || officerOf(operator) || operator.operatorContact,
    people: record.people ?? counted,
  }
}

/** Until when, and where that is a recommendation. */
export function dueIn(
  language: Language,
  { dueAt, isRecommended }: Pick<Duty, 'dueAt' | 'isRecommended'>,
): string {
  const on = instantIn(language, dueAt)
  return isRecommended ? filled(breachWords[language].values.recommended, { on }) : on
}

type Totals = { people: number | null; records: number | null }

type Written = Pick<Breach, 'steps' | 'discoveredAt'> & { record: BreachFacts }
type Known = {
  operator: Operator
  sender: Sender
  totals: Totals
  recordedAt: Instant | null
  due: Pick<Duty, 'dueAt' | 'isRecommended'>
  authority: string
  /** Where whoever writes was told of it by the processor: when that one learned of it. */
  processorAt?: Instant
}

/** What the record and the declarations of the installation say, in the order of the letter. */
export function recordFields(breach: Written, known: Known, language: Language): BreachField[] {
  const { record } = breach
  const { operator, sender, totals, recordedAt, due, authority, processorAt } = known
  const { hostName, hostCountry } = operator
  const at = (text: string | null) => (text === null ? null : instantIn(language, Date.parse(text)))
  const host =
    hostName === null || hostCountry === null
      ? null
      : `${hostName} (${countryIn(language, hostCountry)})`
  return fieldsIn(language, [
    declaredField('who', 'operator', operator.operatorName),
    declaredField('who', 'operator_address', operator.operatorAddress),
    declaredField('who', 'operator_contact', operator.operatorContact),
    declaredField('who', 'contact', sender.contact),
    declaredField('who', 'host', host),
    measuredField('when', 'authority', authority),
    declaredField('when', 'discovered', instantIn(language, breach.discoveredAt)),
    ...(processorAt === undefined
      ? []
      : [declaredField('when', 'processor_discovered', instantIn(language, processorAt))]),
    measuredField('when', 'due', dueIn(language, due)),
    declaredField('when', 'began', at(record.beganAt)),
    declaredField('when', 'ended', at(record.endedAt)),
    measuredField('when', 'recorded', recordedAt === null ? '' : instantIn(language, recordedAt)),
    ...(record.lateReason === '' ? [] : [declaredField('when', 'late_reason', record.lateReason)]),
    ...said(breach, language),
    totalField('people_total', record.people, totals.people, language),
    totalField('records_total', record.records, totals.records, language),
  ])
}

function totalField(
  code: 'people_total' | 'records_total',
  declared: number | null,
  counted: number | null,
  language: Language,
) {
  if (declared !== null) return declaredField('data', code, numberIn(language, declared))
  return measuredField('data', code, counted === null ? '' : numberIn(language, counted))
}

function said({ record, steps }: Written, language: Language) {
  const words = breachWords[language]
  const { risk, untold } = record
  const isTold = steps.includes('people_told')
  const why = untold === null ? null : `${words.untold[untold]}. ${record.untoldReason}`.trim()
  return [
    declaredField('what', 'kinds', record.kinds.map((kind) => words.kinds[kind]).join('; ')),
    declaredField('what', 'scenario', words.scenarios[record.scenario]),
    declaredField('what', 'facts', record.facts),
    declaredField('effects', 'effects', record.effects),
    declaredField('effects', 'risk', risk === null ? null : words.risks[risk]),
    declaredField('effects', 'risk_reason', record.riskReason),
    declaredField('measures', 'measures_taken', record.measuresTaken),
    declaredField('measures', 'measures_planned', record.measuresPlanned),
    ...(isTold ? [] : [declaredField('measures', 'untold', why)]),
    ...(record.authorityReason === ''
      ? []
      : [declaredField('measures', 'authority_reason', record.authorityReason)]),
  ]
}
