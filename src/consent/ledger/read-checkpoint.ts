// What an account's ledger has signed last: how many entries, under which key, and how many wait.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { countWaiting, readTree } from '../store/tree-store.ts'
import type { Sequencer } from './sequence.ts'
import { ledgerSigner } from './signing-key.ts'

export type CheckpointState = {
  origin: string
  size: number
  text: string | null
  publicKey: string
  waiting: number
}

export type CheckpointDeps = {
  vault: Pick<Vault, 'accountSigningSeed'>
  sequencer: Pick<Sequencer, 'filesOf'>
  /** Names the installation in a ledger that has no entry yet. */
  originHost: string
}

export async function readCheckpoint(
  { vault, sequencer, originHost }: CheckpointDeps,
  tx: Tx,
  accountId: AccountId,
): Promise<CheckpointState> {
  const tree = await readTree(tx, accountId)
  const waiting = await countWaiting(tx, accountId)
  const signer = ledgerSigner(vault.accountSigningSeed(accountId))
  const origin = tree?.origin ?? `${originHost}/ledger/${accountId}`
  const ledger = await sequencer.filesOf(tx, accountId)
  const signed = await ledger?.files.checkpoint()
  const publicKey = signer.keyText(origin)
  return { origin, size: signed?.size ?? 0, text: signed?.text ?? null, publicKey, waiting }
}
