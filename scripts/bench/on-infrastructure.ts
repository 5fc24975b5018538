// What each bench is, and the infrastructure that it stands on:
// an operator and an installation of its own.
import { lawfulInstant } from '../../src/cli/demo/place.ts'
import type { Figures } from './figures.ts'
import { type Installation, startInstallation } from './installation.ts'
import { type BenchOperator, startBenchOperator } from './operator.ts'

export type Setting = {
  isQuick: boolean
  isAgainstKannel: boolean
  /** How often A and B are measured in turn. */
  rounds: number
  /** So many callers of single messages at once, in turn, of ours and of the reference. */
  connections: readonly number[]
  folder: string
  /**
   * How many people fill an account where a bench fills one, or are written to by a campaign that
   * is watched; null: as many as the bench names.
   */
  people: number | null
  figures: Figures
}

export type Bench = {
  figures: readonly string[]
  what: string
  run(setting: Setting): Promise<void>
}

export type Infrastructure = { operator: BenchOperator; installation: Installation }

/** An operator and an installation, both gone afterwards. */
export async function onInfrastructure(
  work: (infrastructure: Infrastructure) => Promise<void>,
  options: { logFile?: string; link?: string; profiles?: string; keepsChanges?: boolean } = {},
): Promise<void> {
  const operator = await startBenchOperator(aheadMs(), options.logFile ?? null)
  try {
    const installation = await startInstallation(operator, options)
    try {
      await work({ operator, installation })
    } finally {
      await installation.stop()
    }
  } finally {
    await operator.stop()
  }
}

/** So that marketing may leave, whatever the hour of the bench. */
function aheadMs(): number {
  const now = Date.now()
  return lawfulInstant(now) - now
}
