// A campaign from its launch to the last receipt answered, with all that it costs.
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { walPosition } from './database.ts'
import { type Installation, sender } from './installation.ts'
import { cpuSeconds, ownCpuSeconds } from './memory.ts'
import { secondsSince, until } from './wait.ts'

export type Campaign = {
  messages: number
  segments: number
  sheetSeconds: number
  /** From the launch to the last receipt, answered by the program once it is on disk. */
  seconds: number
  perSecond: number
  /** Microseconds of the processor a message. */
  cpu: { server: number; database: number; operator: number }
  /** Octets of the write-ahead log a message. */
  wal: number
}

const text = 'Bench : bonjour {first_name|à vous}, -20 % ce samedi.'

export type Launched = { path: string; messages: number; segments: number; sheetSeconds: number }

export async function launchCampaign(
  installation: Installation,
  listId: string,
): Promise<Launched & { launch(): Promise<unknown> }> {
  const { get, post } = installation
  const { id } = await post<CampaignView>('/v1/campaigns', {
    name: 'Bench',
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender,
    text,
  })
  const path = `/v1/campaigns/${id}`
  const sheetStart = performance.now()
  const sheet = await get<CheckSheet>(`${path}/check-sheet`)
  const sheetSeconds = secondsSince(sheetStart)
  await post(`${path}/approve`, { hash: sheet.hash })
  const { receive: messages, segments } = sheet
  return { path, messages, segments, sheetSeconds, launch: () => post(`${path}/launch`) }
}

/** Who looks on: from before it is launched until its last receipt is answered. */
export type LookingOn = {
  before(path: string): Promise<void>
  launched(): Promise<void>
  ended(): void
}

const nobody: LookingOn = {
  before: async () => undefined,
  launched: async () => undefined,
  ended: () => undefined,
}

export async function runCampaign(
  installation: Installation,
  listId: string,
  lookingOn: LookingOn = nobody,
): Promise<Campaign> {
  const { operator, pids, get } = installation
  const campaign = await launchCampaign(installation, listId)
  const { messages, segments, sheetSeconds, path } = campaign
  await lookingOn.before(path)
  const before = { stats: await operator.stats(), wal: await walPosition(installation) }
  const cpuNow = () => ({
    server: ownCpuSeconds(pids.server),
    database: cpuSeconds(pids.database),
    operator: ownCpuSeconds(operator.pid),
  })
  const cpuBefore = cpuNow()
  const start = performance.now()
  await campaign.launch()
  await Promise.all([lookingOn.launched(), operator.done(before.stats, segments)])
  const seconds = secondsSince(start)
  const cpuAfter = cpuNow()
  lookingOn.ended()
  const wal = ((await walPosition(installation)) - before.wal) / messages
  const ended = await until(
    () => get<CampaignView>(path),
    ({ counts }) => counts.delivered >= messages,
    { forSeconds: 60 },
  )
  if (ended.counts.delivered !== messages) throw new Error('not all were delivered')
  const micros = (of: keyof typeof cpuBefore) => ((cpuAfter[of] - cpuBefore[of]) * 1e6) / messages
  const cpu = {
    server: micros('server'),
    database: micros('database'),
    operator: micros('operator'),
  }
  return { messages, segments, sheetSeconds, seconds, perSecond: messages / seconds, cpu, wal }
}
