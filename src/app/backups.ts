// Backups, restores and drills, from the command line and in the process that the server begins.

import { accountsInAnyAccount } from '../accounts/index.ts'
import {
  abandonRestore,
  type Drilled,
  type Made,
  type RestoreAsked,
  type Restored,
  type RestoredData,
  type RunTrigger,
  removeDrill,
  restoreBackup,
  runBackup,
  runDrill,
  type Sampled,
  type UploadLost,
  type WorkDeps,
} from '../backup/index.ts'
import { readEveryone } from '../contacts/index.ts'
import { loseUploads } from '../intake/index.ts'
import { jobs } from '../jobs/index.ts'
import {
  type AccountId,
  AppError,
  type ContactId,
  isoTime,
  type SubjectId,
  type Timers,
  uuidV7,
} from '../kernel/index.ts'
import { silentLogger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { realTimers, systemRandomness } from './clock.ts'
import { baseOf } from './compose-base.ts'
import type { Config } from './config.ts'
import { type BackupConfig, type Foundation, openFoundation } from './foundation.ts'
import { version } from './version.ts'

/** Beside the running server, or on a server that it starts and stops. */
async function withWork<T>(
  config: BackupConfig,
  timers: Timers,
  work: (deps: WorkDeps) => Promise<T>,
): Promise<T> {
  const foundation = await openFoundation(config, silentLogger, timers)
  try {
    return await work(workDeps(foundation, config))
  } finally {
    await foundation.storage.close()
  }
}

function workDeps(foundation: Foundation, config: BackupConfig): WorkDeps {
  const { dataFolder, filesFolder, keysFolder } = config
  return {
    ...foundation,
    settings: config.backup,
    places: { dataFolder, filesFolder, keysFolder },
    version,
    sample: (restored) => samplePeople(foundation, restored),
  }
}

export function backUp(
  config: BackupConfig,
  trigger: RunTrigger,
  folder?: string,
  timers: Timers = realTimers,
): Promise<Made> {
  return withWork(config, timers, (deps) => runBackup(deps, trigger, folder))
}

export function drillBackup(
  config: BackupConfig,
  trigger: RunTrigger,
  folder?: string,
  timers: Timers = realTimers,
): Promise<Drilled & { isWell: boolean }> {
  return withWork(config, timers, (deps) => runDrill(deps, trigger, folder))
}

/** Needs the keys and no database. */
export function restoreFrom(
  { keysFolder }: Pick<Config, 'keysFolder'>,
  asked: RestoreAsked,
): Promise<Restored> {
  const tools = { timers: realTimers, randomness: systemRandomness }
  return restoreBackup({ keysFolder, ...tools, countClosed, loseUploads: loseUploadsOf }, asked)
}

/** Somebody asks the command to end: the server that it began ends with it. */
export async function abandon(
  config: Pick<Config, 'dataFolder'>,
  what: { to: string } | 'drill',
): Promise<void> {
  if (what !== 'drill') return abandonRestore(what.to, realTimers)
  const { dataFolder } = config
  const places = { dataFolder, filesFolder: dataFolder, keysFolder: dataFolder }
  return removeDrill({ places, timers: realTimers })
}

const peopleAtOnce = 1_000
/** From there on a whole batch counts where one of it does not open: each alone takes too long. */
const closedAlone = 10_000

/** Of the contacts: whoever has no key, or one that was sealed under a key that is gone. */
async function countClosed(restored: Pick<RestoredData, 'database' | 'keysFolder'>) {
  const vault = await vaultOrNull(restored)
  if (vault === null) return null
  let closed = 0
  for (const { id } of await accountsInAnyAccount(restored.database)) {
    closed += await closedIn(vault, restored.database, id)
  }
  return closed
}

/** Of each account, the contact files that did not come with the data. */
async function loseUploadsOf(restored: RestoredData): Promise<UploadLost[]> {
  const { database, dataFolder: filesFolder } = restored
  const vault = await vaultOrNull(restored)
  const told: UploadLost[] = []
  for (const { id, number: account } of await accountsInAnyAccount(database)) {
    const opens = vault === null ? null : openFiles(vault, id)
    const deps = { database, clock: realTimers, jobs, filesFolder, opens }
    for (const { receivedAt, sizeBytes: octets } of await loseUploads(deps, id)) {
      told.push({ account, receivedAt: isoTime(receivedAt), octets })
    }
  }
  return told
}

/** Of a key that is away and may come back nobody can say that it is gone. */
const awayCodes: ReadonlySet<string> = new Set([
  ...['vault.root_key_missing', 'vault.account_keys_missing', 'vault.account_keys_unreadable'],
])

/** Those of which it is not sure that their key is gone. */
export const openFiles =
  (vault: Pick<Vault, 'openSubjects'>, account: AccountId) =>
  async (tx: Tx, files: readonly SubjectId[]) => {
    const open = new Set<SubjectId>()
    for (const one of files) {
      try {
        const keys = await vault.openSubjects(tx, account, [one])
        if ((keys.get(one)?.contactKey.length ?? 0) > 0) open.add(one)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (awayCodes.has(error.code)) open.add(one)
      }
    }
    return open
  }

/** Null: keys are missing. Accord says so once it starts. */
async function vaultOrNull(
  restored: Pick<RestoredData, 'database' | 'keysFolder'>,
): Promise<Vault | null> {
  try {
    return await openVault({ ...restored, randomness: systemRandomness })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

async function closedIn(vault: Vault, database: Database, account: AccountId): Promise<number> {
  let closed = 0
  const openOf = async (ids: SubjectId[]): Promise<number> => {
    try {
      const keys = await database.inAccount(account, (tx) => vault.openSubjects(tx, account, ids))
      return ids.filter((one) => (keys.get(one)?.contactKey.length ?? 0) > 0).length
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (ids.length === 1 || closed > closedAlone) return 0
      // One whose page does not open says nothing of the others.
      const half = ids.length >> 1
      return (await openOf(ids.slice(0, half))) + (await openOf(ids.slice(half)))
    }
  }
  for (let after: ContactId | null = null; ; ) {
    const page: { after: ContactId | null; limit: number } = { after, limit: peopleAtOnce }
    const contacts = await database.inAccount(account, (tx) => readEveryone(tx, account, page))
    const ids = contacts.map(({ subjectId }) => subjectId)
    if (ids.length > 0) closed += ids.length - (await openOf(ids))
    after = contacts.at(-1)?.id ?? null
    if (contacts.length < peopleAtOnce) return closed
  }
}

const accountsTried = 100
const peopleTried = 100

/** The oldest contacts of each account, and some from any time. */
async function samplePeople(foundation: Foundation, restored: RestoredData): Promise<Sampled> {
  const { database, keysFolder } = restored
  const { randomness, timers } = foundation
  const vault = await openVault({ database, keysFolder, randomness })
  const places = { dataFolder: restored.dataFolder, keysFolder }
  const base = baseOf({ ...foundation, ...places, database, vault }, { originHost: 'drill' })
  const told: Sampled = { tried: 0, opened: 0 }
  for (const { id, createdAt } of (await accountsInAnyAccount(database)).slice(0, accountsTried)) {
    const chance = Buffer.from(randomness.bytes(6)).readUIntBE(0, 6) / 2 ** 48
    const sometime = createdAt + chance * Math.max(0, timers.now() - createdAt)
    const after = uuidV7(Math.floor(sometime), new Uint8Array(10), 0) as ContactId
    await database.inAccount(id, async (tx) => {
      for (const from of [null, after]) {
        const contacts = await readEveryone(tx, id, { after: from, limit: peopleTried })
        const ids = contacts.map(({ subjectId }) => subjectId)
        const keys = await vault.openSubjects(tx, id, ids)
        for (const contact of contacts) {
          // Whoever has no keys is erased, and is told of among the erasures.
          if ((keys.get(contact.subjectId)?.contactKey.length ?? 0) === 0) continue
          told.tried += 1
          if (await opens(() => base.contacts.openContacts(tx, id, [contact]))) told.opened += 1
        }
      }
    })
  }
  return told
}

async function opens(open: () => Promise<ReadonlyMap<unknown, unknown>>): Promise<boolean> {
  try {
    return (await open()).size === 1
  } catch (error) {
    if (error instanceof AppError || error instanceof SyntaxError) return false
    throw error
  }
}
