// The infrastructure of a worker thread: database connection, opened keys, its parent's clock.
import { idMaker, type MakeId, type Randomness, type Timers } from '../../kernel/index.ts'
import { type Database, joinDatabase, type WayIn } from '../../storage/index.ts'
import { openVault, type Vault } from '../../vault/index.ts'
import { systemRandomness, timersAhead } from '../clock.ts'

export type ThreadPlaces = {
  wayIn: WayIn
  keysFolder: string
  /** How far the program's clock is ahead of the machine's. */
  aheadMs: number
}

export type ThreadInfrastructure = {
  database: Database
  vault: Vault
  timers: Timers
  randomness: Randomness
  makeId: MakeId
}

/** The caller closes the database; it is closed already where the keys cannot be opened. */
export async function openThreadInfrastructure(
  { wayIn, keysFolder, aheadMs }: ThreadPlaces,
  bounds: { connectionsMax: number; pagesCachedMax: number; onPageOpened(): void },
): Promise<ThreadInfrastructure> {
  const { connectionsMax, pagesCachedMax, onPageOpened } = bounds
  const timers = timersAhead(aheadMs)
  const randomness = systemRandomness
  const makeId = idMaker(timers, randomness)
  const database = joinDatabase(wayIn, connectionsMax, timers)
  try {
    const keys = { keysFolder, pagesCachedMax, onPageOpened }
    const vault = await openVault({ database, randomness, ...keys })
    return { database, vault, timers, randomness, makeId }
  } catch (error) {
    await database.close()
    throw error
  }
}
