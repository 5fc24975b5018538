// All routes of accountability.
import type { Route } from '../http/index.ts'
import type { AccountabilityDeps } from './deps.ts'
import { impactRoutes } from './impact/impact-routes.ts'
import { reviewRoutes } from './reviews/review-routes.ts'
import { trainingRoutes } from './training/training-routes.ts'

export function accountabilityRoutes(deps: AccountabilityDeps): Route[] {
  return [...impactRoutes(deps), ...trainingRoutes(deps), ...reviewRoutes(deps)]
}
