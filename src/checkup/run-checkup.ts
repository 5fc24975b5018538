// Measures, judges and keeps: by hand and every night.
import type { Instant } from '../kernel/index.ts'
import { notifyStaff } from '../notifications/index.ts'
import { allChecks } from './all-checks.ts'
import type { Judged } from './check.ts'
import type { CheckupDeps } from './deps.ts'
import { type Facts, isUnseen } from './facts.ts'
import { measureFacts } from './measure/measure.ts'
import { askPackages } from './measure/programs.ts'
import * as store from './store.ts'

/** Pure: the same facts are judged the same anywhere. */
export function judgeFacts(facts: Facts): Judged[] {
  return allChecks.flatMap((check) => {
    const finding = check.judge(facts)
    return finding === null ? [] : [{ check: check.name, ...finding }]
  })
}

/** `online`: the npm registry is asked too, and its answer is kept. */
export async function runCheckup(
  deps: CheckupDeps,
  { online }: { online: boolean },
): Promise<store.KeptRun> {
  const answer = online ? await askPackages(deps.clock.now()) : null
  if (answer !== null && !isUnseen(answer))
    await deps.database.inInstallation((tx) => store.keepPackageAnswer(tx, answer))
  const facts = await measureFacts(deps)
  // Asked just now and not answered is told as that, not as what was known before.
  const told = answer !== null && isUnseen(answer) ? { ...facts, packages: answer } : facts
  return { at: facts.at, isServerSeen: facts.isServerSeen, findings: judgeFacts(told) }
}

/** The same, and kept as what the day found. */
export async function runAndKeep(
  deps: CheckupDeps,
  how: { online: boolean },
): Promise<store.KeptRun> {
  const run = await runCheckup(deps, how)
  await deps.database.inInstallation((tx) => store.keepRun(tx, run))
  return run
}

export const gapsOf = ({ findings }: Pick<store.KeptRun, 'findings'>): string[] =>
  findings.filter(({ result }) => result === 'gap').map(({ check }) => check)

const keptMs = 3 * 366 * 24 * 3_600_000

/** Whoever manages the installation is told of gaps that were not there the last time. */
export async function runNightly(deps: CheckupDeps): Promise<void> {
  const { database } = deps
  const [before] = await database.inInstallation((tx) => store.readRuns(tx, 1))
  const run = await runAndKeep(deps, { online: false })
  const known = new Set(before === undefined ? [] : gapsOf(before))
  const added = gapsOf(run).filter((check) => !known.has(check))
  await database.inInstallation(async (tx) => {
    await store.deleteRunsBefore(tx, run.at - keptMs)
    if (added.length > 0) await tell(tx, added, run.at)
  })
}

function tell(tx: Parameters<typeof notifyStaff>[0], added: readonly string[], at: Instant) {
  return notifyStaff(tx, {
    kind: 'checkup_gaps',
    about: null,
    step: `${new Date(at).toISOString().slice(0, 10)}:${added.join(',')}`,
    details: { count: added.length },
    at,
  })
}
