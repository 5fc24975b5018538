// Which steps to a first campaign are done: the list on the first page ticks itself, and goes.
import { hasLaunched } from '../campaigns/index.ts'
import { hasListed } from '../contacts/index.ts'
import type { Caller } from '../kernel/index.ts'
import { listSenders } from '../routing/index.ts'
import { hasSingle } from '../sending/index.ts'
import type { FirstStepsView } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

export async function readFirstSteps(
  { database, consent, routing }: OverviewDeps,
  { accountId }: Caller,
): Promise<FirstStepsView> {
  const senders = await listSenders(routing, accountId)
  return database.inAccount(accountId, async (tx) => ({
    tried: await hasSingle(tx, accountId),
    sender: senders.some(({ state }) => state === 'approved'),
    wording: (await consent.listWordings(tx, accountId)).some(({ state }) => state === 'published'),
    contacts: await hasListed(tx, accountId),
    campaign: await hasLaunched(tx, accountId),
  }))
}
