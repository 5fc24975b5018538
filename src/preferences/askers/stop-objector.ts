// Carries out an objection of somebody who is no contact: by their number alone.
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { RequestKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { AskerDetails } from './asker.ts'

/** Where an objection was heard: by staff, or on the public request page. */
type Objector = {
  kind: RequestKind
  details: Pick<AskerDetails, 'number'>
  origin: 'desk' | 'request_page'
}

/**
 * An objection needs no proof of who objects: a number given with it gets no more marketing,
 * whoever has it. By nothing but its mark: nobody is made of it. False: there is nothing to stop,
 * or the key of the list is lost; then the request cannot be closed before it is back.
 */
export async function stopObjector(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { kind, details: { number }, origin }: Objector,
): Promise<boolean> {
  const { accountId } = caller
  if (kind !== 'objection' || number === undefined) return false
  if (!deps.vault.hasSuppressionKey(accountId)) return false
  await deps.consent.recordStop(tx, caller, {
    tag: deps.vault.suppressionTag(accountId, number),
    keys: null,
    ...{ scope: 'marketing', reason: 'objection', origin, at: deps.clock.now() },
  })
  return true
}

/** After the commit: what was on its way to the number and may not leave any more. */
export async function untilObjectorIsFree(
  deps: PreferencesDeps,
  { accountId }: Pick<Caller, 'accountId'>,
  { kind, details: { number } }: Pick<Objector, 'kind' | 'details'>,
): Promise<void> {
  if (kind !== 'objection' || number === undefined) return
  await deps.nothingLeaves(accountId, number, { scope: 'marketing' })
}
