// What the engine of one node is given.
import type { ConsentGate, Objections } from '../../consent/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import type { MakeId, RouteId, Timers } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Routes } from '../ports.ts'
import type { HearYes, SendNotice } from '../replies/receive-reply.ts'
import type { LeftMarks } from '../store/left-marks.ts'
import type { RerouteDeps } from './reroute.ts'
import type { RouteWorker } from './route-worker.ts'

export type EngineDeps = {
  database: Database
  vault: Vault
  consent: ConsentGate & Objections
  contacts: Contacts
  routes: Routes
  timers: Timers
  makeId: MakeId
  logger: Logger
  metrics: Metrics
  /** Answers HELP and CONTACT with who is writing. */
  sendNotice: SendNotice
  /** Records a keyword that a handset sends. */
  hearYes: HearYes | undefined
  /** The same for each process on this folder of this machine, of which one runs at a time. */
  nodeId?: string
  pool: RerouteDeps['pool']
  /** Told beside the keys before anything leaves. */
  left: LeftMarks
  keysFolder: string
  /** Filled by the engine: a worker for each route. */
  workers: Map<RouteId, RouteWorker>
}
