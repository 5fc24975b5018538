// The SQL of the request log.

import type { KeyUse } from '../../http/index.ts'
import type { AccountId, Instant, TokenId } from '../../kernel/index.ts'
import { columnArrays, type Tx, toTimestamp } from '../../storage/index.ts'
import { type StatusClass, unknownPath } from '../contract-requests.ts'

export type LoggedRequest = {
  id: string
  tokenId: TokenId
  at: Instant
  method: string
  path: string | null
  status: number
  durationMs: number
  code: string | null
  traceId: string
  keyUse: KeyUse | null
}

export async function insertRequests(
  tx: Tx,
  accountId: AccountId,
  requests: readonly LoggedRequest[],
): Promise<void> {
  await tx.query(
    {
      name: 'accounts.insert_requests',
      text: `insert into accounts.request_log
          (account_id, at, request_id, token_id, method, path, status, duration_ms, code,
           trace_id, key_use)
        select $1::uuid, given.* from unnest($2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[],
          $6::text[], $7::smallint[], $8::integer[], $9::text[], $10::text[],
          $11::text[]) as given
        on conflict do nothing`,
    },
    [
      accountId,
      ...columnArrays(requests, [
        ['timestamptz', ({ at }) => at],
        ['uuid', ({ id }) => id],
        ['uuid', ({ tokenId }) => tokenId],
        ['text', ({ method }) => method],
        ['text', ({ path }) => path],
        ['int2', ({ status }) => status],
        ['int4', ({ durationMs }) => durationMs],
        ['text', ({ code }) => code],
        ['text', ({ traceId }) => traceId],
        ['text', ({ keyUse }) => keyUse],
      ]),
    ],
  )
}

/** What is old, and what lies behind the youngest `keep`. */
export async function deleteOldRequests(
  tx: Tx,
  accountId: AccountId,
  { before, keep }: { before: Instant; keep: number },
): Promise<void> {
  await tx.query(
    `delete from accounts.request_log where account_id = $1 and (at < $2 or (at, request_id) <=
       (select at, request_id from accounts.request_log where account_id = $1
        order by at desc, request_id desc offset $3 limit 1))`,
    [accountId, toTimestamp(before), keep],
  )
}

export type RequestsAsked = {
  tokenId: TokenId | null
  statusClass: StatusClass | null
  /** A pattern; `unknown`: of no route. */
  path: string | null
  since: Instant
  before: { at: Instant; id: string } | null
  limit: number
}

/** A token that is revoked keeps its name. */
export async function listRequests(
  tx: Tx,
  accountId: AccountId,
  asked: RequestsAsked,
): Promise<(LoggedRequest & { tokenName: string })[]> {
  const from = asked.statusClass === null ? null : Number(asked.statusClass[0]) * 100
  const { rows } = await tx.query<LoggedRequest & { tokenName: string }>(
    `select r.request_id as id, r.token_id as "tokenId", r.at, r.method, r.path, r.status,
       r.duration_ms as "durationMs", r.code, r.trace_id as "traceId", r.key_use as "keyUse",
       coalesce(t.name, '') as "tokenName"
     from accounts.request_log r
     left join accounts.token t on t.account_id = r.account_id and t.token_id = r.token_id
     where r.account_id = $1 and r.at >= $2
       and ($3::uuid is null or r.token_id = $3)
       and ($4::integer is null or r.status between $4 and $4 + 99)
       and ($5::text is null or coalesce(r.path, $9::text) = $5)
       and ($6::timestamptz is null or (r.at, r.request_id) < ($6, $7::uuid))
     order by r.at desc, r.request_id desc limit $8`,
    [
      ...[accountId, toTimestamp(asked.since), asked.tokenId, from, asked.path],
      asked.before === null ? null : toTimestamp(asked.before.at),
      asked.before?.id ?? null,
      ...[asked.limit, unknownPath],
    ],
  )
  return rows
}

/** Which paths there are, for whoever chooses one. */
export async function pathsOfRequests(
  tx: Tx,
  accountId: AccountId,
  since: Instant,
): Promise<string[]> {
  const { rows } = await tx.query<{ path: string }>(
    `select distinct coalesce(path, $3::text) as path from accounts.request_log
     where account_id = $1 and at >= $2 order by path`,
    [accountId, toTimestamp(since), unknownPath],
  )
  return rows.map(({ path }) => path)
}
