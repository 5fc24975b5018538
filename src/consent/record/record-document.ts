// Records a consent given on paper or by voice with its scan or recording, and shows it again.
import type { AccountId, Caller, Clock, ControllerId, E164, Instant } from '../../kernel/index.ts'
import { assert, type WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, sha256, type Vault } from '../../vault/index.ts'
import type { Channel, EvidenceGrade, Medium, Purpose } from '../consent.ts'
import type { ConsentRefusal, DocumentType } from '../contract.ts'
import { consentError, mendSentence } from '../errors.ts'
import {
  type DocumentRow,
  findDocument,
  keepDocument,
  readDocuments,
} from '../store/document-store.ts'
import { findWordings } from '../store/store.ts'
import type { Refused } from '../wording/mend.ts'
import { documentFits, isRecording, readDocumentType } from './document-type.ts'
import { judgeWording } from './judge-claim.ts'
import { type RecordDeps, recordConsent } from './record-consent.ts'

export type DocumentDeps = RecordDeps & {
  clock: Clock
  vault: RecordDeps['vault'] & Pick<Vault, 'openSubjects' | 'openProof'>
}

export type DocumentInput = {
  keys: SubjectKeys
  number: E164 | null
  tag: Uint8Array | null
  wordingId: WordingId
  controllerId: ControllerId
  channels: readonly Channel[]
  purpose: Purpose
  givenAt: Instant
  source: string
  note?: string
  bytes: Uint8Array
}

/** A scan or a recording that is held, without what it shows. */
export type HeldDocument = {
  id: string
  mediaType: DocumentType
  octets: number
  sha256: string
  addedAt: Instant
}

type Kept = { channel: Channel; entryId: string; grade: EvidenceGrade; liftedObjection: boolean }
export type DocumentOutcome =
  | { outcome: 'recorded'; document: HeldDocument; kept: readonly Kept[] }
  | Refused<ConsentRefusal>

const held = (row: DocumentRow): HeldDocument => ({
  id: row.document_id,
  mediaType: row.media_type,
  octets: row.octets,
  sha256: row.sha256.toString('hex'),
  addedAt: row.added_at,
})

const place = (rowId: string) => ({ table: 'consent.document', column: 'body_sealed', rowId })

/** All channels or none: on a refusal the caller takes the transaction back. */
export async function recordWithDocument(
  deps: DocumentDeps,
  tx: Tx,
  caller: Caller,
  input: DocumentInput,
): Promise<DocumentOutcome> {
  const { accountId } = caller
  const type = readDocumentType(input.bytes)
  if (type === null) throw consentError('consent.document_type_unknown')
  const wording = (await findWordings(tx, accountId, [input.wordingId])).get(input.wordingId)
  const isSound = input.channels.every(
    (channel) => judgeWording(wording, { ...input, channel }) === null,
  )
  if (wording !== undefined && isSound && !documentFits(type, wording.medium)) {
    return unlikeWording(caller, wording.medium)
  }
  const digest = sha256(input.bytes)
  const kept: Kept[] = []
  for (const channel of input.channels) {
    const done = await recordConsent(
      deps,
      tx,
      caller,
      recordInput(caller, input, { channel, type, digest }),
    )
    if (done.outcome === 'refused') return done
    kept.push({ channel, ...done })
  }
  const id = deps.makeId()
  const row = await keepDocument(tx, accountId, {
    document_id: id,
    subject_id: input.keys.subjectId,
    sha256: digest,
    media_type: type,
    octets: input.bytes.length,
    added_at: deps.clock.now(),
    bodySealed: deps.vault.sealProof(input.keys, accountId, place(id), input.bytes),
  })
  return { outcome: 'recorded', document: held(row), kept }
}

function unlikeWording(caller: Caller, medium: Medium): Refused<ConsentRefusal> {
  const refusal = 'document_unlike_wording'
  const details = { medium }
  const mend = mendSentence(caller.language, refusal, details)
  return { outcome: 'refused', refusal, mend, details }
}

/**
 * Only a user can answer for a document: a program that sends one has looked at nothing, and what
 * it says stays its word, with the file beside it.
 */
function recordInput(
  caller: Caller,
  input: DocumentInput,
  about: { channel: Channel; type: DocumentType; digest: Buffer },
) {
  const { keys, tag, number, givenAt, source, note } = input
  const { channel, type, digest } = about
  // An objection is kept by the number: it stands for the channels that use one.
  const usesNumber = channel !== 'email' && channel !== 'post'
  return {
    keys,
    wordingId: input.wordingId,
    controllerId: input.controllerId,
    channel,
    purpose: input.purpose,
    witness: caller.by.kind === 'user' ? ('document' as const) : ('declared' as const),
    tag: usesNumber ? tag : null,
    evidence: {
      grade: isRecording(type) ? ('recorded_voice' as const) : ('signed_paper' as const),
      givenAt,
      source,
      scanSha256: digest.toString('hex'),
      documentType: type,
      ...(number === null ? {} : { number }),
      ...(note === undefined ? {} : { note }),
    },
  }
}

export async function documentsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectKeys['subjectId'],
): Promise<HeldDocument[]> {
  return (await readDocuments(tx, accountId, subjectId)).map(held)
}

/** In clear. Whoever calls this records the look first. */
export async function openDocument(
  deps: Pick<DocumentDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  documentId: string,
): Promise<{ document: HeldDocument; subjectId: SubjectKeys['subjectId']; bytes: Buffer }> {
  const row = await findDocument(tx, accountId, documentId)
  if (row === null) throw consentError('consent.document_not_found')
  const opened = await deps.vault.openSubjects(tx, accountId, [row.subject_id])
  const keys = opened.get(row.subject_id)
  if (keys === undefined || !hasKey(keys.proofKey)) {
    throw consentError('consent.document_not_found')
  }
  const bytes = deps.vault.openProof(keys, accountId, place(documentId), row.body_sealed)
  assert(sha256(bytes).equals(row.sha256), 'a sealed document opens to the octets that were kept')
  return { document: held(row), subjectId: row.subject_id, bytes }
}
