// The texts of a data request, encrypted with the person's own key: theirs, and the answer's.
import type { AccountId } from '../../kernel/index.ts'
import { hasKey, type SubjectKeys } from '../../vault/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { PersonRequest } from './request-store.ts'

/** `reason`: the explanation that the person reads; `told`: what the person wrote. */
type Which = 'reason' | 'told'

const placeOf = (which: Which, rowId: string) => ({
  table: 'preferences.request',
  column: `${which}_sealed`,
  rowId,
})

type Sealing = { accountId: AccountId; keys: SubjectKeys }
type Deps = Pick<PreferencesDeps, 'vault'>

export const sealReason = (
  deps: Deps,
  { reason, ...of }: Sealing & { id: string; reason: string },
): Buffer => seal(deps, 'reason', { ...of, text: reason })

export const sealTold = (deps: Deps, of: Sealing & { id: string; text: string }): Buffer =>
  seal(deps, 'told', of)

function seal(
  { vault }: Deps,
  which: Which,
  { accountId, keys, id, text }: Sealing & { id: string; text: string },
): Buffer {
  return vault.sealContact(keys, accountId, placeOf(which, id), Buffer.from(text, 'utf8'))
}

type Asked = Sealing & { request: Pick<PersonRequest, 'id' | 'reasonSealed' | 'toldSealed'> }

export const reasonOf = (deps: Deps, asked: Asked): string | null =>
  opened(deps, 'reason', asked, asked.request.reasonSealed)

export const toldOf = (deps: Deps, asked: Asked): string | null =>
  opened(deps, 'told', asked, asked.request.toldSealed)

function opened(
  { vault }: Deps,
  which: Which,
  { accountId, keys, request }: Asked,
  sealed: Buffer | null,
): string | null {
  if (sealed === null || !hasKey(keys.contactKey)) return null
  return vault.openContact(keys, accountId, placeOf(which, request.id), sealed).toString('utf8')
}
