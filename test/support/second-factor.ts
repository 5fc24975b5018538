// An authenticator app beside a running installation: enrolled by its owner through the API.
import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import type { SecondFactorBegun } from '../../src/accounts/contract.ts'
import { realTimers } from './clock.ts'
import type { Accord } from './scenario.ts'

/** The codes of its key. */
export async function enrolOwner(accord: Accord, now = realTimers.now()): Promise<string> {
  const { cookie, password } = accord.owner
  const path = '/v1/me/second-factors'
  const asked = { name: 'Téléphone', password }
  const { status, body } = await accord.call<SecondFactorBegun>(cookie, 'POST', path, asked)
  expect(status).toBe(201)
  const code = TOTP.generate({ secret: Secret.fromBase32(body.key), timestamp: now })
  const confirmed = await accord.call(cookie, 'POST', `${path}/${body.id}/confirmation`, { code })
  expect(confirmed.status).toBe(200)
  return body.key
}
