// A request that was written down by mistake, of the wrong person or twice: it ends without an act.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOfStaff } from '../contract.ts'
import { preferencesError } from '../errors.ts'
import { stepsOf } from './life-store.ts'
import type { PersonRequest } from './request-store.ts'

/**
 * What the person asked for or confirmed themselves is no mistake of staff; nor is what somebody
 * wrote on the public request page, whoever it was. Who asked for the same by a word from their
 * phone, once staff had written it down, was told that it has arrived: it is theirs as well.
 */
export async function demandMistake(
  tx: Tx,
  accountId: AccountId,
  { id, heardBy, identifiedHow }: PersonRequest,
): Promise<void> {
  const isConfirmed = identifiedHow !== null && !byStaff.has(identifiedHow)
  const steps = await stepsOf(tx, accountId, { requestId: id })
  const isAskedToo = steps.some(({ kind, told }) => kind === 'received' && told !== null)
  if (!isOfStaff(heardBy) || isConfirmed || isAskedToo) {
    throw preferencesError('preferences.request_is_theirs')
  }
}

const byStaff: ReadonlySet<string> = new Set(['shared_fact', 'known_to_staff'])

/** Whoever was told of it, or asked to confirm it, is told that it is over; nobody else is. */
export async function wasToldOf(tx: Tx, accountId: AccountId, requestId: string): Promise<boolean> {
  const steps = await stepsOf(tx, accountId, { requestId })
  return steps.some(
    ({ kind, told }) => kind === 'identity_asked' || (told !== null && told.state !== 'not_sent'),
  )
}
