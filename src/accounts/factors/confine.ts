// What a user may still ask for who must have a second factor and has none: enrol, and leave.
import { accountsError } from '../errors.ts'

const open: ReadonlySet<string> = new Set([
  'GET /v1/me',
  'PATCH /v1/me',
  'DELETE /v1/sessions/current',
  'PUT /v1/sessions/current',
  'GET /v1/me/second-factors',
  'POST /v1/me/second-factors',
  'POST /v1/me/second-factors/{id}/confirmation',
  'POST /v1/me/passkeys',
  'POST /v1/me/passkeys/{id}/confirmation',
])

/** At the door of each route, whatever right it needs; what anybody may ask for stays open. */
export function confine({
  method,
  path,
  needs,
}: {
  method: string
  path: string
  needs: string
}): void {
  if (needs === 'none' || open.has(`${method} ${path}`)) return
  throw accountsError(
    'accounts.second_factor_required',
    'A second factor is required of you: enrol one, then go on.',
  )
}
