// What a check is: a pure judgement over measured facts, with what it answers in published guides.
import type { ErrorDetail, Instant } from '../kernel/index.ts'
import type { CheckGroup, CheckResult } from './contract.ts'
import type { Facts, Unseen } from './facts.ts'

/** `evidence` names a sentence, `checkup.<check>.<evidence>`, that the details fill. */
export type Finding = {
  result: CheckResult
  evidence: string
  details: Readonly<Record<string, ErrorDetail>>
}

export type Check = {
  name: string
  group: CheckGroup
  /** Sheets of CNIL's guide, and objectives of ReCyF. */
  cnil: readonly number[]
  recyf: readonly number[]
  /** Null where there is nothing of that kind to judge. */
  judge(facts: Facts): Finding | null
}

/** What a run keeps of one check. */
export type Judged = Finding & { check: string }

type Details = Readonly<Record<string, ErrorDetail>>

const finding =
  (result: CheckResult) =>
  (evidence: string, details: Details = {}): Finding => ({
    result,
    evidence,
    details,
  })
export const fine = finding('fine')
export const gap = finding('gap')
export const unknown = finding('unknown')

/** The same for every check: its evidence is why it could not be measured. */
export const notSeen = ({ unseen }: Unseen): Finding => ({
  result: 'unknown',
  evidence: `unseen.${unseen}`,
  details: {},
})

/** As a day, which is the same in both languages. */
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

const listedMax = 5

/** The first of them by name, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, listedMax).join(', ')
  return names.length > listedMax ? `${shown} … (${names.length})` : shown
}

export const dayMs = 86_400_000

/** Of this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
