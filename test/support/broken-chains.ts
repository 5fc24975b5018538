// An account whose chains of suppressions are gone:
// of each number nobody can say whether it has objected.
import type { Clock } from '../../src/kernel/index.ts'
import type { ConsentFixture } from './consent-fixture.ts'
import type { SendingFixture } from './sending-fixture.ts'

type Place = Pick<ConsentFixture, 'accountId' | 'caller' | 'consent' | 'test'> & { clock: Clock }

/** The same of an account that can send. */
export const breakChainsOf = ({ account, timers, ...rest }: SendingFixture): Promise<void> =>
  breakChains({ ...rest, accountId: account.id, clock: timers })

/** Each of the sixteen chains has had a row and is marked, so that each one is missing. */
export async function breakChains(fixture: Place): Promise<void> {
  const { accountId, caller, clock, consent, test } = fixture
  await test.database.inAccount(accountId, (tx) =>
    consent.recordStops(tx, caller, {
      scope: 'marketing',
      reason: 'imported_list',
      origin: 'test',
      rows: Array.from({ length: 16 }, (_, chain) => {
        const tag = Buffer.alloc(16, 1)
        tag[0] = chain << 4
        return { tag, keys: null, at: clock.now() }
      }),
    }),
  )
  await consent.sequenceOnce(accountId)
  await consent.watch(accountId)
  await test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from consent.suppression_log')
    await client.query('delete from consent.suppression_head')
  })
}
