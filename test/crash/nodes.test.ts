// The short form of `npm run crash -- --nodes 2`, where a PostgreSQL is installed. The failover of
// the server takes as long again: `npm run crash -- --failover`.
import { expect, test } from 'vitest'
import { program } from '../support/program.ts'
import { findPostgres } from './own-postgres.ts'
import { runNodes } from './run-nodes.ts'

const hasPostgres = findPostgres() !== null

test('a node is killed in mid-campaign: another takes over, nothing is lost or twice', async () => {
  if (!hasPostgres) return
  const said: string[] = []
  const report = await runNodes({
    program,
    what: 'node',
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
}, 300_000)
