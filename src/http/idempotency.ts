// The Idempotency-Key header: the same key with the same request gets the same answer again.
import { createHash } from 'node:crypto'
import { type AccountId, AppError, type Caller } from '../kernel/index.ts'

export type KeptAnswer = { status: number; body: unknown }

/** What the store says of a key: free, answered before, at work, or used for something else. */
export type KeyState =
  | { kind: 'new' }
  | { kind: 'answered'; answer: KeptAnswer }
  | { kind: 'in_progress' }
  | { kind: 'other_request' }

/** The port that a room with tables fills. Keys are per account. */
export interface IdempotencyStore {
  begin(accountId: AccountId, key: string, fingerprint: Buffer): Promise<KeyState>
  finish(accountId: AccountId, key: string, answer: KeptAnswer): Promise<void>
  /** The request failed: the key is free again. */
  forget(accountId: AccountId, key: string): Promise<void>
}

const keyPattern = /^[\x21-\x7e]{1,200}$/

/** Reads the header, or says that it cannot be a key. */
export function idempotencyKeyOf(header: string | null): string | null {
  if (header === null) return null
  if (keyPattern.test(header)) return header
  throw new AppError(
    'http.idempotency_key_invalid',
    'invalid',
    'An Idempotency-Key is 1 to 200 visible ASCII characters; a UUID does well.',
  )
}

/** Runs the work once for a key; a repetition gets the first answer. */
export async function onceForKey(
  store: IdempotencyStore,
  request: { caller: Caller; key: string; route: string; body: unknown },
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { repeated: boolean }> {
  const fingerprint = createHash('sha256')
    .update(`${request.route}\n${JSON.stringify(request.body ?? null)}`)
    .digest()
  const { accountId } = request.caller
  const state = await store.begin(accountId, request.key, fingerprint)
  if (state.kind === 'answered') return { repeated: true, ...state.answer }
  if (state.kind !== 'new') throw refusalOf(state.kind)
  const answer = await workOrFree(store, request, work)
  try {
    await store.finish(accountId, request.key, answer)
  } catch {
    // What was asked is done, and its caller is told so. The key stays taken: freed, a repetition
    // would do it twice.
  }
  return { repeated: false, ...answer }
}

async function workOrFree(
  store: IdempotencyStore,
  request: { caller: Caller; key: string },
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  try {
    return await work()
  } catch (error) {
    // Where nobody knows whether it was committed, a repetition could do it twice.
    const isUnknown = error instanceof AppError && error.code === 'storage.commit_unknown'
    if (!isUnknown) await free(store, request)
    throw error
  }
}

/** The failure of the work is what the caller is told of, not a failure of this. */
async function free(
  store: IdempotencyStore,
  { caller, key }: { caller: Caller; key: string },
): Promise<void> {
  try {
    await store.forget(caller.accountId, key)
  } catch {
    // The database is away: the key frees itself with its age.
  }
}

function refusalOf(kind: 'in_progress' | 'other_request'): AppError {
  if (kind === 'in_progress') {
    return new AppError(
      'http.idempotency_key_in_progress',
      'conflict',
      'The first request with this Idempotency-Key is still at work; try again in a moment.',
    )
  }
  return new AppError(
    'http.idempotency_key_reused',
    'conflict',
    'This Idempotency-Key was used for another request; make a new key for a new request.',
  )
}
