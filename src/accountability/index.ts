// The door of accountability: impact assessments, training, and reviews by counsel.
export { accountabilityDataMap } from './data-map.ts'
export type { AccountabilityDeps, Scope } from './deps.ts'
export {
  type AccountabilityErrorCode,
  accountabilityErrorCodes,
  accountabilityErrorKinds,
} from './errors.ts'
export { impactPoints, planPoints } from './impact/impact-points.ts'
export type { AccountabilityPoint } from './point.ts'
export { namesDecision } from './reviews/manage-reviews.ts'
export {
  counselMeasure,
  reviewPoints,
  tellReviewsDue,
  undecidedPoints,
} from './reviews/tell-reviews.ts'
export { accountabilityRoutes } from './routes.ts'
export { tellTrainingDue, trainingMeasure, trainingPoints } from './training/tell-training.ts'
