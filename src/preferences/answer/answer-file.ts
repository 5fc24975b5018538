// The file of an answer as it is kept: sealed, in as many rows as it takes, and one file again.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type SubjectKeys, sha256 } from '../../vault/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import {
  deleteAnswerFiles,
  filesOf,
  insertFile,
  markFetched,
  type RequestFileRow,
  readSealedFile,
} from '../requests/life-store.ts'
import { openFile, sealFile } from '../requests/request-letters.ts'

/** Less than a row takes: a larger answer has several. */
export const partOctetsMax = 48 * 1024 * 1024

type Of = { accountId: AccountId; requestId: string }

/** It takes the place of an answer from before. The ids of the rows grow, part by part. */
export async function keepAnswerFile(
  deps: Pick<PreferencesDeps, 'vault' | 'makeId'>,
  tx: Tx,
  file: Of & {
    subjectId: SubjectId
    keys: SubjectKeys
    bytes: Buffer
    at: Instant
    by: string
    expiresAt: Instant
    partOctets?: number
  },
): Promise<void> {
  const { accountId, requestId, subjectId, keys, bytes, at, by, expiresAt } = file
  await deleteAnswerFiles(tx, accountId, { requestId })
  for (const part of partsOf(bytes, file.partOctets ?? partOctetsMax)) {
    const id = deps.makeId()
    await insertFile(tx, accountId, {
      ...{ id, requestId, subjectId, what: 'answer', mediaType: 'application/zip' },
      ...{ octets: part.length, sha256: Buffer.from(sha256(part)), addedAt: at },
      ...{ addedBy: by, expiresAt, fetchedAt: null },
      sealed: sealFile(deps, { accountId, keys, id }, part),
    })
  }
}

export function partsOf(bytes: Buffer, octets: number): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += octets) parts.push(bytes.subarray(at, at + octets))
  return parts
}

/** Its rows, the first part first; none: there is no answer, or its time is over. */
export async function answerParts(
  tx: Tx,
  { accountId, requestId }: Of,
  at: Instant,
): Promise<RequestFileRow[]> {
  const files = await filesOf(tx, accountId, { requestIds: [requestId] })
  return files.filter(({ what, expiresAt }) => what === 'answer' && (expiresAt ?? 0) > at)
}

/** Null: a part of it is gone. Each is marked as fetched. */
export async function openAnswerFile(
  deps: Pick<PreferencesDeps, 'vault'>,
  tx: Tx,
  {
    accountId,
    requestId,
    keys,
    parts,
    at,
  }: Of & {
    keys: SubjectKeys
    parts: readonly RequestFileRow[]
    at: Instant
  },
): Promise<Buffer | null> {
  const opened: Buffer[] = []
  for (const { id } of parts) {
    const file = await readSealedFile(tx, accountId, { requestId, fileId: id })
    if (file === null) return null
    await markFetched(tx, accountId, { fileId: id, at })
    opened.push(openFile(deps, { accountId, keys, id }, file.sealed))
  }
  return Buffer.concat(opened)
}
