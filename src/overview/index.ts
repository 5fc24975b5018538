// The door of overview: what somebody sees first, and the search.
export type { OverviewDeps } from './deps.ts'
export type { OpenPoint, PointSource } from './open-points.ts'
export { remembered } from './remembered-points.ts'
export { overviewRoutes } from './routes.ts'
export { tellOpenPoints } from './tell-points.ts'
