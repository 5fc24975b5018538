// The self-check over this installation, and its nightly run.
import { accountsInAnyAccount, secondFactorsInAnyAccount } from '../accounts/index.ts'
import { backupState } from '../backup/index.ts'
import {
  type CheckupDeps,
  type CheckupPorts,
  type MachineSettings,
  runNightly,
} from '../checkup/index.ts'
import { type DataMap, repeated } from '../kernel/index.ts'
import { createSmtp, type SmtpSettings } from '../notifications/index.ts'
import { failureFields } from '../observability/index.ts'
import { unknownWaitingInAnyAccount } from '../sending/index.ts'
import type { Database } from '../storage/index.ts'
import type { ComposeOptions, Infrastructure } from './compose-base.ts'
import type { Engine } from './compose-outgoing.ts'

type Around = {
  ownUrl: () => string | null
  dataMaps: () => DataMap[]
  /** What other rooms know of backups and second factors. */
  ports: CheckupPorts
}
type Needed = Pick<Infrastructure, 'database' | 'storage' | 'timers' | 'logger'>

export function checkupOver(
  { database, storage, timers, logger, keysFolder, dataFolder }: Infrastructure,
  { machine, publicUrl }: ComposeOptions,
  { ownUrl, dataMaps, ports }: Around,
): CheckupDeps {
  const settings = machine ?? unconfigured({ publicUrl, keysFolder, dataFolder })
  return { database, storage, clock: timers, logger, settings, dataMaps, ownUrl, ports }
}

type Backups = Parameters<typeof backupState>[0]

export const knowsBackups = (deps: Backups): CheckupPorts => ({
  backupState: async () => {
    const { newestAt, lastDrill, changes } = await backupState(deps)
    const drill = lastDrill && { at: lastDrill.at, isGood: lastDrill.isWell }
    const { state, behindMs } = changes
    const kept = state === 'waiting' || state === 'interrupted' ? 'behind' : state
    return { lastAt: newestAt, drill, changes: kept, changesBehindMs: behindMs }
  },
})

export const knowsAccounts = (database: Database): CheckupPorts => ({
  secondFactors: () => database.inAnyAccount(secondFactorsInAnyAccount),
  objections: async () => {
    const { length: looked } = await accountsInAnyAccount(database)
    const waiting = await database.inAnyAccount(unknownWaitingInAnyAccount)
    return { looked, unknown: waiting.length }
  },
})

export const knowsMail = (smtp: SmtpSettings | null): CheckupPorts =>
  smtp === null ? {} : { tryMail: () => createSmtp(smtp).tryLogin() }

/** Rooms that are put together without a configuration: what is not known is not well. */
function unconfigured(
  known: Pick<MachineSettings, 'publicUrl' | 'keysFolder' | 'dataFolder'>,
): MachineSettings {
  return {
    ...{ ...known, filesFolder: known.dataFolder, host: '', trustsProxy: false, logFolder: null },
    ...{ hasSandboxOperator: true, commonPasswords: [], sessionCookie: '', mail: null },
  }
}

/**
 * Once the work of the last night, which a stopped server missed, is made up for; then every night
 * at the same time.
 */
const firstMs = 90 * 60_000
const pauseMs = 24 * 3_600_000

export function runCheckupNightly(
  deps: CheckupDeps,
  { timers, logger }: Pick<Needed, 'timers' | 'logger'>,
): Engine {
  const { stop } = repeated(timers, firstMs, async () => {
    try {
      await runNightly(deps)
    } catch (error) {
      logger.error('checkup.nightly_failed', failureFields(error))
    }
    return pauseMs
  })
  return { name: 'checkup', stop }
}
