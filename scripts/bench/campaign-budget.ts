// What a message of a campaign costs, by step: a profile of the server,
// and PostgreSQL's statements.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ofCampaigns, secondsToCopy } from './copy-reference.ts'
import { withDatabase } from './database.ts'
import type { Installation } from './installation.ts'
import { linkReference } from './link-reference.ts'
import { Lists } from './lists.ts'
import { type Campaign, runCampaign } from './measure-sending.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import {
  type Frame,
  readProfile,
  type Span,
  secondsBySteps,
  steadyMicros,
} from './profile-steps.ts'

/**
 * `cipher`: bodies and keys sealed and opened. `tags`: keyed hashes. `accept`: who is written to,
 * the first gate, the text. `gate`: the second gate. `link`: PDUs, and the sockets to the operator.
 * `record`: answers, receipts, ends. `driver`: lists for the statements, the driver and its
 * sockets. `collector`: what messages leave behind. `rest`: the runtime, and all that has no step.
 */
const nodeSteps = [
  'accept',
  'gate',
  'link',
  'record',
  'cipher',
  'tags',
  'driver',
  'collector',
  'rest',
] as const
type NodeStep = (typeof nodeSteps)[number]

const stepOfFile: readonly [RegExp, NodeStep][] = [
  [/\/vault\/(?:hmac|tag)/, 'tags'],
  [/\/vault\/|\/contacts\/body\.|internal\/crypto\/cipher/, 'cipher'],
  [/internal\/crypto\/hash/, 'tags'],
  [/\/routing\/|\/wire\/smpp\//, 'link'],
  [/\/sending\/(?:leave-gate|gate|country-facts)|\/consent\/gate-facts/, 'gate'],
  [/\/sending\/(?:recorder|settle|match-receipts|result-store|reply-tag|habit|key-rec)/, 'record'],
  [/\/sending\/(?:submit-slice|route-worker|route-binds|message-state)/, 'link'],
  [/\/campaigns\/|\/sending\/|\/wire\/text\/|\/countries\/|\/contacts\//, 'accept'],
  [/\/storage\/|\/node_modules\/pg/, 'driver'],
]

function stepOf({ functionName, url }: Frame): NodeStep | null {
  if (functionName === '(garbage collector)') return 'collector'
  return stepOfFile.find(([file]) => file.test(url))?.[1] ?? null
}

/** Statements by what they begin to do, the first that fits. */
const statements = [
  ['audience', /contacts\.list_member/],
  ['frequency', /sending\.campaign_reach/],
  ['consent', /with asked as materialized|consent\./],
  ['insert_message', /insert into sending\.message/],
  ['claim', /bind_lease/],
  ['insert_queue', /insert into sending\.(?:queue|bundle)/],
  ['insert_reply_tag', /insert into sending\.reply_tag/],
  ['insert_result', /insert into sending\.result/],
  ['insert_outcome', /insert into sending\.outcome/],
  ['insert_receipt', /insert into sending\.receipt/],
  ['read_leaving', /from sending\.message|contacts\.contact/],
] as const
const databaseSteps = [...statements.map(([name]) => name), 'other'] as const

export const campaignBudget: Bench = {
  figures: [
    'campaign_budget',
    ...nodeSteps.map((step) => `campaign_budget.node_${step}`),
    ...databaseSteps.map((step) => `campaign_budget.postgres_${step}`),
    'campaign_budget.floor',
  ],
  what: 'what a message of a campaign costs, step by step, by a profile of the server',
  run: ({ isQuick, folder, figures }) =>
    onInfrastructure(
      async ({ installation }) => {
        const people = isQuick ? 30_000 : 150_000
        const lists = new Lists(installation, folder, people)
        await withStatements(installation)
        await runCampaign(installation, await lists.next())
        await resetStatements(installation)
        const listId = await lists.next()
        const campaign = await runCampaign(installation, listId)
        // The check sheet is made before the launch.
        const to = steadyMicros()
        const span = { from: to - campaign.seconds * 1e6, to }
        const { cpu, messages } = campaign
        const byStatement = await secondsOfStatements(installation)
        // A process writes its profile as it ends.
        await installation.restart()
        const byStep = stepsOfServer(folder, span)
        for (const step of nodeSteps) {
          const share = (byStep.get(step) ?? 0) / sum([...byStep.values()])
          figures.add(`campaign_budget.node_${step}`, share * cpu.server, 'µs/message')
        }
        for (const step of databaseSteps) {
          const share = (byStatement.get(step) ?? 0) / sum([...byStatement.values()])
          figures.add(`campaign_budget.postgres_${step}`, share * cpu.database, 'µs/message')
        }
        figures.add('campaign_budget.operator', cpu.operator, 'µs/message')
        await addFloor(installation, { campaign, messages, figures })
      },
      { profiles: folder },
    ),
}

type Adding = {
  campaign: Campaign
  messages: number
  figures: Parameters<Bench['run']>[0]['figures']
}

/** The least that is left when nothing is asked: the link alone, and the rows by bare COPY. */
async function addFloor(installation: Installation, { campaign, messages, figures }: Adding) {
  const link = 1e6 / (await linkReference(messages))
  const seconds = await secondsToCopy(join(installation.folder, 'data'), ofCampaigns)
  const rows = await withDatabase(installation, async (client) => {
    const { rows: found } = await client.query<{ count: number }>(
      'select count(*) from sending.message',
    )
    return found[0]?.count ?? 0
  })
  const copy = (sum(Object.values(seconds)) * 1e6) / rows
  const whole = campaign.cpu.server + campaign.cpu.database
  figures.add('campaign_budget.link_alone', link, 'µs/message')
  figures.add('campaign_budget.copy_alone', copy, 'µs/message')
  figures.add('campaign_budget', whole, 'µs/message', link + copy)
}

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)

function stepsOfServer(folder: string, span: Span): Map<NodeStep, number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))
  const profiles = files
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
    .map(readProfile)
  const whole = new Map<NodeStep, number>()
  for (const profile of profiles) {
    const seconds = secondsBySteps<NodeStep>(profile, { stepOf, rest: 'rest', span })
    for (const [step, time] of seconds) whole.set(step, (whole.get(step) ?? 0) + time)
  }
  return whole
}

/** PostgreSQL counts by statement from its next start on. */
async function withStatements(installation: Installation): Promise<void> {
  await withDatabase(installation, (client) =>
    client.query("alter system set shared_preload_libraries = 'pg_stat_statements'"),
  )
  await installation.restart()
  await withDatabase(installation, async (client) => {
    await client.query('create extension pg_stat_statements')
  })
}

const resetStatements = (installation: Installation) =>
  withDatabase(installation, (client) => client.query('select pg_stat_statements_reset()'))

/** Since they were reset; of the audience the check sheet has read as much as the campaign. */
async function secondsOfStatements(installation: Installation): Promise<Map<string, number>> {
  return withDatabase(installation, async (client) => {
    const { rows } = await client.query<{ query: string; seconds: number }>(
      `select query, total_exec_time / 1000 as seconds from pg_stat_statements
       where query not like '%pg_stat_statements%'`,
    )
    const seconds = new Map<string, number>()
    for (const row of rows) {
      const step = statements.find(([, text]) => text.test(row.query))?.[0] ?? 'other'
      const half = step === 'audience' || step === 'frequency' ? 2 : 1
      seconds.set(step, (seconds.get(step) ?? 0) + row.seconds / half)
    }
    return seconds
  })
}
