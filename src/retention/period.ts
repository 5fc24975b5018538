// The period of a kind of data in an account: chosen within bounds, and told before it deletes.
import { countries } from '../countries/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { type Caller, erasesFromAfter, type Instant, isoTime } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  programBounds,
  type RetentionBoundRequest,
  type RetentionBounds,
  type RetentionKind,
  type RetentionPeriodRequest,
  retentionKinds,
} from './contract.ts'
import { looksRule } from './contract-looks.ts'
import type { RetentionDeps } from './deps.ts'
import { retentionError } from './errors.ts'
import {
  type BoundRow,
  type PeriodRow,
  readBounds,
  readPeriods,
  tellPeriod,
  writeBound,
  writePeriod,
} from './store.ts'

const noticeMs = 30 * 86_400_000

/** The shortest that a pack names for what became of a message; none of them is a law. */
const monthsByDefault = Math.min(
  ...countries.flatMap((rules) => (rules.reviewed ? [rules.retention.value.receiptMonths] : [])),
)

const usualMonths = (kind: RetentionKind): number =>
  kind === 'looks' ? looksRule.months : monthsByDefault

export type Period = {
  kind: RetentionKind
  months: number
  chosenMonths: number | null
  shortest: number
  longest: number
  /** Null: no night has told the account yet, and nothing is deleted. */
  deletesFrom: Instant | null
}

/** Pure: what counts of what an account chose, within what the installation allows. */
export function periodOf(
  kind: RetentionKind,
  row: PeriodRow | undefined,
  bound: BoundRow | undefined,
): Period {
  const { shortest, longest } = bound ?? programBounds[kind]
  const chosen = row?.months ?? null
  const months = Math.min(longest, Math.max(shortest, chosen ?? usualMonths(kind)))
  // A change of the bounds is told like a choice, thirty days before: either bound may shorten what
  // counted until then.
  const own = row?.erasesFrom ?? null
  const cutFrom = bound === undefined ? 0 : bound.changedAt + noticeMs
  const deletesFrom = own === null ? null : Math.max(own, cutFrom)
  return { kind, months, chosenMonths: chosen, shortest, longest, deletesFrom }
}

export async function periodsOf(tx: Tx, accountId: AccountId): Promise<Period[]> {
  const bounds = await readBounds(tx)
  const rows = await readPeriods(tx, accountId)
  return retentionKinds.map((kind) => periodOf(kind, rows.get(kind), bounds.get(kind)))
}

export async function choosePeriod(
  { audit, clock }: Pick<RetentionDeps, 'audit' | 'clock'>,
  tx: Tx,
  caller: Caller,
  { kind, months, reason }: RetentionPeriodRequest,
): Promise<void> {
  const { accountId } = caller
  const at = clock.now()
  const bound = (await readBounds(tx)).get(kind)
  const row = (await readPeriods(tx, accountId)).get(kind)
  const held = periodOf(kind, row, bound)
  const { shortest, longest } = held
  if (months < shortest || months > longest) {
    throw retentionError('retention.months_out_of_bounds', { shortest, longest })
  }
  const isShorter = row !== undefined && months < held.months
  const erasesFrom = erasesFromAfter(at, { held: held.deletesFrom, isShorter })
  await writePeriod(tx, accountId, { kind, months, toldAt: at, erasesFrom })
  const details = { kind, months }
  await audit.record(tx, caller, { action: 'retention.period_chosen', reason, details })
}

/** What an account that chose nothing is told, once, before anything goes by it. */
export async function toldPeriod(
  { audit, clock }: Pick<RetentionDeps, 'audit' | 'clock'>,
  tx: Tx,
  caller: Caller,
  kind: RetentionKind,
): Promise<Period & { deletesFrom: Instant }> {
  const { accountId } = caller
  const read = async () => (await periodsOf(tx, accountId)).find((one) => one.kind === kind)
  const held = (await read()) as Period
  if (held.deletesFrom !== null) return { ...held, deletesFrom: held.deletesFrom }
  const at = clock.now()
  const erasesFrom = erasesFromAfter(at, { held: null, isShorter: false })
  const { months } = held
  if (await tellPeriod(tx, accountId, { kind, months, toldAt: at, erasesFrom })) {
    const details = { kind, months, erasesFrom: isoTime(erasesFrom) }
    await audit.record(tx, caller, { action: 'retention.told', details })
  }
  // Another node was first: its row is committed, since the statement above waited for it.
  const told = (await read()) as Period
  return { ...told, deletesFrom: told.deletesFrom ?? erasesFrom }
}

export async function viewBounds(tx: Tx): Promise<RetentionBounds> {
  const bounds = await readBounds(tx)
  const items = retentionKinds.map((kind) => {
    const program = programBounds[kind]
    const bound = bounds.get(kind)
    return {
      kind,
      shortest: bound?.shortest ?? program.shortest,
      longest: bound?.longest ?? program.longest,
      programShortest: program.shortest,
      programLongest: program.longest,
      changedAt: bound === undefined ? null : isoTime(bound.changedAt),
    }
  })
  return { items }
}

export async function setBounds(
  { clock }: Pick<RetentionDeps, 'clock'>,
  tx: Tx,
  { kind, shortest, longest }: RetentionBoundRequest,
): Promise<RetentionBounds> {
  const program = programBounds[kind]
  if (shortest > longest) throw retentionError('retention.bounds_crossed')
  if (shortest < program.shortest || longest > program.longest) {
    throw retentionError('retention.bounds_past_program', { ...program })
  }
  await writeBound(tx, { kind, shortest, longest, changedAt: clock.now() })
  return viewBounds(tx)
}
