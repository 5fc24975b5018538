// The short form of `npm run crash -- --nodes 2` and `-- --failover`,
// where a PostgreSQL is installed.
import { expect, test } from 'vitest'
import { program } from '../support/program.ts'
import { findPostgres } from './own-postgres.ts'
import { runNodes } from './run-nodes.ts'

const hasPostgres = findPostgres() !== null

test.each([
  ['node', 'killed'],
  ['primary', 'left'],
] as const)(
  'the %s is %s in mid-campaign: another takes over, nothing is lost, nothing is twice',
  async (what, strike) => {
    if (!hasPostgres) return
    const said: string[] = []
    const report = await runNodes({
      program,
      what,
      strikes: [strike],
      kills: 1,
      messagesPerKill: 6_000,
      seed: 3,
      tell: (line) => said.push(line),
    })
    expect(said.filter((line) => line.startsWith('kill'))).toHaveLength(1)
    expect(report.lostAs).toEqual({ missing: 0, nowhere: 0, inTwo: 0, stuck: 0, untrue: 0 })
    expect(report).toMatchObject({ kills: 1, lost: 0, doubled: 0, unsettled: 0 })
    expect(report.campaignMessages).toBeGreaterThanOrEqual(6_000)
    expect(report.maybeSent).toBeLessThanOrEqual(report.maybeSentBound)
    expect(report.takeoverMs).toBeLessThan(10_000)
  },
  300_000,
)
