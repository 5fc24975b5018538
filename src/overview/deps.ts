// What the first page and the search need from outside.
import type { Wordings } from '../consent/index.ts'
import type { KeptCounts } from '../contacts/index.ts'
import type { RoutingDeps } from '../routing/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { PointsDeps } from './open-points.ts'

export type OverviewDeps = PointsDeps & {
  database: Database
  vault: Vault
  consent: Pick<Wordings, 'listWordings'>
  counts: Pick<KeptCounts, 'ofAll'>
  routing: RoutingDeps
}
