// Reads an archive as it arrives and checks it: the signature, the tree,
// and each opened commitment.
import { createHmac, createPublicKey, verify } from 'node:crypto'
import { type LimitedSource, readingLimits, type SourceLimit } from '../files/index.ts'
import {
  appendLeaves,
  type Checkpoint,
  decodeBundle,
  emptyFrontier,
  type Frontier,
  leafHash,
  openNote,
  parseCheckpoint,
  parseLeaf,
  parseNoteKey,
  rootOf,
  sameBytes,
} from '../ledger/index.ts'
import { sha256 } from '../vault/index.ts'
import type { RecordEvent } from './contract.ts'
import { receiptsError } from './errors.ts'

/** An archive goes by as a stream; each of its parts has its own limit, which its path tells. */
export const archiveLimit: SourceLimit = {
  octetsMax: readingLimits.archiveOctetsMax,
  tooLarge: () => receiptsError('receipts.archive_too_large'),
}

const blockOctets = 512

/** How much of a part is held; null for one that nobody asks for, which only goes by. */
function octetsMaxOf(path: string): number | null {
  if (path === 'header.json') return readingLimits.archiveHeaderOctetsMax
  if (path === 'ledger.key') return readingLimits.archiveKeyOctetsMax
  if (path === 'checkpoint') return readingLimits.archiveCheckpointOctetsMax
  if (path.startsWith('tile/entries/')) return readingLimits.archiveBundleOctetsMax
  return path.startsWith('records/') ? readingLimits.archiveRecordsOctetsMax : null
}

/** The files of a ustar archive that mean something here, one at a time as they arrive. */
export async function* untar(
  source: LimitedSource,
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const octets = new OctetReader(source)
  for (let parts = 0; ; parts += 1) {
    const header = await octets.take(blockOctets)
    // An archive ends with an empty block; one that just stops was cut.
    if (header === null) throw receiptsError('receipts.archive_unreadable')
    if (header[0] === 0) return
    if (parts >= readingLimits.archivePartsMax) throw receiptsError('receipts.archive_too_large')
    const path = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8)
    const isWhole = header.toString('latin1', 257, 262) === 'ustar' && size >= 0
    if (!isWhole) throw receiptsError('receipts.archive_unreadable')
    const octetsMax = octetsMaxOf(path)
    const whole = Math.ceil(size / blockOctets) * blockOctets
    if (octetsMax === null) {
      if (!(await octets.skip(whole))) throw receiptsError('receipts.archive_unreadable')
      continue
    }
    if (size > octetsMax) throw receiptsError('receipts.archive_too_large')
    const bytes = await octets.take(whole)
    if (bytes === null) throw receiptsError('receipts.archive_unreadable')
    yield { path, bytes: bytes.subarray(0, size) }
  }
}

/** So many octets at a time, however they arrive. */
class OctetReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)

  constructor(source: LimitedSource) {
    this.#chunks = source.open()[Symbol.asyncIterator]()
  }

  /** Null where the source ends before. */
  async take(count: number): Promise<Buffer | null> {
    const parts: Uint8Array[] = []
    for (let left = count; left > 0; ) {
      if (!(await this.#fill())) return null
      const part = this.#held.subarray(0, left)
      this.#held = this.#held.subarray(part.length)
      left -= part.length
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      if (!(await this.#fill())) return false
      const passed = Math.min(left, this.#held.length)
      this.#held = this.#held.subarray(passed)
      left -= passed
    }
    return true
  }

  async #fill(): Promise<boolean> {
    while (this.#held.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return false
      this.#held = next.value
    }
    return true
  }
}

const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, publicKey]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, message, key, signature)
}

/** The ledger of an archive, built up from its bundles and asked once it is whole. */
export class ForeignLedger {
  readonly #vouchedKey: string | null
  #key: string | null = null
  #checkpointText: string | null = null
  #checkpoint: Checkpoint | null = null
  #frontier: Frontier = emptyFrontier
  readonly #commitments: string[] = []

  /** `vouchedKey`: the key that somebody here vouches for, and the only one that is then taken. */
  constructor(vouchedKey: string | null) {
    this.#vouchedKey = vouchedKey?.trim() ?? null
  }

  takeKey(text: string): void {
    this.#key = text.trim()
    if (this.#checkpointText !== null) this.demandSigned()
  }
  takeCheckpoint(text: string): void {
    this.#checkpointText = text
    if (this.#key !== null) this.demandSigned()
  }

  /** Signed by the key that was named: asked before anything that is large is looked at. */
  demandSigned(): Checkpoint {
    if (this.#checkpoint !== null) return this.#checkpoint
    const key = this.#key === null ? null : parseNoteKey(sha256, this.#key)
    if (key === null || this.#checkpointText === null) {
      throw receiptsError('receipts.archive_unreadable')
    }
    if (this.#vouchedKey !== null && this.#vouchedKey !== this.#key) {
      throw receiptsError('receipts.archive_key_differs')
    }
    const signed = openNote(sha256, verifyEd25519, key, this.#checkpointText)
    const checkpoint = signed === null ? null : parseCheckpoint(signed)
    if (checkpoint === null || checkpoint.origin !== key.name) {
      throw receiptsError('receipts.archive_signature_wrong')
    }
    this.#checkpoint = checkpoint
    return checkpoint
  }

  /** Bundles come in the order of their entries, and no more of them than the checkpoint counts. */
  takeBundle(bytes: Buffer): void {
    const { size } = this.demandSigned()
    const bundle = decodeBundle(bytes)
    if ('faultAt' in bundle) throw receiptsError('receipts.archive_tree_wrong')
    for (const entry of bundle.entries) {
      const leaf = parseLeaf(Buffer.from(entry).toString('utf8'))
      const place = this.#commitments.length
      if ('fault' in leaf || leaf.seq !== place || place >= size) {
        throw receiptsError('receipts.archive_tree_wrong')
      }
      this.#commitments.push(leaf.cm)
    }
    const hashes = bundle.entries.map((entry) => leafHash(sha256, entry))
    this.#frontier = appendLeaves(sha256, this.#frontier, hashes)
  }

  /** Asked before the first record: the tree is the one that is signed. */
  demandTrue(): Checkpoint {
    const checkpoint = this.demandSigned()
    const isWhole =
      checkpoint.size === this.#commitments.length &&
      sameBytes(checkpoint.root, rootOf(sha256, this.#frontier))
    if (!isWhole) throw receiptsError('receipts.archive_tree_wrong')
    return checkpoint
  }

  /** The body that is shown is the one that the leaf in its place commits to. */
  demandProof(event: RecordEvent): Record<string, unknown> | null {
    const proof = event['accord:proof']
    if (proof === undefined) return null
    const body = Buffer.from(proof['accord:body'], 'utf8')
    const key = Buffer.from(proof['accord:commitmentKey'], 'hex')
    const commitment = createHmac('sha256', key).update(body).digest('base64url')
    if (commitment !== this.#commitments[proof['accord:seq']]) {
      throw receiptsError('receipts.archive_proof_wrong')
    }
    return JSON.parse(proof['accord:body']) as Record<string, unknown>
  }
}
