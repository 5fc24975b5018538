// Opens the vault: checks that the keys are those of this database, and hands out what they can do.
import type { AccountId, Randomness } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { type KeyRing, newKeyRing } from './account-keys.ts'
import { copiedAt } from './copied.ts'
import { vaultError } from './errors.ts'
import {
  commitment,
  commitmentKey,
  contextText,
  linkToken,
  sealingFor,
  sensitiveKey,
} from './key-of-subject.ts'
import { marksBeside } from './marks.ts'
import { opensAlone } from './opens-alone.ts'
import { newPageCache } from './page-cache.ts'
import { copyAllPages } from './pages-copy.ts'
import { writeRecoveryCopy } from './recovery/recovery-copy.ts'
import { loadRootKey } from './root-key.ts'
import { expand, open, type RandomPool, randomPool, seal, tag } from './sealing.ts'
import { accountsInAnyAccount, insertAccount, pageVersions, readEpoch } from './store.ts'
import { createSubjects, destroyKeys, type Infrastructure, openSubjects } from './subjects.ts'
import { tryCopy } from './try-copy.ts'
import {
  destroyPreviousEpoch,
  erasuresUntil,
  foldTail,
  keepAccount,
  knownEpoch,
  rotateEpoch,
} from './upkeep.ts'
import { upkeepTimesOf } from './upkeep-times.ts'
import type { Vault } from './vault.ts'

export type VaultOptions = {
  keysFolder: string
  database: Database
  randomness: Randomness
  /** Opened pages that are kept in memory, 20 KiB each; 1,024 by default. */
  pagesCachedMax?: number
  /** How long an old epoch key stays at most for want of a younger copy; seven days by default. */
  keepUncopiedMs?: number
  /** Called for each page that is decrypted. */
  onPageOpened?: () => void
}

/** Refuses to start with keys missing: new ones would make the data unreadable for ever. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { keysFolder, database } = options
  const random = randomPool(options.randomness)
  const root = await loadRootKey(keysFolder, database, random)
  const ring = newKeyRing(keysFolder, root, random)
  for (const { accountId, epoch } of await database.inAnyAccount(accountsInAnyAccount)) {
    // A database that was put back to before the deletion of an account, maybe with the keys of
    // then: these are destroyed again, and the deletion is carried out again.
    const destroyed = ring.destroyed(accountId)
    if (destroyed !== null) {
      ring.destroy(accountId, destroyed)
      continue
    }
    ring.epochKey(accountId, epoch)
  }
  const infrastructure: Infrastructure = {
    ring,
    random,
    cache: newPageCache(options.pagesCachedMax ?? 1_024),
    pagesOpened: options.onPageOpened ?? (() => undefined),
    times: upkeepTimesOf(options.keepUncopiedMs),
  }
  return {
    ...peopleOf(infrastructure, database, keysFolder),
    ...tagsOf(ring, root),
    ...sealsOf(ring, root, random),
    marks: marksBeside(keysFolder),
    recoveryCopy: () => writeRecoveryCopy(root),
  }
}

type People = Pick<
  Vault,
  | 'createAccount'
  | 'destroyAccount'
  | 'destroyedKeys'
  | 'createSubjects'
  | 'openSubjects'
  | 'destroyContactKey'
  | 'destroyProofKey'
  | 'destroyKeys'
  | 'foldTail'
  | 'pageVersions'
  | 'rotateEpoch'
  | 'keepInOrder'
  | 'destroyPreviousEpoch'
  | 'epochOf'
  | 'oldestEpoch'
  | 'erasuresUntil'
  | 'copyPages'
  | 'tryCopy'
  | 'opensAlone'
>

function peopleOf(infrastructure: Infrastructure, database: Database, keysFolder: string): People {
  const openPages = new Map()
  const { ring } = infrastructure
  return {
    createAccount: async (accountId) => createAccount(infrastructure.ring, database, accountId),
    destroyAccount: (accountId, destroyed) => infrastructure.ring.destroy(accountId, destroyed),
    destroyedKeys: (accountId) => infrastructure.ring.destroyed(accountId),
    createSubjects: async (tx, accountId, count) =>
      createSubjects(infrastructure, openPages, { tx, accountId, count }),
    openSubjects: async (tx, accountId, ids) => openSubjects(infrastructure, tx, accountId, ids),
    destroyContactKey: async (tx, accountId, id) =>
      destroyKeys(infrastructure, { tx, accountId, subjectIds: [id], which: 'contact' }),
    destroyProofKey: async (tx, accountId, id) =>
      destroyKeys(infrastructure, { tx, accountId, subjectIds: [id], which: 'proof' }),
    destroyKeys: async (tx, accountId, subjectIds, which) =>
      destroyKeys(infrastructure, { tx, accountId, subjectIds, which }),
    pageVersions,
    foldTail: async (tx, accountId) => foldTail(infrastructure, tx, accountId),
    rotateEpoch: async (accountId, at) => rotateEpoch(infrastructure, database, accountId, at),
    keepInOrder: async (accountId, at) =>
      keepAccount(infrastructure, database, accountId, { at, copiedAt: copiedAt(keysFolder) }),
    epochOf: async (tx, accountId) => epochNow(tx, accountId),
    oldestEpoch: (accountId) => Math.min(...ring.afresh(accountId).epochs.keys()),
    erasuresUntil: async (tx, accountId) => erasuresUntil(infrastructure, tx, accountId),
    destroyPreviousEpoch: async (accountId) =>
      destroyPreviousEpoch(infrastructure, database, accountId),
    copyPages: async (take) => copyAllPages(database, take),
    tryCopy: async (octets, at) => tryCopy({ infrastructure, database, keysFolder, at }, octets),
    opensAlone: (accounts) => opensAlone(infrastructure, accounts),
  }
}

async function epochNow(tx: Tx, accountId: AccountId): Promise<number> {
  const epoch = await readEpoch(tx, accountId)
  if (epoch === null) throw vaultError('vault.account_keys_missing', { account: accountId })
  return epoch
}

/** The file first: a row without a file would stop the next start. */
async function createAccount(
  ring: KeyRing,
  database: Database,
  accountId: AccountId,
): Promise<void> {
  const epoch = await knownEpoch(database, accountId)
  if (epoch !== null) {
    ring.epochKey(accountId, epoch)
    return
  }
  ring.create(accountId)
  await database.inAccount(accountId, async (tx) => insertAccount(tx, accountId))
}

type Tags = Pick<
  Vault,
  | 'numberTag'
  | 'fieldTag'
  | 'suppressionTag'
  | 'hasAccountKeys'
  | 'hasSuppressionKey'
  | 'replyTag'
  | 'installationTag'
  | 'accountSigningSeed'
  | 'installationSigningSeed'
  | 'guardKey'
>

function tagsOf(ring: KeyRing, root: Buffer): Tags {
  const installationKey = expand(root, 'installation tags')
  const installationTag = (kind: string, text: string): Buffer =>
    tag(installationKey, `${kind}\u0000${text}`)
  return {
    numberTag: (accountId, number) => tag(ring.of(accountId).indexKey, `phone\u0000${number}`),
    fieldTag: (accountId, kind, canonical) =>
      tag(ring.of(accountId).indexKey, `${kind}\u0000${canonical}`),
    suppressionTag: (accountId, number) => {
      const key = ring.of(accountId).suppressionKey
      if (key === null) throw vaultError('vault.suppression_key_lost', { account: accountId })
      return tag(key, `phone\u0000${number}`)
    },
    hasAccountKeys: (accountId) => ring.has(accountId),
    hasSuppressionKey: (accountId) => ring.of(accountId).suppressionKey !== null,
    replyTag: (routeId, number) => installationTag('reply', `${routeId}\u0000${number}`),
    installationTag,
    accountSigningSeed: (accountId) => Buffer.from(ring.of(accountId).signingSeed),
    installationSigningSeed: () => expand(root, 'installation signing'),
    guardKey: (accountId) => expand(ring.of(accountId).dataKey, 'ledger guard'),
  }
}

type Seals = Omit<Vault, keyof People | keyof Tags | 'marks' | 'recoveryCopy'>

function sealsOf(ring: KeyRing, root: Buffer, random: RandomPool): Seals {
  const contact = sealingFor('contact', random)
  const message = sealingFor('message', random)
  const proof = sealingFor('seal', random)
  const installationKey = expand(root, 'installation')
  const dataKey = (accountId: AccountId): Buffer => ring.of(accountId).dataKey
  return {
    sealContact: contact.seal,
    openContact: contact.open,
    sealMessage: message.seal,
    openMessage: message.open,
    sealProof: proof.seal,
    openProof: proof.open,
    sealSensitive: (keys, accountId, context, plain) =>
      seal(sensitiveKey(keys), contextText(accountId, context), plain, random),
    openSensitive: (keys, accountId, context, sealed) =>
      open(sensitiveKey(keys), contextText(accountId, context), sealed),
    commitment,
    commitmentKey,
    linkToken,
    sealForAccount: (accountId, context, plain) =>
      seal(dataKey(accountId), contextText(accountId, context), plain, random),
    openForAccount: (accountId, context, sealed) =>
      open(dataKey(accountId), contextText(accountId, context), sealed),
    sealForInstallation: (context, plain) =>
      seal(installationKey, contextText('installation', context), plain, random),
    openForInstallation: (context, sealed) =>
      open(installationKey, contextText('installation', context), sealed),
  }
}
