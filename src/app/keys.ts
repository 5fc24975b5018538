// The root key on paper and back, for whoever can read and write the keys folder.
import { silentLogger } from '../observability/index.ts'
import { checkRecoveryCopy, confirmCopy, restoreRoot } from '../vault/index.ts'
import { realTimers } from './clock.ts'
import type { Config } from './config.ts'
import { openFoundation } from './foundation.ts'

/** Checks on the way that the folder's keys are those of the database. */
export async function recoveryCopyOf(config: Config): Promise<string> {
  const infrastructure = await openFoundation(config, silentLogger)
  try {
    return infrastructure.vault.recoveryCopy()
  } finally {
    await infrastructure.storage.close()
  }
}

/** Compares what was typed in from paper with the key, and remembers the day. */
export function checkKeysOnPaper(config: Config, text: string): void {
  checkRecoveryCopy(config.keysFolder, text, realTimers.now())
}

/** Says that a copy of the data that was begun then is there, with the keys copied after it. */
export function confirmKeysCopy(config: Config, begunAt: string): void {
  confirmCopy(config.keysFolder, Date.parse(begunAt), realTimers.now())
}

/** Needs no database: a start afterwards says whether the key is the right one. */
export function restoreKeys(config: Config, text: string): void {
  restoreRoot(config.keysFolder, text)
}
