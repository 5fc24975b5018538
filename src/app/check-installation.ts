// The self-check from the command line: beside the running server, or without one.
import { changesState } from '../backup/index.ts'
import type { CheckupView } from '../checkup/contract.ts'
import { type CheckupPorts, checkupViewOf, runCheckup } from '../checkup/index.ts'
import type { Language } from '../kernel/index.ts'
import { silentLogger } from '../observability/index.ts'
import { openStorage } from '../storage/index.ts'
import { realTimers, systemRandomness } from './clock.ts'
import { dataMaps } from './compose.ts'
import { knowsAccounts, knowsBackups, knowsMail } from './compose-checkup.ts'
import type { Config } from './config.ts'
import { runningServer } from './lock.ts'
import { machineSettingsOf } from './machine-settings.ts'

export type CheckAsked = { language: Language; online: boolean; ports?: CheckupPorts }

/**
 * By this shell's configuration. The keys are not opened: a folder that Accord would refuse is what
 * the check is there to tell. Nothing is migrated or kept.
 */
export async function checkInstallation(
  config: Config,
  { language, online, ports }: CheckAsked,
): Promise<CheckupView> {
  const { databaseUrl, dataFolder, keysFolder } = config
  const tools = { timers: realTimers, randomness: systemRandomness }
  const places = { databaseUrl, dataFolder, keysFolder }
  const storage = await openStorage({ ...places, ...tools, mustExist: true, migrations: [] })
  try {
    const url = runningServer(dataFolder)?.url ?? null
    const { database } = storage
    const isEmbedded = databaseUrl === null
    const { backup: settings, filesFolder } = config
    const folders = { dataFolder, filesFolder, keysFolder }
    const set = { database, settings, places: folders, isEmbedded, ...tools }
    const backups = { ...set, clock: realTimers, changes: () => changesState(set) }
    const deps = {
      ...{ database: storage.database, storage, clock: realTimers, logger: silentLogger },
      ports: {
        ...{ ...knowsBackups(backups), ...knowsAccounts(database), ...knowsMail(config.smtp) },
        ...ports,
      },
      settings: machineSettingsOf(config),
      dataMaps,
      ownUrl: () => url,
    }
    return checkupViewOf(await runCheckup(deps, { online }), language)
  } finally {
    await storage.close()
  }
}
