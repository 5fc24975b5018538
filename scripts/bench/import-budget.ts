// What a row of an import costs, by step: a profile of its threads, each sample given to its step.
import { readFileSync } from 'node:fs'

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

type Frame = { functionName: string; url: string }
type ProfileNode = { id: number; callFrame: Frame; children?: number[] }
type Profile = { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] }

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
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile
    const isImport = profile.nodes.some(({ callFrame }) => /import-worker\./.test(callFrame.url))
    if (isImport) addProfile(budget, profile)
  }
  return budget
}

function addProfile(budget: Record<BudgetStep, number>, profile: Profile): void {
  const steps = new Map<number, BudgetStep | null>()
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const root = profile.nodes[0]
  if (root === undefined) return
  const walk: { node: ProfileNode; step: BudgetStep }[] = [{ node: root, step: 'rest' }]
  for (let next = walk.pop(); next !== undefined; next = walk.pop()) {
    const { functionName } = next.node.callFrame
    const step = stepOf(next.node.callFrame) ?? next.step
    steps.set(next.node.id, functionName === '(idle)' ? null : step)
    for (const id of next.node.children ?? []) {
      const node = nodes.get(id)
      if (node !== undefined) walk.push({ node, step })
    }
  }
  for (const [index, id] of profile.samples.entries()) {
    const step = steps.get(id)
    if (step) budget[step] += (profile.timeDeltas[index] ?? 0) / 1e6
  }
}
