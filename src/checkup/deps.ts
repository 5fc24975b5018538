// What the self-check needs from outside; what other parts of the program know comes by ports.
import type { Clock, DataMap } from '../kernel/index.ts'
import type { MailError } from '../notifications/index.ts'
import type { Logger } from '../observability/index.ts'
import type { Database, WayIn } from '../storage/index.ts'
import type { BackupFacts, MachineSettings, ObjectionFacts, SecondFactorFacts } from './facts.ts'

export type CheckupPorts = {
  /** Of whatever makes the backups; absent: nothing in the program does. */
  backupState?: () => Promise<BackupFacts>
  /** Of whatever knows second factors; absent: nothing in the program does. */
  secondFactors?: () => Promise<SecondFactorFacts>
  /** Of whatever sends; absent: nothing in the program does. */
  objections?: () => Promise<ObjectionFacts>
  /** Connects to the mail server and logs in, and sends nothing; absent: none is set. */
  tryMail?: () => Promise<MailError | null>
}

export type CheckupDeps = {
  database: Database
  /** How the database is reached: whether its server proves who it is. */
  storage: { wayIn: WayIn }
  clock: Clock
  logger: Pick<Logger, 'error'>
  settings: MachineSettings
  dataMaps: () => readonly DataMap[]
  /** Where the running server listens; null: none runs. */
  ownUrl: () => string | null
  ports: CheckupPorts
}
