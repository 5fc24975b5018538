// What the use cases of notifications need from outside.
import type { OwnAddress } from '../http/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { Clock, MakeId } from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { Mail } from './send-mail.ts'
import type { Smtp } from './smtp.ts'

export type NotificationsDeps = OwnAddress & {
  database: Database
  vault: Vault
  clock: Clock
  makeId: MakeId
  jobs: Pick<Jobs, 'enqueue'>
  logger: Pick<Logger, 'warn'>
  metrics: Pick<Metrics, 'count'>
  mail: Mail
  /** Null: no mail server is configured. */
  smtp: Smtp | null
}
