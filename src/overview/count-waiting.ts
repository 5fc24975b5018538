// What waits for somebody: replies to read, requests to answer, campaigns to approve, and sender
// names to decide for whoever manages the installation.
import { countToDecide } from '../campaigns/index.ts'
import type { Caller } from '../kernel/index.ts'
import { countOpenRequests } from '../preferences/index.ts'
import { countWaitingSenders } from '../routing/index.ts'
import { countToRead } from '../sending/index.ts'
import { type WaitingView, waitingMax } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

export async function countWaiting(
  { database }: Pick<OverviewDeps, 'database'>,
  { accountId, rights }: Caller,
): Promise<WaitingView> {
  const ofAccount = await database.inAccount(accountId, async (tx) => ({
    replies: rights.has('messages.read') ? await countToRead(tx, accountId, waitingMax) : null,
    requests: rights.has('consent.read')
      ? await countOpenRequests(tx, accountId, waitingMax)
      : null,
    approvals: rights.has('campaigns.approve')
      ? await countToDecide(tx, accountId, waitingMax)
      : null,
  }))
  const isStaff = rights.has('installation.manage')
  const senders = isStaff ? await countWaitingSenders({ database }, waitingMax) : null
  return { ...ofAccount, senders }
}
