// Exports an installation to files and imports it again, including the queue.
import { prepareJobs } from '../jobs/index.ts'
import {
  type ExportResult,
  exportInstallation,
  type ImportResult,
  importIntoStorage,
  openStorage,
  type StorageOptions,
} from '../storage/index.ts'
import { realTimers, systemRandomness } from './clock.ts'
import type { Config } from './config.ts'

/** Beside the running server if there is one; nothing of the database is changed. */
export async function exportToFolder(config: Config, folder: string): Promise<ExportResult> {
  const storage = await openStorage({ ...storageOptions(config), mustExist: true, migrations: [] })
  try {
    return await storage.asOwner((client) =>
      exportInstallation(client, { folder, exportedAt: realTimers.now() }),
    )
  } finally {
    await storage.close()
  }
}

export async function importFromFolder(config: Config, folder: string): Promise<ImportResult> {
  return importIntoStorage(storageOptions(config), folder, prepareJobs)
}

function storageOptions({ databaseUrl, dataFolder, keysFolder }: Config): StorageOptions {
  return { databaseUrl, dataFolder, keysFolder, timers: realTimers, randomness: systemRandomness }
}
