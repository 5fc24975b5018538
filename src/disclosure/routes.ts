// All routes of disclosure: registers, notices and breaches, and the public pages.
import type { Route } from '../http/index.ts'
import { accountBreachRoutes } from './breaches/account-breach-routes.ts'
import { breachRoutes } from './breaches/breach-routes.ts'
import { breachSheetRoutes } from './breaches/sheet-routes.ts'
import type { DisclosureDeps } from './deps.ts'
import { noticeRoutes } from './notice/notice-routes.ts'
import { noticePages } from './notice/public-pages.ts'
import { registerRoutes } from './register/register-routes.ts'

export function disclosureRoutes(deps: DisclosureDeps): Route[] {
  return [
    ...registerRoutes(deps),
    ...noticeRoutes(deps),
    ...noticePages(deps),
    ...breachRoutes(deps),
    ...accountBreachRoutes(deps),
    ...breachSheetRoutes(deps),
  ]
}
