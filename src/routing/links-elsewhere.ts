// The operator links held by another thread of this program.
import type { RouteId } from '../kernel/index.ts'
import type { LinkState } from './link/index.ts'
import type { Trial, TrialTold } from './try-route.ts'

/** What the holder of a route's links last said of them. */
export type LinksTold = {
  isBound: boolean
  isSlow: boolean
  links: readonly LinkState[]
  matchingRate: number | null
  learnedRate: number | null
}

/** Before that. */
export const nothingTold = { links: [], matchingRate: null, learnedRate: null } as const

export interface LinksElsewhere {
  /** Null until the holder has said something of this route. */
  told(routeId: RouteId): LinksTold | null
  /** Resolves when the holder has opened and closed after the routes and contracts of now. */
  refresh(): Promise<void>
  /** Hands on the receipts of an HTTP operator; null when the secret is another. */
  takeReceipts(routeId: string, secret: string, body: unknown): Promise<number | null>
  /** One test message; null where there is no such route. */
  tryRoute(routeId: string, trial: Trial): Promise<TrialTold | null>
}
