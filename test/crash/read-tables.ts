// What the program's own tables say of each message of a crash run, read past every policy.
import pg from 'pg'
import { operatorKey } from '../../src/routing/index.ts'
import { waitingRows } from '../../src/sending/store/bundle-store.ts'
import { clientConfig, type Login, newPool } from '../../src/storage/connection.ts'
import { prepareFolders } from '../../src/storage/embedded/folders.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { addressOf } from '../../src/storage/embedded/postmaster.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { realTimers } from '../support/clock.ts'
import { type Told, toldNothing } from './audit.ts'

type Row = Told & { key: string }

/** One row for each campaign by its id, and for each alert by the reference it was sent with. */
const toldStatement = `
with open_intent as (
  select unnest(account_ids) as account_id, unnest(message_ids) as message_id from sending.intent
), answered as (
  select account_id, message_id, count(*) as parts,
    bool_or(ever_unknown) as ever_unknown, bool_or(ever_unknown and not ever_accepted) as is_unsure
  from (select account_id, message_id, part, bool_or(outcome = 'unknown') as ever_unknown,
      bool_or(outcome = 'accepted') as ever_accepted
    from sending.result group by 1, 2, 3) part
  group by 1, 2
), place as (
  select coalesce(m.campaign_id::text, m.reference, '') as key,
    o.message_id is not null as is_ended, q.message_id is not null as is_queued,
    i.message_id is not null as is_open, coalesce(a.parts, 0) >= m.parts as is_answered,
    coalesce(a.ever_unknown, false) as ever_unknown, coalesce(a.is_unsure, false) as is_unsure
  from sending.message m
  left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
  left join ${waitingRows} q on q.account_id = m.account_id and q.message_id = m.id
  left join open_intent i on i.account_id = m.account_id and i.message_id = m.id
  left join answered a on a.account_id = m.account_id and a.message_id = m.id
)
select key, count(*) as messages,
  count(*) filter (where not is_ended and not is_queued and not is_open and not is_answered) as nowhere,
  count(*) filter (where is_ended::int + is_queued::int + is_open::int > 1) as "inTwo",
  count(*) filter (where not is_ended and (is_queued or is_open or is_answered)
    and not (is_unsure and not is_queued and not is_open)) as stuck,
  0 as untrue, count(*) filter (where ever_unknown) as "maybeSent"
from place group by key`

export type Tables = {
  told(): Promise<Map<string, Told>>
  /** Counts what an answer says was taken, and the operator's log does not have. */
  addUntrue(told: Map<string, Told>, ids: ReadonlySet<string>): Promise<void>
  /** Messages without a final state. */
  unended(): Promise<number>
  /** Whether nothing waits or is in flight, and no receipt is still to be given its part. */
  isQuiet(): Promise<boolean>
  /** How many binds each node holds that holds any. */
  bindsHeld(): Promise<number[]>
  settings(): Promise<string>
  close(): Promise<void>
}

/** How the superuser of a run's database comes in. */
export type Reach = { address: ServerAddress; login: Login }

/** The server that runs on the folder: it is neither started nor stopped from here. */
export function reachEmbedded(dataFolder: string): Reach {
  const address = addressOf(prepareFolders(dataFolder), 'accord')
  return { address, login: { user: superuser } }
}

export async function openTables({ address, login }: Reach): Promise<Tables> {
  const client = newPool(address, login, 1)
  await client.query('select 1')
  const one = async (sql: string): Promise<number> =>
    (await client.query<{ value: number }>(sql)).rows[0]?.value ?? 0
  return {
    told: async () => {
      const { rows } = await client.query<Row>(toldStatement)
      return new Map(rows.map(({ key, ...told }) => [key, told]))
    },
    addUntrue: async (told, ids) => {
      const known = new Set([...ids].map(operatorKey))
      const { rows } = await client.query<{ key: string; id: string }>(
        `select coalesce(m.campaign_id::text, m.reference, '') as key, r.operator_id as id
         from sending.result r join sending.message m
           on m.account_id = r.account_id and m.id = r.message_id
         where r.operator_id is not null`,
      )
      for (const { key, id } of rows) {
        if (known.has(id)) continue
        const of = told.get(key) ?? { ...toldNothing }
        told.set(key, { ...of, untrue: of.untrue + 1 })
      }
    },
    unended: () =>
      one(`select count(*) as value from sending.message m where not exists (
        select from sending.outcome o where o.account_id = m.account_id and o.message_id = m.id)`),
    isQuiet: async () =>
      (await one(`select (select count(*) from ${waitingRows} w)
        + (select count(*) from sending.intent)
        + (select count(*) from sending.unmatched_receipt s join sending.result r
           on r.route_id = s.route_id and r.operator_id = s.operator_id) as value`)) === 0,
    bindsHeld: async () => {
      const { rows } = await client.query<{ binds: number }>(
        `select count(*)::int as binds from sending.bind_lease
         where node_id is not null group by node_id order by 1`,
      )
      return rows.map(({ binds }) => binds)
    },
    settings: async () => {
      const { rows } = await client.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings
         where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method')
         order by name`,
      )
      return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ')
    },
    close: () => client.end(),
  }
}

export type WalWatch = { stop(): Promise<{ syncs: number; octets: number }> }

/** Counts the log's syncs over crashes: PostgreSQL begins to count anew after each of its own. */
export function watchWal(dataFolder: string): WalWatch {
  const total = { syncs: 0, octets: 0 }
  let last = { syncs: 0, octets: 0 }
  let isStopping = false
  const look = async (client: pg.Client): Promise<void> => {
    const { rows } = await client.query<{ syncs: number; octets: number }>(
      'select wal_sync as syncs, wal_bytes::bigint as octets from pg_stat_wal',
    )
    const now = rows[0] ?? last
    const isAnew = now.syncs < last.syncs
    total.syncs += now.syncs - (isAnew ? 0 : last.syncs)
    total.octets += now.octets - (isAnew ? 0 : last.octets)
    last = now
  }
  const watch = async (): Promise<void> => {
    while (!isStopping) {
      const client = await connected(dataFolder, 'postgres')
      if (client === null) {
        await realTimers.sleep(100)
        continue
      }
      try {
        for (let isLast = false; !isLast; ) {
          isLast = isStopping
          await look(client)
          if (!isLast) await realTimers.sleep(200)
        }
      } catch {
        // It was killed under us: what it counted since the last look is not counted.
      }
      await client.end().catch(() => undefined)
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      isStopping = true
      await watching
      return total
    },
  }
}

async function connected(dataFolder: string, database: string): Promise<pg.Client | null> {
  const address = addressOf(prepareFolders(dataFolder), database)
  const client = new pg.Client(clientConfig(address, { user: superuser }))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    return null
  }
}
