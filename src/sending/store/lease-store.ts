// SQL of the leases: who may speak for a bind, and which nodes there are.
import type { RouteId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

export type BindPlace = { routeId: RouteId; bind: number }
export type Lease = BindPlace & { nodeId: string; fence: number }

/** A lease as somebody who waits for it sees it. `nodeId` null: given back. */
export type LeaseSight = { nodeId: string | null; fence: number; beat: number }

export async function seeLeaseInAnyAccount(tx: Tx, place: BindPlace): Promise<LeaseSight | null> {
  const { rows } = await tx.query<{ node_id: string | null; fence: number; beat: number }>(
    {
      name: 'sending_see_lease',
      text: 'select node_id, fence, beat from sending.bind_lease where route_id = $1 and bind = $2',
    },
    [place.routeId, place.bind],
  )
  const row = rows[0]
  return row === undefined ? null : { nodeId: row.node_id, fence: row.fence, beat: row.beat }
}

/**
 * Takes a lease that is as it was seen; null when it moved meanwhile. The fence grows with each
 * holder. Each claim of the last one ends first: it holds a key share of the row, which the lock
 * taken here waits for, and the beat of a holder does not.
 */
export async function takeLeaseInAnyAccount(
  tx: Tx,
  want: BindPlace & { nodeId: string; seen: LeaseSight | null },
): Promise<Lease | null> {
  const { routeId, bind, nodeId, seen } = want
  await tx.query('select from sending.bind_lease where route_id = $1 and bind = $2 for update', [
    routeId,
    bind,
  ])
  const { rows } = await tx.query<{ fence: number }>(
    {
      name: 'sending_take_lease',
      text: `
insert into sending.bind_lease as held (route_id, bind, node_id, fence, beat)
values ($1, $2, $3, 1, 1)
on conflict (route_id, bind) do update set
  node_id = excluded.node_id, fence = held.fence + 1, beat = held.beat + 1
where held.fence = $4 and held.beat = $5
returning fence`,
    },
    [routeId, bind, nodeId, seen?.fence ?? null, seen?.beat ?? null],
  )
  const fence = rows[0]?.fence
  return fence === undefined ? null : { routeId, bind, nodeId, fence }
}

/** False when another took it over. */
export async function renewLeaseInAnyAccount(tx: Tx, lease: Lease): Promise<boolean> {
  const { rowCount } = await tx.query(
    {
      name: 'sending_renew_lease',
      text: `update sending.bind_lease set beat = beat + 1
       where route_id = $1 and bind = $2 and node_id = $3 and fence = $4`,
    },
    [lease.routeId, lease.bind, lease.nodeId, lease.fence],
  )
  return rowCount > 0
}

/** An orderly end lets the next node begin at once. */
export async function releaseLeaseInAnyAccount(tx: Tx, lease: Lease): Promise<void> {
  await tx.query(
    `update sending.bind_lease set node_id = null, beat = beat + 1
     where route_id = $1 and bind = $2 and node_id = $3 and fence = $4`,
    [lease.routeId, lease.bind, lease.nodeId, lease.fence],
  )
}

export type NodeBeat = { nodeId: string; beat: number }

/** Says that this node is there, and returns all that said so and did not leave. */
export async function beatInAnyAccount(tx: Tx, nodeId: string): Promise<NodeBeat[]> {
  await tx.query(
    {
      name: 'sending_beat',
      text: `insert into sending.node as known (node_id, beat) values ($1, 1)
       on conflict (node_id) do update set beat = known.beat + 1`,
    },
    [nodeId],
  )
  const { rows } = await tx.query<{ node_id: string; beat: number }>({
    name: 'sending_nodes',
    text: 'select node_id, beat from sending.node',
  })
  return rows.map((row) => ({ nodeId: row.node_id, beat: row.beat }))
}

/** Nodes that left or were not heard of any more. */
export async function forgetNodesInAnyAccount(tx: Tx, nodes: readonly NodeBeat[]): Promise<void> {
  if (nodes.length === 0) return
  await tx.query(
    `delete from sending.node n using unnest($1::uuid[], $2::bigint[]) as gone (node_id, beat)
     where n.node_id = gone.node_id and n.beat = gone.beat`,
    [nodes.map(({ nodeId }) => nodeId), nodes.map(({ beat }) => beat)],
  )
}

export async function leaveInAnyAccount(tx: Tx, nodeId: string): Promise<void> {
  await tx.query('delete from sending.node where node_id = $1', [nodeId])
}
