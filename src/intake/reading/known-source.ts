// Remembers how a file with the same header was mapped, and suggests it again.
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ConsentMapping, ImportField, Mapping } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { findSource, saveSource } from '../store.ts'

/**
 * What of a mapping holds for the next file of the same source. Not the day of consent, and not the
 * declarations that everybody agreed or saw the wording: they are about one file.
 */
export type KnownMapping = {
  columns: readonly { index: number; field: ImportField }[]
  country: string
  repairs: Mapping['repairs']
  consent: Pick<ConsentMapping, 'purpose' | 'wordingId' | 'source'> | null
  overrules: Mapping['overrules']
  /** Absent in what was remembered before there were custom fields. */
  custom?: Mapping['custom']
}

export type KnownSource = { mapping: KnownMapping; usedAt: Instant }

type Vaulted = Pick<IntakeDeps, 'vault'>

/** A header may hold a name: it is kept as a tag under a key. */
function fingerprintOf({ vault }: Vaulted, accountId: AccountId, headers: readonly string[]) {
  return vault.installationTag('intake.source', `${accountId}\u0000${headers.join('\u001f')}`)
}

const contextOf = (fingerprint: Buffer) => ({
  table: 'intake.known_source',
  column: 'mapping_sealed',
  rowId: fingerprint.toString('hex'),
})

/** Null for a file without a header: nothing tells its source. */
export async function recallSource(
  deps: Vaulted,
  tx: Tx,
  accountId: AccountId,
  headers: readonly string[] | null,
): Promise<KnownSource | null> {
  if (headers === null) return null
  const fingerprint = fingerprintOf(deps, accountId, headers)
  const row = await findSource(tx, accountId, fingerprint)
  if (row === null) return null
  const plain = deps.vault.openForAccount(accountId, contextOf(fingerprint), row.mapping_sealed)
  return { mapping: JSON.parse(plain.toString('utf8')) as KnownMapping, usedAt: row.used_at }
}

export async function rememberSource(
  deps: Vaulted,
  tx: Tx,
  accountId: AccountId,
  { headers, mapping, at }: { headers: readonly string[] | null; mapping: Mapping; at: Instant },
): Promise<void> {
  if (headers === null) return
  const { columns, country, repairs, consent, overrules, custom } = mapping
  const kept: KnownMapping = {
    columns,
    country,
    repairs,
    consent:
      consent === null
        ? null
        : {
            purpose: consent.purpose,
            wordingId: consent.wordingId,
            source: consent.source,
          },
    overrules,
    custom,
  }
  const fingerprint = fingerprintOf(deps, accountId, headers)
  const plain = Buffer.from(JSON.stringify(kept), 'utf8')
  const sealed = deps.vault.sealForAccount(accountId, contextOf(fingerprint), plain)
  await saveSource(tx, accountId, { fingerprint, sealed, at })
}
