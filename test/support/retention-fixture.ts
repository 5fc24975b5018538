// Nights of retention over a fixture that sends, and the months that pass before them.
import { type CampaignId, type E164, sameDayLater, type Timers } from '../../src/kernel/index.ts'
import type { RetentionDeps } from '../../src/retention/deps.ts'
import { sweepNight } from '../../src/retention/sweep.ts'
import { type NumbersKept, pastMessagesKind, pastRepliesKind } from '../../src/sending/index.ts'
import type { Tx } from '../../src/storage/index.ts'
import { alertOrder, type SendingFixture } from './sending-fixture.ts'
import { eventually } from './wait.ts'

/** `numbersKept`: what suppliers say of how long they keep numbers. */
export function nightsOver(
  here: SendingFixture,
  { timers, jump }: { timers: Timers; jump(ms: number): void },
  numbersKept: (tx: Tx, at: number) => Promise<readonly NumbersKept[]> = async () => [],
) {
  const { database, audit } = here
  const base = { database, audit, clock: timers, logger: { error: () => undefined } }
  const deps: RetentionDeps = {
    ...base,
    kinds: [pastMessagesKind({ ...base, numbersKept }), pastRepliesKind({ clock: timers })],
  }
  return {
    deps,
    sweep: (over: RetentionDeps = deps) => sweepNight(over, here.caller),
    within: <T>(work: (tx: Tx) => Promise<T>) => database.inAccount(here.account.id, work),
    /** An alert that has arrived. */
    sendTo: async (number: E164, campaignId?: CampaignId) => {
      const { ids } = await here.accept([number], alertOrder, campaignId)
      await eventually(async () => (await here.states(ids))['delivered'] ?? null)
      return ids
    },
    /** So that what was sent before is past its period. */
    laterBy13Months: () => jump(sameDayLater(timers.now(), 13) - timers.now()),
  }
}
export type Nights = ReturnType<typeof nightsOver>
