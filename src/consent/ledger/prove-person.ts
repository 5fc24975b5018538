// One person's entries with all that proves them, and of nobody else more than hashes: the folder
// that verify.mjs checks alone.
import { type AccountId, assert, type Language, type SubjectId } from '../../kernel/index.ts'
import { decodeBundle, tileWidth } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import { listWordings } from '../store/store.ts'
import { disclosureFiles, type ExportDeps, type ExportedFile, textFile } from './export-ledger.ts'
import type { LedgerFiles } from './ledger-files.ts'
import { type DisclosedEvent, disclosuresOf, proofReader } from './prove-consent.ts'
import { ledgerSigner } from './signing-key.ts'

export type PersonProofs = {
  /** Empty where the ledger has signed no entry about this person. */
  files: readonly ExportedFile[]
  /** Recorded, and not yet in what the checkpoint signs. */
  waiting: number
}

type Placed = DisclosedEvent & { seq: number }

export async function provePerson(
  deps: ExportDeps,
  tx: Tx,
  accountId: AccountId,
  { subjectId, language }: { subjectId: SubjectId; language: Language },
): Promise<PersonProofs> {
  const events = (await disclosuresOf(deps, tx, accountId, [subjectId])).get(subjectId) ?? []
  const ledger = await deps.sequencer.filesOf(tx, accountId)
  const checkpoint = (await ledger?.files.checkpoint()) ?? null
  if (ledger === null || checkpoint === null) return { files: [], waiting: events.length }
  const placed = events
    .filter((event): event is Placed => event.seq !== null && event.seq < checkpoint.size)
    .sort((a, b) => a.seq - b.seq)
  const waiting = events.length - placed.length
  if (placed.length === 0) return { files: [], waiting }
  const { files, tree } = ledger
  const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
  const about = { format: 'accord-person-entries', version: 1, language }
  const entries = placed.map(({ seq }) => seq)
  const found: ExportedFile[] = [
    textFile('about.json', `${JSON.stringify({ ...about, entries }, null, 2)}\n`),
    textFile('checkpoint', checkpoint.text),
    textFile('ledger.key', `${signer.keyText(tree.origin)}\n`),
  ]
  const entryAt = entryReader(files, checkpoint.size)
  const proofAt = proofReader({ files, checkpoint })
  for (const { seq, body, commitmentKey } of placed) {
    found.push({ path: `entries/${seq}.json`, bytes: await entryAt(seq) })
    found.push(...disclosureFiles({ seq, body, commitmentKey, proof: await proofAt(seq) }))
  }
  found.push(...(await wordingFiles(tx, accountId, placed)))
  return { files: found, waiting }
}

/** Reads each bundle once; of the up to 256 entries in it only the person's own are given. */
function entryReader(files: LedgerFiles, size: number): (seq: number) => Promise<Uint8Array> {
  const bundles = new Map<number, readonly Uint8Array[]>()
  return async (seq) => {
    const index = Math.floor(seq / tileWidth)
    let entries = bundles.get(index)
    if (entries === undefined) {
      const bundle = decodeBundle(await files.readBundle(index, size))
      assert('entries' in bundle, 'a bundle that the ledger wrote is whole')
      entries = bundle.entries
      bundles.set(index, entries)
    }
    const entry = entries[seq % tileWidth]
    assert(entry !== undefined, 'the bundle holds what the checkpoint signs')
    return entry
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
