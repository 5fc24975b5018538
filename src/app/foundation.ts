// The infrastructure that every room uses, opened in order: log, database, keys.
import { idMaker, type MakeId, type Randomness, type Timers } from '../kernel/index.ts'
import { createMetrics, type Logger, type Metrics } from '../observability/index.ts'
import { type Database, type MigrationStep, openStorage, type Storage } from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { realTimers, systemRandomness } from './clock.ts'
import type { Config } from './config.ts'
import { makeFolder } from './lock.ts'

export type FoundationConfig = Pick<
  Config,
  'dataFolder' | 'filesFolder' | 'keysFolder' | 'databaseUrl'
> & { backup: Pick<Config['backup'], 'erasureWaitDays'> }

/** What a backup's own process is told of the configuration. */
export type BackupConfig = FoundationConfig & Pick<Config, 'backup'>

export type Foundation = {
  database: Database
  storage: Storage
  vault: Vault
  logger: Logger
  metrics: Metrics
  timers: Timers
  randomness: Randomness
  makeId: MakeId
  /** For files of the rooms: the ledgers' tiles, uploads at work. Nodes share it. */
  dataFolder: string
  /** What this node alone has. */
  nodeFolder: string
  keysFolder: string
}

const dayMs = 86_400_000

export async function openFoundation(
  config: FoundationConfig,
  logger: Logger,
  timers: Timers = realTimers,
  onMigrating: (step: MigrationStep) => void = () => undefined,
  mustExist = false,
): Promise<Foundation> {
  const { dataFolder, filesFolder, keysFolder, databaseUrl } = config
  const randomness = systemRandomness
  if (!mustExist) for (const folder of [dataFolder, filesFolder]) makeFolder(folder)
  const places = { databaseUrl, dataFolder, keysFolder }
  const tell = (step: MigrationStep) => {
    logger.info('app.migrating', step)
    onMigrating(step)
  }
  const storage = await openStorage({
    ...{ ...places, timers, randomness, mustExist },
    onMigrating: tell,
  })
  try {
    const { database } = storage
    const metrics = createMetrics()
    const onPageOpened = () => metrics.count('accord_vault_pages_opened_total')
    const keepUncopiedMs = config.backup.erasureWaitDays * dayMs
    const keys = { keysFolder, keepUncopiedMs, onPageOpened }
    const vault = await openVault({ database, randomness, ...keys })
    const makeId = idMaker(timers, randomness)
    const tools = { logger, metrics, timers, randomness, makeId }
    const folders = { dataFolder: filesFolder, nodeFolder: dataFolder, keysFolder }
    return { database, storage, vault, ...tools, ...folders }
  } catch (error) {
    await storage.close()
    throw error
  }
}
