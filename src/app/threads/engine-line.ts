// What the engine's thread and the others say to each other.
import type { RouteId } from '../../kernel/index.ts'
import type { DownReason, LinksTold, Trial } from '../../routing/index.ts'
import type { ComposeOptions } from '../compose-base.ts'
import type { LogLine, ToldError } from './thread.ts'
import type { ThreadPlaces } from './thread-infrastructure.ts'

/** What the thread is given; it opens the database and the keys by itself. */
export type EngineTask = ThreadPlaces & {
  dataFolder: string
  nodeFolder: string
  options: ComposeOptions
}

/** Told once for each new reason why a route's link is down. */
export type OnLinkDown = (routeName: string, why: DownReason) => void

/** A question has one answer, under the same number. */
export type Question =
  | { what: 'refresh' }
  | { what: 'metrics' }
  | { what: 'receipts'; routeId: string; secret: string; body: unknown }
  | { what: 'try'; routeId: string; trial: Trial }
  | { what: 'close' }

export type ToEngine =
  /** Once, before anything else. */
  | { kind: 'begin'; task: EngineTask }
  | { kind: 'wake'; routeId: string }
  | { kind: 'stop' | 'unstop'; messageIds: readonly string[] }
  | ({ kind: 'ask'; id: number } & Question)

export type FromEngine =
  | LogLine
  | { kind: 'ready' }
  | { kind: 'failed'; error: ToldError }
  /** Of every route, whenever a link changes and every other second besides. */
  | { kind: 'told'; routes: readonly (readonly [RouteId, LinksTold])[] }
  | { kind: 'link_down'; route: string; why: DownReason }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'unanswered'; id: number; error: ToldError | null }
