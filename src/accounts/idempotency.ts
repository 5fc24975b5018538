// Answers kept under an Idempotency-Key: the port that the server kit asks for, on a table.
import type { IdempotencyStore, KeptAnswer } from '../http/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { deleteKey, deleteOldKeys, findKey, finishKey, insertKey } from './credential-store.ts'

/** How long an answer is repeated. */
export const idempotencyKeptMs = 24 * 60 * 60_000

export function idempotencyStore(deps: {
  database: Database
  vault: Vault
  clock: Clock
}): IdempotencyStore {
  const { database, vault, clock } = deps
  const context = (key: string) => ({
    table: 'accounts.idempotency',
    column: 'answer_sealed',
    rowId: key,
  })
  return {
    begin: (accountId, key, fingerprint) =>
      database.inAccount(accountId, async (tx) => {
        const now = clock.now()
        await deleteOldKeys(tx, accountId, now - idempotencyKeptMs)
        const isNew = await insertKey(tx, { accountId, key, fingerprint, at: now })
        if (isNew) return { kind: 'new' }
        const found = await findKey(tx, accountId, key)
        if (found === null) return { kind: 'in_progress' }
        if (!found.fingerprint.equals(fingerprint)) return { kind: 'other_request' }
        // Left open by a crash: whether the work was done cannot be known, so it is not done again.
        if (found.answer_sealed === null) return { kind: 'in_progress' }
        const plain = vault.openForAccount(accountId, context(key), found.answer_sealed)
        const answer = JSON.parse(plain.toString('utf8')) as KeptAnswer
        return { kind: 'answered', answer }
      }),
    finish: (accountId, key, answer) =>
      database.inAccount(accountId, async (tx) => {
        const plain = Buffer.from(JSON.stringify(answer), 'utf8')
        await finishKey(tx, {
          accountId,
          key,
          status: answer.status,
          answerSealed: vault.sealForAccount(accountId, context(key), plain),
        })
      }),
    forget: (accountId, key) =>
      database.inAccount(accountId, async (tx) => {
        await deleteKey(tx, accountId, key)
      }),
  }
}
