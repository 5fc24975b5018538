// Answers kept under an Idempotency-Key: the port that the server kit asks for, on a table.
import type { IdempotencyStore, KeyState } from '../http/index.ts'
import { type AccountId, type Clock, grouped, type Instant } from '../kernel/index.ts'
import { type Database, turnOver } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import {
  deleteKey,
  deleteOldKeys,
  type FinishedKey,
  findKeys,
  finishKeys,
  type IdempotencyRow,
  insertKeys,
} from './credential-store.ts'

/** How long an answer is repeated. */
export const idempotencyKeptMs = 24 * 60 * 60_000
/** Old keys go this often, by whoever comes by. */
const tidyEveryMs = 60_000

type Deps = { database: Database; vault: Vault; clock: Clock }
type Begun = { key: string; fingerprint: Buffer }
/** The keys of one account: requests that come in together share the commits. */
type KeysOfAccount = {
  begin(begun: Begun): Promise<KeyState>
  finish(finished: FinishedKey): Promise<void>
}

export function idempotencyStore(deps: Deps): IdempotencyStore {
  const { database, vault } = deps
  const accounts = new Map<AccountId, KeysOfAccount>()
  const keysOf = (accountId: AccountId): KeysOfAccount => {
    const known = accounts.get(accountId) ?? keysOfAccount(deps, accountId)
    accounts.set(accountId, known)
    return known
  }
  return {
    begin: (accountId, key, fingerprint) => keysOf(accountId).begin({ key, fingerprint }),
    finish: (accountId, key, { status, sealed }) => {
      const answerSealed = vault.sealForAccount(accountId, contextOf(key), sealed)
      return keysOf(accountId).finish({ key, status, answerSealed })
    },
    forget: (accountId, key) =>
      database.inAccount(accountId, async (tx) => {
        await deleteKey(tx, accountId, key)
      }),
  }
}

function keysOfAccount(deps: Deps, accountId: AccountId): KeysOfAccount {
  const { database, vault, clock } = deps
  let tidiedAt: Instant | null = null

  function stateOf(begun: Begun, found: IdempotencyRow | undefined): KeyState {
    if (found === undefined) return { kind: 'in_progress' }
    // Empty: of a request before an update, with which this one cannot be compared.
    const isComparable = found.fingerprint.length > 0
    if (isComparable && !found.fingerprint.equals(begun.fingerprint)) {
      return { kind: 'other_request' }
    }
    // Left open by a crash: whether the work was done cannot be known, so it is not done again.
    if (found.answer_sealed === null) return { kind: 'in_progress' }
    const answer = vault.openForAccount(accountId, contextOf(begun.key), found.answer_sealed)
    return { kind: 'answered', answer }
  }

  return {
    begin: grouped(
      (asked: readonly Begun[]) =>
        database.inAccount(accountId, async (tx) => {
          const at = clock.now()
          if (tidiedAt === null || Math.abs(at - tidiedAt) > tidyEveryMs) {
            await deleteOldKeys(tx, accountId, at - idempotencyKeptMs)
            tidiedAt = at
          }
          const keys = asked.map(({ key }) => key)
          const fingerprints = asked.map(({ fingerprint }) => fingerprint)
          const fresh = await insertKeys(tx, { accountId, keys, fingerprints, at })
          const held = keys.filter((key) => !fresh.has(key))
          // A key that two of these requests share is new for the first alone.
          const isRepeated = fresh.size + held.length < keys.length
          const known = isRepeated || held.length > 0 ? await findKeys(tx, accountId, keys) : null
          return asked.map((begun): KeyState => {
            if (fresh.delete(begun.key)) return { kind: 'new' }
            return stateOf(begun, known?.get(begun.key))
          })
        }),
      turnOver,
    ),
    finish: grouped(async (finished: readonly FinishedKey[]) => {
      await database.inAccount(accountId, (tx) => finishKeys(tx, accountId, finished))
      return finished.map(() => undefined)
    }, turnOver),
  }
}

const contextOf = (key: string) => ({
  table: 'accounts.idempotency',
  column: 'answer_sealed',
  rowId: key,
})
