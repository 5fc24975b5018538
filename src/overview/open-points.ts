// Gathers what is open from every part of the program that knows something, and puts it in order.
import {
  type Caller,
  type Clock,
  type ErrorDetail,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Right,
} from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import { sentence } from '../words/index.ts'
import type { OpenPointsView, OpenPointView, PointKind } from './contract-points.ts'

/** `details` fill the sentence of its kind. */
export type OpenPoint = {
  by: Instant | null
  details: Readonly<Record<string, ErrorDetail>>
  /** Where this one is mended; else where all of its kind are. */
  leadsTo?: string
}

/** What a room tells; composition puts them together, so that another one may be added there. */
export type PointSource = {
  kind: PointKind
  /** Who lacks it is not shown these points. */
  needs: Right
  leadsTo: string
  /** It has no date, since it should be over already. */
  isUrgent?: true
  read(caller: Caller, at: Instant): Promise<OpenPoint[]>
}

export type PointsDeps = {
  points: readonly PointSource[]
  clock: Clock
  logger: Pick<Logger, 'error'>
}

/** Each holds a connection to the database: a third of what all requests of the server share. */
const sourcesAtOnce = 4

/** No screen shows more of one kind. */
export const pointsOfKindMax = 100

export type FoundPoint = { source: PointSource; point: OpenPoint }

export async function readOpenPoints(deps: PointsDeps, caller: Caller): Promise<OpenPointsView> {
  const at = deps.clock.now()
  const { found, unread } = await findOpenPoints(deps, caller, at)
  // Without a date: at once, or whenever there is time.
  const placeOf = ({ source, point }: FoundPoint) =>
    point.by ?? (source.isUrgent === true ? Number.NEGATIVE_INFINITY : Number.MAX_VALUE)
  const items = [...found]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ source, point }, place) => ({
      id: `${source.kind}.${place}`,
      ...viewOf(source, point, { at, language: caller.language }),
    }))
  return { items, unread, readAt: isoTime(at) }
}

/** Those that the caller's rights cover, in the order of their sources. */
export async function findOpenPoints(
  deps: PointsDeps,
  caller: Caller,
  at: Instant,
): Promise<{ found: FoundPoint[]; unread: PointKind[] }> {
  const unread: PointKind[] = []
  const own = deps.points.filter(({ needs }) => caller.rights.has(needs))
  const found: FoundPoint[][] = own.map(() => [])
  const places = own.entries()
  const readOn = async () => {
    for (const [place, source] of places) {
      try {
        const points = await source.read(caller, at)
        found[place] = points.slice(0, pointsOfKindMax).map((point) => ({ source, point }))
      } catch (error) {
        // One part that fails hides nothing of the others, and is told.
        deps.logger.error('overview.points_not_read', {
          kind: source.kind,
          ...failureFields(error),
        })
        unread.push(source.kind)
      }
    }
  }
  await Promise.all(Array.from({ length: sourcesAtOnce }, readOn))
  return { found: found.flat(), unread }
}

function viewOf(
  source: PointSource,
  { by, details, leadsTo = source.leadsTo }: OpenPoint,
  { at, language }: { at: Instant } & Pick<Caller, 'language'>,
): Omit<OpenPointView, 'id'> {
  const { kind } = source
  const say = (key: string) => sentence(language, `point.${kind}${key}`, details) ?? kind
  const isLate = by !== null && by < at
  return {
    ...{ kind, what: say(''), who: say('.who'), act: say('.act') },
    ...{ by: isoTimeOrNull(by), isLate, leadsTo },
  }
}
