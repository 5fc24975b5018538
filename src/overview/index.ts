// The door of overview: what somebody sees first, and the search.
export type { OverviewDeps } from './deps.ts'
export { overviewRoutes } from './routes.ts'
