// The Idempotency-Key header: the same key with the same request gets the same answer again.
//
// What it can promise: the act is done at most once under a key. The key is taken in a commit of
// its own before the act, and the answer is kept in another one after it; a crash in between leaves
// the key taken and without an answer, which is told for a day, since nobody can know whether the
// act was done. A repetition is then refused, never done twice.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { type AccountId, AppError, type Caller } from '../kernel/index.ts'
import { callerName } from './guard.ts'

/** `content`: a hash of the file that came with the request, where one did. */
export type KeptAnswer = { status: number; body: unknown; content?: string }

/** What the store says of a key: free, answered before, at work, or used for something else. */
export type KeyState =
  | { kind: 'new' }
  | { kind: 'answered'; answer: Buffer }
  | { kind: 'in_progress' }
  | { kind: 'other_request' }

/**
 * The port that a room with tables fills. Keys are per account. It is given a name that a key makes
 * and an answer that only the key opens: an answer may hold a secret or a person, and whoever has
 * the database and all keys of the installation has not the caller's.
 */
export interface IdempotencyStore {
  begin(accountId: AccountId, name: string, fingerprint: Buffer): Promise<KeyState>
  finish(
    accountId: AccountId,
    name: string,
    answer: { status: number; sealed: Buffer },
  ): Promise<void>
  /** The request failed: the key is free again. */
  forget(accountId: AccountId, name: string): Promise<void>
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

type Asked = { caller: Caller; key: string; route: string; body: unknown }

/** Runs the work once for a key; a repetition gets the first answer. */
export async function onceForKey(
  store: IdempotencyStore,
  request: Asked,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { repeated: boolean }> {
  const { accountId } = request.caller
  const name = nameOf(request.key)
  const state = await store.begin(accountId, name, fingerprintOf(request))
  if (state.kind === 'answered') {
    return { repeated: true, ...openAnswer(accountId, request.key, state.answer) }
  }
  if (state.kind !== 'new') throw refusalOf(state.kind)
  const answer = await workOrFree(store, { accountId, name }, work)
  const sealed = sealAnswer(accountId, request.key, answer)
  try {
    await store.finish(accountId, name, { status: answer.status, sealed })
  } catch {
    // What was asked is done, and its caller is told so. The key stays taken: freed, a repetition
    // would do it twice.
  }
  return { repeated: false, ...answer }
}

/** A migration makes the same of the keys that were kept as they came. */
function nameOf(key: string): string {
  return createHash('sha256').update(`accord idempotency key\n${key}`).digest('hex')
}

/** Another caller of the account does not get the first one's answer. */
function fingerprintOf({ caller, key, route, body }: Asked): Buffer {
  return createHmac('sha256', key)
    .update(`${callerName(caller)}\n${route}\n${JSON.stringify(body ?? null)}`)
    .digest()
}

const nonceOctets = 12
const tagOctets = 16

const answerKey = (accountId: AccountId, key: string): Buffer =>
  createHmac('sha256', key).update(`accord idempotency answer\n${accountId}`).digest()

function sealAnswer(accountId: AccountId, key: string, answer: KeptAnswer): Buffer {
  const nonce = randomBytes(nonceOctets)
  const cipher = createCipheriv('aes-256-gcm', answerKey(accountId, key), nonce)
  const body = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]
  return Buffer.concat([nonce, ...body, cipher.getAuthTag()])
}

function openAnswer(accountId: AccountId, key: string, sealed: Buffer): KeptAnswer {
  const nonce = sealed.subarray(0, nonceOctets)
  const cipher = createDecipheriv('aes-256-gcm', answerKey(accountId, key), nonce, {
    authTagLength: tagOctets,
  })
  cipher.setAuthTag(sealed.subarray(-tagOctets))
  const body = sealed.subarray(nonceOctets, -tagOctets)
  return JSON.parse(Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8'))
}

type Taken = { accountId: AccountId; name: string }

async function workOrFree(
  store: IdempotencyStore,
  taken: Taken,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  try {
    return await work()
  } catch (error) {
    // Where nobody knows whether it was committed, a repetition could do it twice.
    const isUnknown = error instanceof AppError && error.code === 'storage.commit_unknown'
    if (!isUnknown) await free(store, taken)
    throw error
  }
}

/** The failure of the work is what the caller is told of, not a failure of this. */
async function free(store: IdempotencyStore, { accountId, name }: Taken): Promise<void> {
  try {
    await store.forget(accountId, name)
  } catch {
    // The database is away: the key frees itself with its age.
  }
}

export function refusalOf(kind: 'in_progress' | 'other_request'): AppError {
  if (kind === 'in_progress') {
    return new AppError(
      'http.idempotency_key_in_progress',
      'conflict',
      'The first request with this Idempotency-Key is still at work, or was cut off; try again in a moment, and if it stays so look whether it was done.',
    )
  }
  return new AppError(
    'http.idempotency_key_reused',
    'conflict',
    'This Idempotency-Key was used for another request; make a new key for a new request.',
  )
}
