// What of recurring sends waits: to be started, for a way that is closed, or to be looked at after
// a day without it.
import { accountOf, actorNames } from '../../accounts/index.ts'
import { isoDateOf } from '../../countries/index.ts'
import { type Caller, isoTime } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import type { RecurringWaiting } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { userOf } from '../user-of.ts'
import { listNotSent, listWaiting } from './occurrence-store.ts'
import { dayOfIso } from './recurring.ts'
import { lastInstant, todayIn } from './rule.ts'
import { listToStart } from './store.ts'

const listedMax = 20
/** An older day is told in the history alone. */
const daysTold = 7

export async function readWaiting(deps: CampaignsDeps, caller: Caller): Promise<RecurringWaiting> {
  const { accountId, language, rights } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    const since = isoDateOf(todayIn(zone, deps.clock.now()) - daysTold)
    const toStart = rights.has('campaigns.approve')
      ? await listToStart(tx, accountId, { notBy: userOf(caller), limit: listedMax })
      : []
    const notSent = await listNotSent(tx, accountId, { since, limit: listedMax })
    const waiting = await listWaiting(tx, accountId, listedMax)
    const users = [...new Set(toStart.map(({ by }) => by).filter((id) => id !== null))]
    const names = await actorNames(deps.vault, tx, accountId, { users, tokens: [] })
    const say = (code: string) =>
      sentence(language, code) ?? sentence(language, `sending.${code}`) ?? code
    return {
      toStart: toStart.map(({ id, name, by }) => ({
        id,
        name,
        by: by === null ? null : (names.get(by) ?? null),
      })),
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
