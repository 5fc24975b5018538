// What a letter, or the end of a record, lacks: a letter that lacks a part does not leave.
import type { Instant, Language } from '../../kernel/index.ts'
import { breachWords } from '../../words/index.ts'
import type {
  BreachLack,
  BreachLackView,
  BreachLetter,
  BreachRecord,
  BreachStep,
} from '../contract-breaches.ts'
import { disclosureError } from '../errors.ts'

/** Who writes, and with which numbers: the installation for all, or one account for itself. */
export type Sender = {
  name: string | null
  address: string | null
  contact: string | null
  /** Null: nobody has counted. */
  people: number | null
}

type Asked = { record: BreachRecord; sender: Sender; at: Instant; dueAt: Instant }

/** GDPR, articles 33(3), 34(2) and, of the reasons for a delay, 33(1). */
export function lacksOfLetter(
  letter: BreachLetter,
  { record, sender, at, dueAt }: Asked,
): BreachLack[] {
  const texts = [record.facts, record.effects, record.measuresTaken, record.measuresPlanned]
  const isLate = letter === 'authority' && at > dueAt
  const checks: [BreachLack, boolean][] = [
    ['nature', record.kinds.length === 0 || record.facts === ''],
    ['numbers', sender.people === null],
    ['effects', record.effects === ''],
    ['measures', record.measuresTaken === '' && record.measuresPlanned === ''],
    ['contact', (sender.contact ?? '') === ''],
    ['operator', (sender.name ?? '') === '' || (sender.address ?? '') === ''],
    ['late_reason', isLate && record.lateReason === ''],
    ['link', letter === 'people' && texts.some((text) => /https?:\/\/|\bwww\./i.test(text))],
  ]
  return checks.flatMap(([name, isLacking]) => (isLacking ? [name] : []))
}

/** GDPR, article 33(5): why it was judged so, and what was done or not done. */
export function lacksOfEnd(record: BreachRecord, steps: readonly BreachStep[]): BreachLack[] {
  const isTold = steps.includes('people_told')
  const checks: [BreachLack, boolean][] = [
    ['nature', record.kinds.length === 0 || record.facts === ''],
    ['effects', record.effects === ''],
    ['measures', record.measuresTaken === '' && record.measuresPlanned === ''],
    ['risk', record.risk === null || record.riskReason === ''],
    ['authority', !steps.includes('authority_notified') && record.authorityReason === ''],
    ['people', !isTold && (record.untold === null || record.untoldReason === '')],
  ]
  return checks.flatMap(([name, isLacking]) => (isLacking ? [name] : []))
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
