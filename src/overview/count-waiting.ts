// What waits for somebody: replies to read, requests to answer, campaigns to approve.
import { countToDecide } from '../campaigns/index.ts'
import type { Caller } from '../kernel/index.ts'
import { countOpenRequests } from '../preferences/index.ts'
import { countToRead } from '../sending/index.ts'
import { type WaitingView, waitingMax } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

export function countWaiting(
  { database }: Pick<OverviewDeps, 'database'>,
  { accountId, rights }: Caller,
): Promise<WaitingView> {
  return database.inAccount(accountId, async (tx) => ({
    replies: rights.has('messages.read') ? await countToRead(tx, accountId, waitingMax) : null,
    requests: rights.has('consent.read')
      ? await countOpenRequests(tx, accountId, waitingMax)
      : null,
    approvals: rights.has('campaigns.approve')
      ? await countToDecide(tx, accountId, waitingMax)
      : null,
  }))
}
