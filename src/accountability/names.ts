// Who wrote an entry, as the journal names them.
import { actorNames } from '../accounts/index.ts'
import type { Caller, TokenId, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { programPartName } from '../words/index.ts'
import type { AccountabilityDeps } from './deps.ts'

export type NameOf = (by: string) => string

export async function namesOf(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  { accountId, language }: Pick<Caller, 'accountId' | 'language'>,
  actors: readonly string[],
): Promise<NameOf> {
  const idsOf = (kind: string) => [
    ...new Set(
      actors.flatMap((by) => (by.startsWith(`${kind}:`) ? [by.slice(kind.length + 1)] : [])),
    ),
  ]
  const names = await actorNames(deps.vault, tx, accountId, {
    users: idsOf('user') as UserId[],
    tokens: idsOf('token') as TokenId[],
  })
  return (by) => {
    const [kind = '', actor = ''] = by.split(':')
    return (kind === 'system' ? programPartName(language, actor) : names.get(actor)) ?? ''
  }
}
