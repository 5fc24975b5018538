// A legal basis as stored, with encrypted texts, and as shown.
import { type AccountId, type Caller, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { SensitiveLegalBasisView } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { bases, isInForce, type LegalBasis, type LegalBasisWords } from './legal-basis.ts'
import { type LegalBasisRow, peopleByLegalBasis, readLegalBases } from './store.ts'

/** The words may name a practice or an illness: sealed, like all that is written freely. */
const place = (rowId: string) => ({ table: 'sensitive.ground', column: 'words_sealed', rowId })

export function sealWords(
  vault: Pick<Vault, 'sealForAccount'>,
  accountId: AccountId,
  legalBasisId: string,
  words: LegalBasisWords,
): Buffer {
  const plain = Buffer.from(JSON.stringify(words), 'utf8')
  return vault.sealForAccount(accountId, place(legalBasisId), plain)
}

export function toLegalBasis(
  vault: Pick<Vault, 'openForAccount'>,
  accountId: AccountId,
  { wordsSealed, ...row }: LegalBasisRow,
): LegalBasis {
  const plain = vault.openForAccount(accountId, place(row.id), wordsSealed)
  return { ...row, words: JSON.parse(plain.toString('utf8')) as LegalBasisWords }
}

export async function listLegalBases(
  deps: Pick<SensitiveDeps, 'vault' | 'contacts' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
): Promise<SensitiveLegalBasisView[]> {
  const rows = await readLegalBases(tx, accountId)
  const people = await peopleByLegalBasis(tx, accountId)
  const controllers = await deps.contacts.controllers(tx, accountId)
  const names = new Map<string, string>(controllers.map(({ id, name }) => [id, name]))
  const now = deps.clock.now()
  return rows.map((row) => {
    const legalBasis = toLegalBasis(deps.vault, accountId, row)
    const isOver = legalBasis.state === 'in_force' && !isInForce(legalBasis, now)
    return {
      id: legalBasis.id,
      controllerId: legalBasis.controllerId,
      controllerName: names.get(legalBasis.controllerId) ?? '',
      category: legalBasis.category,
      basis: legalBasis.basis,
      article: bases[legalBasis.basis].article,
      justification: legalBasis.words.justification,
      law: legalBasis.words.law,
      wordingId: legalBasis.wordingId,
      keepDays: legalBasis.keepDays,
      endsAt: isoTime(legalBasis.endsAt),
      state: isOver ? 'ended' : legalBasis.state,
      recordedBy: legalBasis.recordedBy,
      recordedAt: isoTime(legalBasis.recordedAt),
      approvedBy: legalBasis.approvedBy,
      approvedAt: isoTimeOrNull(legalBasis.approvedAt),
      endedAt: isoTimeOrNull(legalBasis.endedAt),
      endReason: legalBasis.words.endReason,
      people: people.get(legalBasis.id) ?? 0,
      valuesErased: legalBasis.valuesErased,
    }
  })
}

export function actorOf({ by }: Caller): string {
  if (by.kind === 'user') return `user:${by.userId}`
  return by.kind === 'token' ? `token:${by.tokenId}` : `system:${by.what}`
}
