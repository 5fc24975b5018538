// The SQL of scans and recordings that show a consent.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { DocumentType } from '../contract.ts'

export type DocumentRow = {
  document_id: string
  subject_id: SubjectId
  sha256: Buffer
  media_type: DocumentType
  octets: number
  added_at: Instant
}
const columns = 'document_id, subject_id, sha256, media_type, octets, added_at'

/** The one that is held already, when the same file comes a second time for the same person. */
export async function keepDocument(
  tx: Tx,
  accountId: AccountId,
  document: DocumentRow & { bodySealed: Buffer },
): Promise<DocumentRow> {
  const { rows } = await tx.query<DocumentRow>(
    `insert into consent.document (account_id, ${columns}, body_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id, subject_id, sha256) do nothing
     returning ${columns}`,
    [
      accountId,
      document.document_id,
      document.subject_id,
      document.sha256,
      document.media_type,
      document.octets,
      toTimestamp(document.added_at),
      document.bodySealed,
    ],
  )
  if (rows[0] !== undefined) return rows[0]
  const held = await readDocuments(tx, accountId, document.subject_id)
  return held.find(({ sha256 }) => sha256.equals(document.sha256)) ?? document
}

/** Without what they show; the newest first. */
export async function readDocuments(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<DocumentRow[]> {
  const { rows } = await tx.query<DocumentRow>(
    `select ${columns} from consent.document
     where account_id = $1 and subject_id = $2 order by document_id desc`,
    [accountId, subjectId],
  )
  return rows
}

export async function findDocument(
  tx: Tx,
  accountId: AccountId,
  documentId: string,
): Promise<(DocumentRow & { body_sealed: Buffer }) | null> {
  const { rows } = await tx.query<DocumentRow & { body_sealed: Buffer }>(
    `select ${columns}, body_sealed from consent.document
     where account_id = $1 and document_id = $2`,
    [accountId, documentId],
  )
  return rows[0] ?? null
}

export async function deleteDocuments(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<number> {
  const { rowCount } = await tx.query(
    'delete from consent.document where account_id = $1 and subject_id = $2',
    [accountId, subjectId],
  )
  return rowCount
}
