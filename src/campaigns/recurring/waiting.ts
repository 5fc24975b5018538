// What of recurring sends waits: to be started, for somebody to stand for it, for a way that is
// closed, or to be looked at after a day without it.
import { accountOf, actorNames, membersWho } from '../../accounts/index.ts'
import { isoDateOf } from '../../countries/index.ts'
import { type AccountId, type Caller, isoTime, type UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { RecurringWaiting } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { userOf } from '../user-of.ts'
import { listNotSent, listWaiting } from './occurrence-store.ts'
import { dayOfIso } from './recurring.ts'
import { lastInstant, todayIn } from './rule.ts'
import { listStartedByOthers, listToStart } from './store.ts'

const listedMax = 20
/** An older day is told in the history alone. */
const daysTold = 7

/** The users who may start one. */
export const starters = (tx: Tx, accountId: AccountId): Promise<UserId[]> =>
  membersWho(tx, accountId, 'campaigns.approve')

export async function readWaiting(deps: CampaignsDeps, caller: Caller): Promise<RecurringWaiting> {
  const { accountId, language, rights } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    const since = isoDateOf(todayIn(zone, deps.clock.now()) - daysTold)
    const mayStart = rights.has('campaigns.approve')
    const limit = listedMax
    const toStart = mayStart
      ? await listToStart(tx, accountId, { notBy: userOf(caller), limit })
      : []
    const starterGone = mayStart
      ? await listStartedByOthers(tx, accountId, { than: await starters(tx, accountId), limit })
      : []
    const notSent = await listNotSent(tx, accountId, { since, limit })
    const waiting = await listWaiting(tx, accountId, limit)
    const all = [...toStart, ...starterGone].map(({ by }) => by)
    const users = [...new Set(all.filter((id) => id !== null))]
    const names = await actorNames(deps.vault, tx, accountId, { users, tokens: [] })
    const say = (code: string) =>
      sentence(language, code) ?? sentence(language, `sending.${code}`) ?? code
    const named = ({ id, name, by }: (typeof toStart)[number]) => ({
      id,
      name,
      by: by === null ? null : (names.get(by) ?? null),
    })
    return {
      toStart: toStart.map(named),
      starterGone: starterGone.map(named),
      waiting: waiting.map(({ id, name, day, sendMinute, failure }) => ({
        ...{ id, name, day, reason: say(failure) },
        until: isoTime(lastInstant(zone, dayOfIso(day), sendMinute)),
      })),
      notSent: notSent.map(({ failure, ...one }) => ({
        ...one,
        reason: failure === null ? null : say(failure),
      })),
    }
  })
}
