// The public notice and the registers over this installation, and who keeps their versions.
import { runDaily } from '../accounts/index.ts'
import { listBackups } from '../backup/index.ts'
import {
  countUndeclared,
  type DisclosureDeps,
  type MoreMeasures,
  watchDisclosure,
} from '../disclosure/index.ts'
import type { OwnAddress } from '../http/index.ts'
import type { AccountId, Language } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import { breachSource } from './breach-source.ts'
import type { Base, ComposeOptions } from './compose-base.ts'
import type { Engine } from './compose-outgoing.ts'

/** Where other rooms have measured something that people should read, it joins here. */
export function disclosureOver(
  base: Base,
  own: OwnAddress,
  { backup }: Pick<ComposeOptions, 'backup'>,
): DisclosureDeps {
  const breaches = breachSource(base, backup)
  return {
    ...base,
    ...own,
    breaches,
    moreMeasures: backup === undefined ? [] : [ageOfBackups(base, backup)],
  }
}

export const countUndeclaredOf =
  (deps: DisclosureDeps) =>
  (tx: Tx, accountId: AccountId): Promise<number> =>
    countUndeclared(deps, tx, accountId)

const hourMs = 3_600_000

/** Said only while there is one: a typed sentence might not be true of this installation. */
function ageOfBackups(
  { clock }: Pick<Base, 'clock'>,
  { settings: { folder, keepDays }, isEmbedded }: NonNullable<ComposeOptions['backup']>,
): MoreMeasures {
  return async () => {
    const newest = folder === null || !isEmbedded ? undefined : listBackups(folder)[0]
    if (newest === undefined) return []
    const hours = 1 + Math.max(1, Math.floor((clock.now() - newest.begun) / hourMs))
    const say = (language: Language) =>
      sentence(language, 'backup.measure', { hours, days: keepDays }) ?? ''
    const text = { fr: say('fr'), en: say('en') }
    return [{ code: 'backups', type: 'backup', isLive: true, text }]
  }
}

/** Often enough that a notice which nobody reads has its versions within the hour. */
const noticesEveryMs = 15 * 60_000

export function watchNotices(base: Base, deps: DisclosureDeps): Engine {
  const work: Parameters<typeof runDaily>[1]['work'] = (caller) => watchDisclosure(deps, caller)
  const watch = { what: 'public_notice' as const, work, everyMs: noticesEveryMs }
  return { name: 'public_notice', stop: runDaily(base, watch).stop }
}
