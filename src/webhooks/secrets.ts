// What of an endpoint is secret, as it is kept: its address and its secrets, sealed to their row.
import { type AccountId, type Instant, Personal, utf8Bytes } from '../kernel/index.ts'
import type { WebhooksDeps } from './deps.ts'
import type { Endpoint } from './endpoint-store.ts'
import type { Secret } from './sign.ts'

type HasVault = Pick<WebhooksDeps, 'vault'>
type Column = 'url_sealed' | 'secret_sealed' | 'old_secret_sealed'

const placeOf = (rowId: string, column: Column) => ({ table: 'webhooks.endpoint', column, rowId })

export const sealUrl = ({ vault }: HasVault, accountId: AccountId, id: string, url: string) =>
  vault.sealForAccount(accountId, placeOf(id, 'url_sealed'), utf8Bytes(url))

export const openUrl = (
  { vault }: HasVault,
  accountId: AccountId,
  { id, urlSealed }: Pick<Endpoint, 'id' | 'urlSealed'>,
): string => vault.openForAccount(accountId, placeOf(id, 'url_sealed'), urlSealed).toString('utf8')

export function sealSecret(
  { vault }: HasVault,
  accountId: AccountId,
  { id, secret, column }: { id: string; secret: Secret; column: Exclude<Column, 'url_sealed'> },
): Buffer {
  return vault.sealForAccount(accountId, placeOf(id, column), utf8Bytes(secret.reveal('seal')))
}

/** The newest first; after a renewal two, for a day. */
export function openSecrets(
  { vault }: HasVault,
  accountId: AccountId,
  endpoint: Endpoint,
  at: Instant,
): [Secret, ...Secret[]] {
  const { id, secretSealed, oldSecretSealed, oldSecretUntil } = endpoint
  const open = (column: Column, sealed: Buffer): Secret =>
    new Personal(vault.openForAccount(accountId, placeOf(id, column), sealed).toString('utf8'))
  const newest = open('secret_sealed', secretSealed)
  const isOldGood = oldSecretSealed !== null && oldSecretUntil !== null && oldSecretUntil > at
  return isOldGood ? [newest, open('old_secret_sealed', oldSecretSealed)] : [newest]
}
