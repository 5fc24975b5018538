// The letter or recording of a request: sealed under the person's key, opened for a reason.

import { readDocumentType } from '../../consent/index.ts'
import type { AccountId, Caller } from '../../kernel/index.ts'
import { hasKey, type SubjectKeys, sha256 } from '../../vault/index.ts'
import { byOf } from '../act-for-person.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { filesOf, insertFile, type RequestFileRow, readSealedFile } from './life-store.ts'
import { recordStep } from './steps.ts'
import { aboutIn, holdRequest, keysOf } from './waiting-request.ts'

export const letterOctetsMax = 10 * 1024 * 1024
/** Of one request. */
const lettersMax = 10

const place = (rowId: string) => ({ table: 'preferences.request_file', column: 'sealed', rowId })

export const sealFile = (
  { vault }: Pick<PreferencesDeps, 'vault'>,
  of: { accountId: AccountId; keys: SubjectKeys; id: string },
  bytes: Uint8Array,
): Buffer => vault.sealContact(of.keys, of.accountId, place(of.id), bytes)

export const openFile = (
  { vault }: Pick<PreferencesDeps, 'vault'>,
  of: { accountId: AccountId; keys: SubjectKeys; id: string },
  sealed: Uint8Array,
): Buffer => vault.openContact(of.keys, of.accountId, place(of.id), sealed)

export async function keepLetter(
  deps: PreferencesDeps,
  caller: Caller,
  { id, what, bytes }: { id: string; what: string; bytes: Buffer },
): Promise<RequestFileRow> {
  if (what === 'identity_paper') throw preferencesError('preferences.request_identity_paper')
  const mediaType = readDocumentType(bytes)
  if (mediaType === null) throw preferencesError('preferences.request_letter_type')
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await holdRequest(deps, tx, caller, id)
    const { request } = held
    const keys = keysOf(held)
    if (keys === null) throw preferencesError('preferences.request_of_nobody')
    const kept = await filesOf(tx, accountId, { requestIds: [id] })
    if (kept.filter((one) => one.what === 'letter').length >= lettersMax) {
      throw preferencesError('preferences.request_letters_too_many', { max: lettersMax })
    }
    const fileId = deps.makeId()
    const at = deps.clock.now()
    const by = byOf(caller)
    const row: RequestFileRow = {
      ...{ id: fileId, requestId: id, what: 'letter', mediaType, octets: bytes.length },
      ...{ sha256: Buffer.from(sha256(bytes)), addedAt: at, addedBy: by },
      ...{ expiresAt: null, fetchedAt: null },
    }
    const sealed = sealFile(deps, { accountId, keys, id: fileId }, bytes)
    const { subjectId } = request
    await insertFile(tx, accountId, { ...row, subjectId, sealed })
    await recordStep(deps, tx, accountId, { ...{ request, kind: 'document_added', at, by } })
    const details = { requestId: id, documentId: fileId, what }
    const action = 'preferences.request_letter_added' as const
    await deps.audit.record(tx, caller, { action, ...aboutIn(held), details })
    return row
  })
}

export async function openLetter(
  deps: PreferencesDeps,
  caller: Caller,
  { id, fileId, reason }: { id: string; fileId: string; reason: string },
): Promise<{ mediaType: string; bytes: Buffer }> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const file = await readSealedFile(tx, accountId, { requestId: id, fileId })
    const held = await holdRequest(deps, tx, caller, id)
    const keys = keysOf(held)
    if (file === null || file.what !== 'letter' || keys === null) {
      throw preferencesError('preferences.request_letter_not_found')
    }
    if (!hasKey(keys.contactKey)) throw preferencesError('preferences.request_of_nobody')
    const details = { requestId: id, documentId: fileId }
    const action = 'preferences.request_letter_opened' as const
    await deps.audit.record(tx, caller, { action, ...aboutIn(held), reason, details })
    const bytes = openFile(deps, { accountId, keys, id: fileId }, file.sealed)
    return { mediaType: file.mediaType, bytes }
  })
}
