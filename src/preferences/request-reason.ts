// The explanation given for a data request, encrypted with the person's own key.
import type { AccountId } from '../kernel/index.ts'
import { hasKey, type SubjectKeys } from '../vault/index.ts'
import type { PreferencesDeps } from './deps.ts'
import type { PersonRequest } from './request-store.ts'

const placeOf = (rowId: string) => ({
  table: 'preferences.request',
  column: 'reason_sealed',
  rowId,
})

type Sealing = { accountId: AccountId; keys: SubjectKeys }

export function sealReason(
  { vault }: Pick<PreferencesDeps, 'vault'>,
  { accountId, keys, id, reason }: Sealing & { id: string; reason: string },
): Buffer {
  return vault.sealContact(keys, accountId, placeOf(id), Buffer.from(reason, 'utf8'))
}

export function reasonOf(
  { vault }: Pick<PreferencesDeps, 'vault'>,
  { accountId, keys, request }: Sealing & { request: Pick<PersonRequest, 'id' | 'reasonSealed'> },
): string | null {
  const { id, reasonSealed } = request
  if (reasonSealed === null || !hasKey(keys.contactKey)) return null
  return vault.openContact(keys, accountId, placeOf(id), reasonSealed).toString('utf8')
}
