// What a row of an import costs, by step: a profile of its threads, each sample given to its step.
import { type Frame, readProfile, secondsBySteps } from './profile-steps.ts'

/**
 * `judge`: who is known, what stands, what is refused, counts. `send`: lists made for the
 * statements, and the driver. `copy`: PostgreSQL's own share, measured outside the profile.
 * `collector`: what the rows leave behind. `begin`: programs loaded by the threads, once a file.
 * `rest`: all that has no step.
 */
export const budgetSteps = [
  'parse',
  'classify',
  'normalise',
  'keys',
  'seal',
  'leaf',
  'judge',
  'send',
  'copy',
  'collector',
  'begin',
  'rest',
] as const
export type BudgetStep = (typeof budgetSteps)[number]

/** The innermost frame that is of a step decides: sealing for a leaf is sealing. */
const stepOfFile: readonly [RegExp, BudgetStep][] = [
  [/\/vault\/(?:page|subjects|subject-id|page-cache|tail|store)\./, 'keys'],
  [/\/vault\/sealing\.|\/contacts\/body\./, 'seal'],
  [/\/ledger\/|\/consent\/(?:write-entries|entry-id)\./, 'leaf'],
  [/\/storage\/|\/node_modules\/(?:pg|postgres)|\/(?:entry|bulk)-store\.|node:net/, 'send'],
  [/\/intake\/(?:reading|sealed-file|rejects)/, 'parse'],
  [/\/classification\//, 'classify'],
  [/\/consent\/(?:record-consent|judge-claim|events|store|policy|withdrawn-store)\./, 'judge'],
  [/\/contacts\/(?:bulk-upsert|merge-contact)\.|\/intake\/import-batch\./, 'judge'],
  [/node:internal\/(?:modules|bootstrap)\//, 'begin'],
  [/\/countries\/|\/intake\/(?:read-record|consent-claim|number-set)\./, 'normalise'],
]

function stepOf({ functionName, url }: Frame): BudgetStep | null {
  if (functionName === '(garbage collector)') return 'collector'
  if (functionName === 'numberTag' || functionName === 'suppressionTag') return 'keys'
  return stepOfFile.find(([file]) => file.test(url))?.[1] ?? null
}

/** Seconds of each step in the threads of imports among these profiles. */
export function budgetOf(files: readonly string[]): Record<BudgetStep, number> {
  const budget = Object.fromEntries(budgetSteps.map((step) => [step, 0])) as Record<
    BudgetStep,
    number
  >
  for (const file of files) {
    const profile = readProfile(file)
    const isImport = profile.nodes.some(({ callFrame }) => /reading-worker\./.test(callFrame.url))
    if (!isImport) continue
    const seconds = secondsBySteps<BudgetStep>(profile, { stepOf, rest: 'rest' })
    for (const [step, sum] of seconds) budget[step] += sum
  }
  return budget
}
