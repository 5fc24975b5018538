// One person's entries with all that proves them, and of nobody else more than hashes: the folder
// that verify.mjs checks alone.
import { type AccountId, BugError, type Language, type SubjectId } from '../../kernel/index.ts'
import {
  decodeBundle,
  hashText,
  leafHash,
  parseCheckpoint,
  parseLeaf,
  parseProof,
  tileWidth,
  verifyInclusion,
} from '../../ledger/index.ts'
import { isOfDatabase, type Tx } from '../../storage/index.ts'
import { hmacSha256 } from '../../vault/index.ts'
import type { Guard } from '../store/guard.ts'
import { listWordings } from '../store/store.ts'
import { disclosureFiles, type ExportDeps, type ExportedFile, textFile } from './export-ledger.ts'
import type { LedgerFiles } from './ledger-files.ts'
import { type DisclosedEvent, disclosuresOf, proofReader } from './prove-consent.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'

export type PersonProofs = {
  /** Empty where the ledger has signed no entry about this person, or is damaged. */
  files: readonly ExportedFile[]
  /** Recorded, and not yet in what the checkpoint signs. */
  waiting: number
  /** The files of the ledger do not prove what they should: somebody has to look. */
  isDamaged: boolean
}

type Placed = DisclosedEvent & { seq: number }
type Signed = { files: LedgerFiles; checkpoint: { text: string; size: number } }

export async function provePerson(
  deps: ExportDeps & { guard: Pick<Guard, 'alarm'> },
  tx: Tx,
  accountId: AccountId,
  { subjectId, language }: { subjectId: SubjectId; language: Language },
): Promise<PersonProofs> {
  const events = (await disclosuresOf(deps, tx, accountId, [subjectId])).get(subjectId) ?? []
  const none = { files: [], waiting: events.length, isDamaged: false }
  const signed = await signedOf(deps, tx, accountId)
  if (signed === 'unreadable') {
    deps.guard.alarm({ accountId, kind: 'ledger_differs', count: 1 })
    return { ...none, isDamaged: true }
  }
  if (signed === null) return none
  const { ledger, checkpoint } = signed
  const placed = events
    .filter((event): event is Placed => event.seq !== null && event.seq < checkpoint.size)
    .sort((a, b) => a.seq - b.seq)
  const waiting = events.length - placed.length
  if (placed.length === 0) return { ...none, waiting }
  const proven = await readProven({ files: ledger.files, checkpoint }, placed)
  if (proven === null) {
    deps.guard.alarm({ accountId, kind: 'ledger_differs', count: 1 })
    return { files: [], waiting, isDamaged: true }
  }
  const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
  const about = { format: 'accord-person-entries', version: 1, language }
  const entries = placed.map(({ seq }) => seq)
  const files = [
    textFile('about.json', `${JSON.stringify({ ...about, entries }, null, 2)}\n`),
    textFile('checkpoint', checkpoint.text),
    textFile('ledger.key', `${signer.keyText(ledger.tree.origin)}\n`),
    ...proven,
    ...(await wordingFiles(tx, accountId, placed)),
  ]
  return { files, waiting, isDamaged: false }
}

/** Files that cannot be read keep nobody's answer back. */
async function signedOf(deps: Pick<ExportDeps, 'sequencer'>, tx: Tx, accountId: AccountId) {
  try {
    const ledger = await deps.sequencer.filesOf(tx, accountId)
    const checkpoint = (await ledger?.files.checkpoint()) ?? null
    return ledger === null || checkpoint === null ? null : { ledger, checkpoint }
  } catch (error) {
    if (isOfDatabase(error)) throw error
    return 'unreadable' as const
  }
}

/** Null where a file is missing or leads elsewhere: nobody is given a proof that fails. */
async function readProven(
  signed: Signed,
  placed: readonly Placed[],
): Promise<ExportedFile[] | null> {
  const root = parseCheckpoint(signed.checkpoint.text)?.root
  const { size } = signed.checkpoint
  const entryAt = entryReader(signed)
  const proofAt = proofReader(signed)
  const found: ExportedFile[] = []
  try {
    for (const { seq, body, commitmentKey } of placed) {
      const entry = await entryAt(seq)
      const proof = await proofAt(seq)
      const hashes = parseProof(proof)?.hashes
      if (entry === null || root === undefined || hashes === undefined) return null
      const leaf = { hash: leafHash(sha256, entry), index: seq, size }
      if (!verifyInclusion(sha256, leaf, hashes, root)) return null
      // A database that was put back may name the place of another person's entry.
      if (!isOf(entry, { body, commitmentKey })) return null
      found.push({ path: `entries/${seq}.json`, bytes: entry })
      found.push(...disclosureFiles({ seq, body, commitmentKey, proof }))
    }
    return found
  } catch (error) {
    if (error instanceof BugError) throw error
    return null
  }
}

/** Whether the entry commits to this body. */
function isOf(
  entry: Uint8Array,
  { body, commitmentKey }: Pick<Placed, 'body' | 'commitmentKey'>,
): boolean {
  const leaf = parseLeaf(Buffer.from(entry).toString('utf8'))
  const key = Buffer.from(commitmentKey, 'hex')
  return 'cm' in leaf && leaf.cm === hashText(hmacSha256(key, Buffer.from(body, 'utf8')))
}

/** Reads each bundle once; of the up to 256 entries in it only the person's own are given. */
function entryReader({ files, checkpoint }: Signed): (seq: number) => Promise<Uint8Array | null> {
  const bundles = new Map<number, readonly Uint8Array[]>()
  return async (seq) => {
    const index = Math.floor(seq / tileWidth)
    let entries = bundles.get(index)
    if (entries === undefined) {
      const bundle = decodeBundle(await files.readBundle(index, checkpoint.size))
      entries = 'entries' in bundle ? bundle.entries : []
      bundles.set(index, entries)
    }
    return entries[seq % tileWidth] ?? null
  }
}

/** The texts that this person was shown, and no other of the account. */
async function wordingFiles(
  tx: Tx,
  accountId: AccountId,
  placed: readonly Placed[],
): Promise<ExportedFile[]> {
  const named = new Set(
    placed.map(({ body }) => (JSON.parse(body) as { wording?: string }).wording),
  )
  const texts = new Map<string, string>()
  for (const wording of await listWordings(tx, accountId)) {
    const name = Buffer.from(wording.sha256).toString('hex')
    if (named.has(name)) texts.set(name, wording.shownText)
  }
  return [...texts].map(([name, text]) => textFile(`wordings/${name}.txt`, text))
}
