// The folder that verify.mjs reads: tiles, bundles, checkpoint, key, wordings, chosen disclosures.
import type { AccountId, EntryId } from '../../kernel/index.ts'
import { tilePath, tileWidth, tileWidthIn } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { consentError } from '../errors.ts'
import { listWordings } from '../store/store.ts'
import type { LedgerFiles } from './ledger-files.ts'
import { type Disclosure, discloseEntries, type ProofDeps } from './prove-consent.ts'
import { ledgerSigner } from './signing-key.ts'

export type ExportedFile = { path: string; bytes: Uint8Array }

export type ExportDeps = ProofDeps & {
  vault: ProofDeps['vault'] & Pick<Vault, 'accountSigningSeed'>
}

/** What the database knows is read at once; the tiles follow from disk as the reader takes them. */
export async function exportLedger(
  deps: ExportDeps,
  tx: Tx,
  accountId: AccountId,
  options: { disclose: readonly EntryId[] },
): Promise<AsyncIterable<ExportedFile>> {
  const ledger = await deps.sequencer.filesOf(tx, accountId)
  if (ledger === null) throw consentError('consent.ledger_empty')
  const { files, tree } = ledger
  const checkpoint = await files.checkpoint()
  if (checkpoint === null) throw consentError('consent.ledger_empty')
  const disclosures = await discloseEntries(deps, tx, accountId, {
    entryIds: options.disclose,
    files,
    checkpoint,
  })
  const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
  const small: ExportedFile[] = [
    textFile('checkpoint', checkpoint.text),
    textFile('ledger.key', `${signer.keyText(tree.origin)}\n`),
    textFile('README.txt', readme),
  ]
  for (const wording of await listWordings(tx, accountId)) {
    if (wording.state === 'draft') continue
    const name = Buffer.from(wording.sha256).toString('hex')
    small.push(textFile(`wordings/${name}.txt`, wording.shownText))
  }
  for (const disclosure of disclosures) small.push(...disclosureFiles(disclosure))
  return allFiles(small, files, checkpoint.size)
}

export function disclosureFiles({ seq, body, commitmentKey, proof }: Disclosure): ExportedFile[] {
  const shown = JSON.stringify({ seq, commitmentKey, body }, null, 2)
  return [
    textFile(`disclosures/${seq}.json`, `${shown}\n`),
    textFile(`proofs/${seq}.tlog-proof`, proof),
  ]
}

async function* allFiles(
  small: readonly ExportedFile[],
  files: LedgerFiles,
  size: number,
): AsyncGenerator<ExportedFile> {
  yield* small
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    for (let index = 0; tileWidthIn(size, level, index) > 0; index += 1) {
      const path = tilePath(level, index, tileWidthIn(size, level, index))
      yield { path, bytes: await files.readTile(level, index, size) }
    }
  }
  for (let index = 0; tileWidthIn(size, 0, index) > 0; index += 1) {
    const path = tilePath('entries', index, tileWidthIn(size, 0, index))
    yield { path, bytes: await files.readBundle(index, size) }
  }
}

export const textFile = (path: string, text: string): ExportedFile => ({
  path,
  bytes: Buffer.from(text, 'utf8'),
})

const readme = `The consent ledger of one account, as exported.

Check it with one file and no network:   node verify.mjs FOLDER --key FILE
and against a checkpoint you kept:       node verify.mjs FOLDER --key FILE --older-checkpoint FILE

FILE after --key is the key that you noted before, or that the server publishes: its address is the
first line of the file checkpoint, and /key. The one in this folder came with what it proves.

checkpoint     size and root of the tree, signed (c2sp.org/tlog-checkpoint)
ledger.key     the key that signs it; compare it with the one you were given before
tile/          the tree's hashes and its entries (c2sp.org/tlog-tiles)
wordings/      each published text, byte for byte; the file's SHA-256 is what entries name
disclosures/   evidence shown to you: body and commitment key, by sequence number
proofs/        one tlog-proof for each of them (c2sp.org/tlog-proof)

Keep the checkpoint: next time it shows that nothing before it was rewritten.
`
