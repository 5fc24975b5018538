// A request that was written down by mistake, of the wrong person or twice: it ends without an act.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOwnWord } from '../contract.ts'
import { preferencesError } from '../errors.ts'
import { stepsOf } from './life-store.ts'
import type { PersonRequest } from './request-store.ts'

/** What the person asked for or confirmed themselves is no mistake of staff. */
export function demandMistake({ heardBy, identifiedHow }: PersonRequest): void {
  const isConfirmed = identifiedHow !== null && !byStaff.has(identifiedHow)
  if (isOwnWord(heardBy) || isConfirmed) throw preferencesError('preferences.request_is_theirs')
}

const byStaff: ReadonlySet<string> = new Set(['shared_fact', 'known_to_staff'])

/** Whoever was told of it, or asked to confirm it, is told that it is over; nobody else is. */
export async function wasToldOf(tx: Tx, accountId: AccountId, requestId: string): Promise<boolean> {
  const steps = await stepsOf(tx, accountId, { requestId })
  return steps.some(
    ({ kind, told }) => kind === 'identity_asked' || (told !== null && told.state !== 'not_sent'),
  )
}
