// What a second factor is checked with, and its name: sealed under a key of the installation.
import type { AccountsDeps } from '../deps.ts'
import type { FactorRow } from './factor-store.ts'
import type { Passkey } from './passkeys.ts'

type Column = 'name_sealed' | 'secret_sealed'
type Deps = Pick<AccountsDeps, 'vault'>

const factorPlace = (factorId: string, column: Column) => ({
  table: 'accounts.factor',
  column,
  rowId: factorId,
})

export const sealOfFactor = (
  { vault }: Deps,
  factorId: string,
  column: Column,
  plain: Uint8Array,
): Buffer => vault.sealForInstallation(factorPlace(factorId, column), plain)

export function openSecret(
  { vault }: Deps,
  factor: Pick<FactorRow, 'factor_id' | 'secret_sealed'>,
): Buffer {
  return vault.openForInstallation(
    factorPlace(factor.factor_id, 'secret_sealed'),
    factor.secret_sealed,
  )
}

export function openFactorName({ vault }: Deps, row: FactorRow): string {
  const place = factorPlace(row.factor_id, 'name_sealed')
  return vault.openForInstallation(place, row.name_sealed).toString('utf8')
}

export const sealPasskey = (deps: Deps, factorId: string, passkey: Passkey): Buffer =>
  sealOfFactor(deps, factorId, 'secret_sealed', Buffer.from(JSON.stringify(passkey), 'utf8'))

/** Of a confirmed one. */
export const openPasskey = (deps: Deps, factor: FactorRow): Passkey =>
  JSON.parse(openSecret(deps, factor).toString('utf8')) as Passkey
