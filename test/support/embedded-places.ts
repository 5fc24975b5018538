// The folders of an installation with the embedded server, for tests of its backups.
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { newTestFolder } from './folder.ts'
import { layInstalled } from './installed-data.ts'

export type EmbeddedPlaces = { dataFolder: string; filesFolder: string; keysFolder: string }

/** `root` is the caller's to remove. */
export async function embeddedPlaces(): Promise<{ root: string; places: EmbeddedPlaces }> {
  const root = newTestFolder()
  // As root the database has a user of its own, which must pass through to its data.
  chmodSync(root, 0o755)
  const data = join(root, 'data')
  mkdirSync(data, { mode: 0o700 })
  await layInstalled(data)
  const places = { dataFolder: data, filesFolder: data, keysFolder: join(root, 'keys') }
  return { root, places }
}
