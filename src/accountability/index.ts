// The door of accountability: impact assessments, training, and reviews by counsel.
export { accountabilityDataMap } from './data-map.ts'
export type { AccountabilityDeps, Scope } from './deps.ts'
export {
  type AccountabilityErrorCode,
  accountabilityErrorCodes,
  accountabilityErrorKinds,
} from './errors.ts'
export { type AccountabilityPoint, impactPoints, planPoints } from './impact/impact-points.ts'
export { accountabilityRoutes } from './routes.ts'
