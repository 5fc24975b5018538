// A user shows a passkey: a challenge is given, and its answer counts once.
import type { UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PasskeyAnswer, PasskeyChallenge } from '../contract-passkeys.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { openPasskey } from './factor-secret.ts'
import * as factors from './factor-store.ts'
import {
  challengeIn,
  challengeMs,
  type Passkey,
  type PasskeySite,
  passkeySite,
  readAnswer,
  requestOptions,
} from './passkeys.ts'

export function demandSite(deps: Pick<AccountsDeps, 'siteUrl'>): PasskeySite {
  const site = passkeySite(deps.siteUrl())
  if (site !== null) return site
  throw accountsError(
    'accounts.passkeys_unusable',
    'Passkeys need an address with a name and https: set ACCORD_URL.',
  )
}

export const passkeysOf = (deps: AccountsDeps, rows: readonly factors.FactorRow[]): Passkey[] =>
  rows.filter(({ kind }) => kind === 'passkey').map((row) => openPasskey(deps, row))

/** The names that they are bound to, where the user has some and none answers this address. */
export function namesElsewhere(
  deps: Pick<AccountsDeps, 'siteUrl'>,
  rows: readonly factors.FactorRow[],
): string[] {
  const here = passkeySite(deps.siteUrl())?.rpId
  const names = rows.filter(({ kind }) => kind === 'passkey').map((row) => row.rp_id)
  const elsewhere = names.filter((name) => name !== null && name !== here) as string[]
  return elsewhere.length < names.length ? [] : [...new Set(elsewhere)]
}

export async function giveChallenge(
  deps: AccountsDeps,
  userId: UserId,
  purpose: factors.ChallengePurpose,
): Promise<PasskeyChallenge> {
  const site = demandSite(deps)
  const rows = await deps.database.inInstallation((tx) => factors.confirmedFactors(tx, userId))
  const has = passkeysOf(deps, rows)
  if (has.length === 0) {
    throw accountsError('accounts.second_factor_not_found', 'This user has no passkey.')
  }
  const at = deps.clock.now()
  const options = await requestOptions(site, { has, challenge: deps.randomness.bytes(32) })
  const given = { hash: hashOf(options.challenge), userId, purpose, at }
  await deps.database.inInstallation((tx) =>
    factors.insertChallenge(tx, { ...given, expiresAt: at + challengeMs }),
  )
  return { options: { ...options } }
}

/** The challenge is used up whatever the answer is worth. */
export async function spendPasskey(
  deps: AccountsDeps,
  tx: Tx,
  shown: { userId: UserId; purpose: factors.ChallengePurpose; answer: PasskeyAnswer },
): Promise<boolean> {
  const { userId, purpose, answer } = shown
  const site = passkeySite(deps.siteUrl())
  const challenge = challengeIn(answer)
  if (site === null || challenge === null) return false
  const at = deps.clock.now()
  const taken = { hash: hashOf(challenge), userId, purpose, at }
  if (!(await factors.takeChallenge(tx, taken))) return false
  for (const row of await factors.confirmedFactors(tx, userId)) {
    if (row.kind !== 'passkey') continue
    const passkey = openPasskey(deps, row)
    if (passkey.id !== answer.id) continue
    const asked = { passkey, signCount: row.sign_count ?? 0, challenge }
    const signCount = await readAnswer(site, answer, asked)
    if (signCount === null) return false
    const used = { factorId: row.factor_id, signCount, rpId: site.rpId, at }
    return factors.takeSignCount(tx, used)
  }
  return false
}
