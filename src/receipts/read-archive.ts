// Reads an archive as it arrives and checks it: the signature, the tree, and each opened commitment.
import { createHmac, createPublicKey, verify } from 'node:crypto'
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

const blockOctets = 512
const fileOctetsMax = 64 * 1024 * 1024

/** The files of a ustar archive, one at a time as they arrive. */
export async function* untar(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const take = reader(stream)
  for (;;) {
    const header = await take(blockOctets)
    // An archive ends with an empty block; one that just stops was cut.
    if (header === null) throw receiptsError('receipts.archive_unreadable')
    if (header[0] === 0) return
    const path = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8)
    const isWhole = header.toString('latin1', 257, 262) === 'ustar' && size <= fileOctetsMax
    if (!isWhole) throw receiptsError('receipts.archive_unreadable')
    const bytes = await take(Math.ceil(size / blockOctets) * blockOctets)
    if (bytes === null) throw receiptsError('receipts.archive_unreadable')
    yield { path, bytes: bytes.subarray(0, size) }
  }
}

function reader(stream: AsyncIterable<Uint8Array>) {
  const source = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let octets = 0
  return async (count: number): Promise<Buffer | null> => {
    while (octets < count) {
      const next = await source.next()
      if (next.done === true) return null
      held.push(Buffer.from(next.value))
      octets += next.value.length
    }
    const all = Buffer.concat(held)
    held = [all.subarray(count)]
    octets = all.length - count
    return all.subarray(0, count)
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
  #key: string | null = null
  #checkpoint: string | null = null
  #frontier: Frontier = emptyFrontier
  readonly #commitments: string[] = []

  takeKey(text: string): void {
    this.#key = text.trim()
  }
  takeCheckpoint(text: string): void {
    this.#checkpoint = text
  }
  /** Bundles come in the order of their entries. */
  takeBundle(bytes: Buffer): void {
    const bundle = decodeBundle(bytes)
    if ('faultAt' in bundle) throw receiptsError('receipts.archive_tree_wrong')
    for (const entry of bundle.entries) {
      const leaf = parseLeaf(Buffer.from(entry).toString('utf8'))
      if ('fault' in leaf || leaf.seq !== this.#commitments.length) {
        throw receiptsError('receipts.archive_tree_wrong')
      }
      this.#commitments.push(leaf.cm)
    }
    const hashes = bundle.entries.map((entry) => leafHash(sha256, entry))
    this.#frontier = appendLeaves(sha256, this.#frontier, hashes)
  }

  /** Asked before the first record: signed by the key that was named, and the tree that is signed. */
  demandTrue(vouchedKey: string | null): Checkpoint {
    const key = this.#key === null ? null : parseNoteKey(sha256, this.#key)
    if (key === null || this.#checkpoint === null) {
      throw receiptsError('receipts.archive_unreadable')
    }
    if (vouchedKey !== null && vouchedKey.trim() !== this.#key) {
      throw receiptsError('receipts.archive_key_differs')
    }
    const signed = openNote(sha256, verifyEd25519, key, this.#checkpoint)
    const checkpoint = signed === null ? null : parseCheckpoint(signed)
    if (checkpoint === null || checkpoint.origin !== key.name) {
      throw receiptsError('receipts.archive_signature_wrong')
    }
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
