// Shows one entry to an outsider: its body, the key of its commitment, and its place in the tree.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import {
  foldSubtrees,
  formatProof,
  inclusionPath,
  type Subtree,
  subtreeHash,
  subtreesOf,
  tileOf,
} from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { placeOf } from '../entry-id.ts'
import { consentError } from '../errors.ts'
import { firstSeqsOf, readEntries, readEntriesOfSubjects } from '../store/tree-store.ts'
import type { BodyRow } from '../tables.ts'
import type { LedgerFiles } from './ledger-files.ts'
import type { Sequencer } from './sequence.ts'
import { sha256 } from './signing-key.ts'
import { bodyContext, commitmentKeyOctets } from './write-entries.ts'

export type ConsentEvent = {
  entryId: EntryId
  kind: string
  channel: string
  purpose: string
  recordedAt: Instant
  /** Null until the sequencer has placed it. */
  seq: number | null
  /** Opened with the proof key; null when that key or the body is destroyed. */
  body: Readonly<Record<string, unknown>> | null
}

/** An event with what an outsider needs to check it against its leaf. */
export type DisclosedEvent = Omit<ConsentEvent, 'body'> & {
  /** The canonical body, as it was sealed. */
  body: string
  /** HMAC key of this entry alone, hexadecimal. */
  commitmentKey: string
}

/** Everything needed to show one event to an outsider; a disclosure that `verify.mjs` reads. */
export type Disclosure = {
  seq: number
  /** The canonical body, as it was sealed. */
  body: string
  /** HMAC key of this entry alone, hexadecimal. */
  commitmentKey: string
  /** tlog-proof text: index, hashes, checkpoint. */
  proof: string
}

export type ProofDeps = {
  vault: Pick<Vault, 'openSubjects' | 'openProof' | 'openForAccount' | 'commitmentKey'>
  sequencer: Pick<Sequencer, 'filesOf'>
}

type Opened = { body: Buffer; commitmentKey: Buffer }

/** The body with its key; null when either is destroyed. */
function openBody(
  deps: Pick<ProofDeps, 'vault'>,
  accountId: AccountId,
  row: BodyRow,
  keys: SubjectKeys | undefined,
): Opened | null {
  if (row.body_sealed === null) return null
  const context = bodyContext(row.entry_id)
  if (row.subject_id === null) {
    const plain = deps.vault.openForAccount(accountId, context, row.body_sealed)
    return {
      commitmentKey: plain.subarray(0, commitmentKeyOctets),
      body: plain.subarray(commitmentKeyOctets),
    }
  }
  if (keys === undefined || !hasKey(keys.proofKey)) return null
  return {
    body: deps.vault.openProof(keys, accountId, context, row.body_sealed),
    commitmentKey: deps.vault.commitmentKey(keys, row.entry_id),
  }
}

/** Null of what has no place in the tree yet. */
export async function seqsOf(
  tx: Tx,
  accountId: AccountId,
  entryIds: readonly EntryId[],
): Promise<(number | null)[]> {
  const places = entryIds.map(placeOf)
  const batchIds = [...new Set(places.map((place) => place.batchId))]
  const firsts = await firstSeqsOf(tx, accountId, batchIds)
  return places.map(({ batchId, ordinal }) => {
    const first = firsts.get(batchId)
    return first === undefined ? null : first + ordinal
  })
}

/** The tree that proofs are made for: tiles on disk and the checkpoint that signs them. */
export type SignedTree = { files: LedgerFiles; checkpoint: { text: string; size: number } }

export async function proveConsent(
  deps: ProofDeps,
  tx: Tx,
  accountId: AccountId,
  entryId: EntryId,
): Promise<Disclosure> {
  const ledger = await deps.sequencer.filesOf(tx, accountId)
  const checkpoint = (await ledger?.files.checkpoint()) ?? null
  if (ledger === null || checkpoint === null) throw consentError('consent.ledger_empty')
  const asked = { entryIds: [entryId], files: ledger.files, checkpoint }
  const [disclosure] = await discloseEntries(deps, tx, accountId, asked)
  if (disclosure === undefined) throw consentError('consent.entry_not_found')
  return disclosure
}

/** Disclosures in the order asked; refuses what is unknown, erased, or not yet in the tree. */
export async function discloseEntries(
  deps: Pick<ProofDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  asked: SignedTree & { entryIds: readonly EntryId[] },
): Promise<Disclosure[]> {
  const { entryIds } = asked
  if (entryIds.length === 0) return []
  const rows = new Map(
    (await readEntries(tx, accountId, entryIds)).map((row) => [row.entry_id, row]),
  )
  const subjects = [...rows.values()].flatMap((row) =>
    row.subject_id === null ? [] : [row.subject_id],
  )
  const keys = await deps.vault.openSubjects(tx, accountId, [...new Set(subjects)])
  const seqs = await seqsOf(tx, accountId, entryIds)
  const proofs = proofReader(asked)
  const disclosures: Disclosure[] = []
  for (const [index, entryId] of entryIds.entries()) {
    const row = rows.get(entryId)
    if (row === undefined) throw consentError('consent.entry_not_found')
    const opened = openBody(deps, accountId, row, keys.get(row.subject_id as SubjectId))
    if (opened === null) throw consentError('consent.body_unreadable')
    const seq = seqs[index] ?? null
    if (seq === null || seq >= asked.checkpoint.size) {
      throw consentError('consent.entry_not_sequenced')
    }
    disclosures.push({
      seq,
      body: opened.body.toString('utf8'),
      commitmentKey: opened.commitmentKey.toString('hex'),
      proof: await proofs(seq),
    })
  }
  return disclosures
}

/** Makes tlog-proofs, reading each tile once. */
export function proofReader({ files, checkpoint }: SignedTree): (seq: number) => Promise<string> {
  const tiles = new Map<string, Buffer>()
  return async (seq) => {
    const { size } = checkpoint
    const hashOf = async (subtree: Subtree): Promise<Uint8Array> => {
      const place = tileOf(subtree)
      const name = `${place.level}/${place.index}`
      const tile = tiles.get(name) ?? (await files.readTile(place.level, place.index, size))
      tiles.set(name, tile)
      return subtreeHash(sha256, tile, place)
    }
    const hashes: Uint8Array[] = []
    for (const range of inclusionPath(seq, size)) {
      const parts: Uint8Array[] = []
      for (const subtree of subtreesOf(range)) parts.push(await hashOf(subtree))
      hashes.push(foldSubtrees(sha256, parts))
    }
    return formatProof({ index: seq, hashes, checkpoint: checkpoint.text })
  }
}

type Shown = { row: BodyRow; seq: number | null; opened: Opened | null }

async function entriesOf(
  deps: Pick<ProofDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<Shown[]> {
  const rows = await readEntriesOfSubjects(tx, accountId, subjectIds)
  const keys = await deps.vault.openSubjects(tx, accountId, subjectIds)
  const entryIds = rows.map((row) => row.entry_id)
  const seqs = await seqsOf(tx, accountId, entryIds)
  return rows.map((row, index) => ({
    row,
    seq: seqs[index] ?? null,
    opened: openBody(deps, accountId, row, keys.get(row.subject_id as SubjectId)),
  }))
}

/** Everything recorded about one person, in its order; bodies where their key still opens them. */
export async function historyOf(
  deps: ProofDeps,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<ConsentEvent[]> {
  const shown = await entriesOf(deps, tx, accountId, [subjectId])
  return shown.map(({ row, seq, opened }) => ({
    entryId: row.entry_id,
    kind: row.kind,
    channel: row.channel,
    purpose: row.purpose,
    recordedAt: row.recorded_at,
    seq,
    body:
      opened === null
        ? null
        : (JSON.parse(opened.body.toString('utf8')) as Record<string, unknown>),
  }))
}

/** Of many people, what their entries say; those that do not open any more are left out. */
export async function openedBodies(
  { vault }: Pick<ProofDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<{ kind: string; body: Readonly<Record<string, unknown>> }[]> {
  if (subjectIds.length === 0) return []
  const rows = await readEntriesOfSubjects(tx, accountId, subjectIds)
  const keys = await vault.openSubjects(tx, accountId, subjectIds)
  return rows.flatMap((row) => {
    const opened = openBody({ vault }, accountId, row, keys.get(row.subject_id as SubjectId))
    if (opened === null) return []
    return [{ kind: row.kind, body: JSON.parse(opened.body.toString('utf8')) }]
  })
}

/** The same for many people, each entry with what opens its commitment: for an export. */
export async function disclosuresOf(
  deps: Pick<ProofDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, DisclosedEvent[]>> {
  const found = new Map<SubjectId, DisclosedEvent[]>()
  if (subjectIds.length === 0) return found
  for (const { row, seq, opened } of await entriesOf(deps, tx, accountId, subjectIds)) {
    if (opened === null || row.subject_id === null) continue
    const event: DisclosedEvent = {
      entryId: row.entry_id,
      kind: row.kind,
      channel: row.channel,
      purpose: row.purpose,
      recordedAt: row.recorded_at,
      seq,
      body: opened.body.toString('utf8'),
      commitmentKey: opened.commitmentKey.toString('hex'),
    }
    found.set(row.subject_id, [...(found.get(row.subject_id) ?? []), event])
  }
  return found
}
