// A ground as its row holds it, its words sealed; and as it is shown.
import { type AccountId, type Caller, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { SensitiveGroundView } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { bases, type Ground, type GroundWords, isInForce } from './ground.ts'
import { type GroundRow, peopleByGround, readGrounds } from './store.ts'

/** The words may name a practice or an illness: sealed, like all that is written freely. */
const place = (rowId: string) => ({ table: 'sensitive.ground', column: 'words_sealed', rowId })

export function sealWords(
  vault: Pick<Vault, 'sealForAccount'>,
  accountId: AccountId,
  groundId: string,
  words: GroundWords,
): Buffer {
  const plain = Buffer.from(JSON.stringify(words), 'utf8')
  return vault.sealForAccount(accountId, place(groundId), plain)
}

export function toGround(
  vault: Pick<Vault, 'openForAccount'>,
  accountId: AccountId,
  { wordsSealed, ...row }: GroundRow,
): Ground {
  const plain = vault.openForAccount(accountId, place(row.id), wordsSealed)
  return { ...row, words: JSON.parse(plain.toString('utf8')) as GroundWords }
}

export async function listGrounds(
  deps: Pick<SensitiveDeps, 'vault' | 'contacts' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
): Promise<SensitiveGroundView[]> {
  const rows = await readGrounds(tx, accountId)
  const people = await peopleByGround(tx, accountId)
  const controllers = await deps.contacts.controllers(tx, accountId)
  const names = new Map<string, string>(controllers.map(({ id, name }) => [id, name]))
  const now = deps.clock.now()
  return rows.map((row) => {
    const ground = toGround(deps.vault, accountId, row)
    const isOver = ground.state === 'in_force' && !isInForce(ground, now)
    return {
      id: ground.id,
      controllerId: ground.controllerId,
      controllerName: names.get(ground.controllerId) ?? '',
      category: ground.category,
      basis: ground.basis,
      article: bases[ground.basis].article,
      justification: ground.words.justification,
      law: ground.words.law,
      wordingId: ground.wordingId,
      keepDays: ground.keepDays,
      endsAt: isoTime(ground.endsAt),
      state: isOver ? 'ended' : ground.state,
      recordedBy: ground.recordedBy,
      recordedAt: isoTime(ground.recordedAt),
      approvedBy: ground.approvedBy,
      approvedAt: isoTimeOrNull(ground.approvedAt),
      endedAt: isoTimeOrNull(ground.endedAt),
      endReason: ground.words.endReason,
      people: people.get(ground.id) ?? 0,
      valuesErased: ground.valuesErased,
    }
  })
}

export function actorOf({ by }: Caller): string {
  if (by.kind === 'user') return `user:${by.userId}`
  return by.kind === 'token' ? `token:${by.tokenId}` : `system:${by.what}`
}
