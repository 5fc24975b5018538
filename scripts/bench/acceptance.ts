// What the acceptance of a campaign costs: microseconds of Node and of PostgreSQL, octets of log.
// node scripts/bench/acceptance.ts [people] [rounds]; writes nothing into the checkout.
import { readFileSync } from 'node:fs'
import { acceptCampaign } from '../../src/campaigns/accept-campaign.ts'
import type { CampaignsDeps } from '../../src/campaigns/deps.ts'
import { createCampaign } from '../../src/campaigns/prepare-campaign.ts'
import { moveState } from '../../src/campaigns/store.ts'
import type { E164, ListId } from '../../src/kernel/index.ts'
import { createCampaignMessages } from '../../src/sending/index.ts'
import {
  type SendingInfrastructure,
  sendingInfrastructure,
} from '../../test/support/sending-fixture.ts'

const people = Number(process.argv[2] ?? 20_000)
const rounds = Number(process.argv[3] ?? 4)
const importRows = 5_000
const firstNames = 'Inès Camille Sacha Dominique Claude Noé Zoé Léa Ahmed Ioana Maëlle Jules'.split(
  ' ',
)

/** Clock ticks of the server and of everything it started, as microseconds (proc_pid_stat(5)). */
function postgresMicros(serverPid: number): number {
  const children = readFileSync(`/proc/${serverPid}/task/${serverPid}/children`, 'utf8')
  const pids = [serverPid, ...children.trim().split(' ').filter(Boolean).map(Number)]
  let ticks = 0
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // A backend that has ended.
    }
  }
  return ticks * 10_000
}

async function serverPidOf(infrastructure: SendingInfrastructure): Promise<number> {
  const { rows } = await infrastructure.test.asSuperuser((client) =>
    client.query<{ folder: string }>("select current_setting('data_directory') as folder"),
  )
  return Number(readFileSync(`${rows[0]?.folder}/postmaster.pid`, 'utf8').split('\n')[0])
}

async function walOctets(infrastructure: SendingInfrastructure): Promise<number> {
  const { rows } = await infrastructure.test.asSuperuser((client) =>
    client.query<{ at: number }>(
      "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as at",
    ),
  )
  return rows[0]?.at ?? 0
}

/** Numbers that look like a country's: nothing leaves, since no operator listens there. */
async function fill(infrastructure: SendingInfrastructure): Promise<ListId[]> {
  const lists: ListId[] = []
  for (let from = 0; from < people; from += importRows) {
    const count = Math.min(importRows, people - from)
    const numbers = Array.from({ length: count }, (_, n) => `+336${20_000_000 + from + n}` as E164)
    const fields = (n: number) => ({ firstName: firstNames[n % firstNames.length] })
    const made = await infrastructure.people(numbers, {
      agreed: true,
      fields,
      list: `Liste ${from}`,
    })
    lists.push(made.listId as ListId)
  }
  return lists
}

async function measure(
  infrastructure: SendingInfrastructure,
  lists: readonly ListId[],
  serverPid: number,
) {
  const wake = () => undefined
  const messages = createCampaignMessages({ database: infrastructure.database, wake })
  const unused = { jobs: { enqueue: async () => undefined }, record: async () => undefined }
  const clock = infrastructure.timers
  const { ports } = infrastructure.sending
  const deps: CampaignsDeps = { ...infrastructure, ...ports, ...unused, clock, messages, wake }
  await infrastructure.test.asSuperuser((client) => client.query('checkpoint'))
  const [wal, postgres, node] = [
    await walOctets(infrastructure),
    postgresMicros(serverPid),
    process.cpuUsage(),
  ]
  const start = performance.now()
  for (const listId of lists) {
    const campaign = await createCampaign(deps, infrastructure.caller, {
      name: 'Acceptance',
      listId,
      class: 'marketing',
      basis: null,
      purpose: 'offers',
      sender: 'LUMEN',
      text: 'Bonjour {first_name|à vous}, -20 % ce samedi chez Lumen.',
      sendAt: null,
      usefulUntil: null,
      perHour: null,
      overrideReason: null,
    })
    const move = { id: campaign.id, to: 'accepting' as const, at: clock.now() }
    await infrastructure.database.inAccount(infrastructure.account.id, (tx) =>
      moveState(tx, infrastructure.account.id, move),
    )
    await acceptCampaign(deps, infrastructure.account.id, campaign.id)
  }
  const seconds = (performance.now() - start) / 1_000
  const used = process.cpuUsage(node)
  return {
    perSecond: Math.round(people / seconds),
    nodeMicros: Number(((used.user + used.system) / people).toFixed(1)),
    postgresMicros: Number(((postgresMicros(serverPid) - postgres) / people).toFixed(1)),
    walOctets: Math.round(((await walOctets(infrastructure)) - wal) / people),
  }
}

const infrastructure = await sendingInfrastructure({
  url: 'smpp://accord:secret@127.0.0.1:1?window=50',
})
try {
  const serverPid = await serverPidOf(infrastructure)
  const lists = await fill(infrastructure)
  for (let round = 1; round <= rounds; round += 1) {
    const figures = await measure(infrastructure, lists, serverPid)
    process.stdout.write(`${JSON.stringify({ round, people, ...figures })}\n`)
  }
} finally {
  await infrastructure.close()
}
process.exit(0)
