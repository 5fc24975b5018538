// Looks at an account by itself: keeps a notice that changed, tells of a purpose nobody declared
// and of a breach whose clock runs out.
import type { Caller } from '../kernel/index.ts'
import { notify } from '../notifications/index.ts'
import type { Tx } from '../storage/index.ts'
import { tellBreachesDue, tellOwnBreachesDue } from './breaches/watch-breaches.ts'
import type { DisclosureDeps } from './deps.ts'
import { accountFacts } from './facts/account-facts.ts'
import { undeclared } from './facts/processings.ts'
import { accountNotice, installationNotice } from './notice/keep-version.ts'
import { noticePath } from './notice/page-code.ts'

/** How many purposes campaigns use and the register does not describe. */
export async function countUndeclared(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: Caller['accountId'],
): Promise<number> {
  return undeclared(await accountFacts(deps, tx, accountId)).length
}

/** Harmless to repeat: a version is kept once, and a purpose is told of once. */
export async function watchDisclosure(
  deps: DisclosureDeps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<void> {
  await deps.database.inInstallation(async (tx) => {
    await installationNotice(deps, tx)
    await tellBreachesDue(deps, tx)
  })
  await deps.database.inAccount(accountId, (tx) => tellOwnBreachesDue(deps, tx, accountId))
  await deps.database.inAccount(accountId, async (tx) => {
    await noticePath(deps, tx, accountId)
    const { facts } = await accountNotice(deps, tx, accountId)
    for (const { place, campaign } of undeclared(facts)) {
      await notify(tx, accountId, {
        kind: 'purpose_undeclared',
        about: null,
        step: place,
        details: { name: campaign ?? '' },
        at: facts.at,
      })
    }
  })
}
