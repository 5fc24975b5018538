// How a run ends: everything comes to rest, is audited, and what was unsure ends too.
import { realTimers } from '../support/clock.ts'
import {
  addVerdict,
  emptyVerdict,
  judge,
  readTakenLog,
  toldNothing,
  type Verdict,
} from './audit.ts'
import type { Load } from './load.ts'
import { keepServer, type OperatorProcess, type ServerOptions } from './processes.ts'
import { openTables, type Reach } from './read-tables.ts'

const settledAfterMs = 98 * 3_600_000

/** Nothing waits, nothing is in flight, and every receipt was answered. */
export async function untilQuiet(reach: Reach, operator: OperatorProcess): Promise<void> {
  const tables = await openTables(reach)
  const end = realTimers.now() + 120_000
  for (let quietTimes = 0; quietTimes < 5 && realTimers.now() < end; ) {
    const isQuiet = (await tables.isQuiet()) && (await operator.stats()).deliveriesPending === 0
    quietTimes = isQuiet ? quietTimes + 1 : 0
    await realTimers.sleep(200)
  }
  await tables.close()
}

/** Against the operator's own log; the operator is stopped for it. */
export async function audit(reach: Reach, operator: OperatorProcess, load: Load) {
  const tables = await openTables(reach)
  const [told, settings] = [await tables.told(), await tables.settings()]
  await operator.stop()
  const taken = await readTakenLog(operator.logFile)
  await tables.addUntrue(told, taken.ids)
  await tables.close()
  const sums = emptyVerdict()
  const byTag = taken.byTag()
  const add = (verdict: Verdict) => addVerdict(sums, verdict)
  for (const { id, tag, receive } of load.campaigns) {
    const expected = { messages: receive, mayRepeat: false }
    add(judge(expected, told.get(id) ?? toldNothing, byTag.get(tag)))
  }
  for (const { id, tag, mayRepeat } of load.alerts) {
    const expected = { messages: id === null ? null : 1, mayRepeat }
    add(judge(expected, told.get(tag) ?? toldNothing, byTag.get(tag)))
  }
  const campaignMessages = load.campaigns.reduce((sum, { receive }) => sum + receive, 0)
  const alerts = load.alerts.filter(({ id }) => id !== null).length
  const { segments: segmentsTaken, at: takenAt } = taken
  return { ...sums, campaignMessages, alerts, segmentsTaken, takenAt, settings }
}

/** Four days on, what was maybe sent has ended: settled by a receipt, or unconfirmed. */
export async function settleLater(reach: Reach, options: ServerOptions): Promise<number> {
  const later = await keepServer({ ...options, aheadMs: options.aheadMs + settledAfterMs })
  try {
    const tables = await openTables(reach)
    let left = await tables.unended()
    const end = realTimers.now() + 60_000
    while (left > 0 && realTimers.now() < end) {
      await realTimers.sleep(500)
      left = await tables.unended()
    }
    await tables.close()
    return left
  } finally {
    await later.stop()
  }
}
