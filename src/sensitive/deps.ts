// What the use cases of sensitive need from outside.
import type { Audit } from '../audit/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { Clock, MakeId } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type SensitiveDeps = {
  database: Database
  vault: Vault
  audit: Audit
  consent: Pick<Consent, 'findWording' | 'gateFacts'>
  contacts: Pick<Contacts, 'controller' | 'controllers' | 'find'>
  jobs: Jobs
  clock: Clock
  makeId: MakeId
}
