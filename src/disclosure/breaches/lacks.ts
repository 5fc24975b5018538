// What a letter, or the end of a record, lacks: a letter that lacks a part does not leave.
import type { Instant, Language } from '../../kernel/index.ts'
import { breachWords } from '../../words/index.ts'
import type {
  BreachFacts,
  BreachLack,
  BreachLackView,
  BreachLetter,
  BreachStep,
} from '../contract-breaches.ts'
import { disclosureError } from '../errors.ts'
import { type Duty, reaches } from './authorities.ts'

/** Who writes, and with which numbers: the installation for all, or one account for itself. */
export type Sender = {
  name: string | null
  address: string | null
  contact: string | null
  /** Null: nobody has counted. */
  people: number | null
}

type Written = { record: BreachFacts; steps: readonly BreachStep[] }
type Asked = Written & { sender: Sender; at: Instant; duty: Duty }

/** GDPR, articles 33(3), 34(2) and, of the reasons for a delay, 33(1). */
export function lacksOfLetter(letter: BreachLetter, asked: Asked): BreachLack[] {
  const { record, sender, at, duty } = asked
  const texts = [record.facts, record.effects, record.measuresTaken, record.measuresPlanned]
  // A recommendation can be missed without a reason.
  const isLate = letter === 'authority' && at > duty.dueAt && !duty.isRecommended
  const checks: [BreachLack, boolean][] = [
    ['nature', record.kinds.length === 0 || record.facts === ''],
    ['numbers', sender.people === null],
    ['effects', record.effects === ''],
    ['measures', record.measuresTaken === '' && record.measuresPlanned === ''],
    ['contact', (sender.contact ?? '') === ''],
    ['operator', (sender.name ?? '') === '' || (sender.address ?? '') === ''],
    ['late_reason', isLate && record.lateReason === ''],
    ...(letter === 'authority' ? contradictions(asked, duty) : []),
    ['link', letter === 'people' && texts.some((text) => /https?:\/\/|\bwww\./i.test(text))],
  ]
  return checks.flatMap(([name, isLacking]) => (isLacking ? [name] : []))
}

/** GDPR, article 33(5): why it was judged so, and what was done or not done. */
export function lacksOfEnd({ record, steps }: Written, duty: Duty): BreachLack[] {
  const isTold = steps.includes('people_told')
  const isNotified = steps.includes('authority_notified')
  const isDue = record.risk !== null && reaches(record.risk, duty.atRisk)
  const checks: [BreachLack, boolean][] = [
    ['nature', record.kinds.length === 0 || record.facts === ''],
    ['effects', record.effects === ''],
    ['measures', record.measuresTaken === '' && record.measuresPlanned === ''],
    ['risk', record.risk === null || record.riskReason === ''],
    ['authority', !isNotified && !isDue && record.authorityReason === ''],
    ['authority_due', !isNotified && isDue],
    ['people', !isTold && (record.untold === null || record.untoldReason === '')],
    ...contradictions({ record, steps }, duty),
  ]
  return checks.flatMap(([name, isLacking]) => (isLacking ? [name] : []))
}

/** Reasons for telling nobody that the rest of the record denies. */
function contradictions({ record, steps }: Written, duty: Duty): [BreachLack, boolean][] {
  const { risk, untold, scenario } = record
  const isTold = steps.includes('people_told')
  const isHigh = risk !== null && reaches(risk, duty.peopleAtRisk)
  return [
    ['people_due', !isTold && untold === 'no_high_risk' && isHigh],
    ['keys', !isTold && untold === 'unreadable' && scenario === 'database_with_keys'],
  ]
}

export const lacksIn = (language: Language, lacks: readonly BreachLack[]): BreachLackView[] =>
  lacks.map((lack) => ({ lack, text: breachWords[language].lacks[lack] }))

export function demandWhole(language: Language, lacks: readonly BreachLack[]): void {
  if (lacks.length === 0) return
  const words = breachWords[language].lacks
  throw disclosureError('disclosure.breach_incomplete', {
    lacks: lacks.map((lack) => words[lack]).join('; '),
  })
}
