// The SQL of keywords, their matching, and people who have not sent the second yes.
import type { AccountId, ControllerId, Instant, RouteId, WordingId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Keyword, KeywordId } from './keyword.ts'

type KeywordRow = {
  keyword_id: KeywordId
  route_id: RouteId
  word: string
  wording_id: WordingId
  controller_id: ControllerId
  confirms: boolean
  sender: string
  state: Keyword['state']
  created_at: Instant
}
const columns =
  'keyword_id, route_id, word, wording_id, controller_id, confirms, sender, state, created_at'
const toKeyword = (accountId: AccountId, row: KeywordRow): Keyword => ({
  id: row.keyword_id,
  accountId,
  routeId: row.route_id,
  word: row.word,
  wordingId: row.wording_id,
  controllerId: row.controller_id,
  confirms: row.confirms,
  sender: row.sender,
  state: row.state,
  createdAt: row.created_at,
})

/** False when the word is somebody's on this number already, whoever's it is. */
export async function insertKeyword(tx: Tx, keyword: Keyword): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into preferences.keyword_word (account_id, route_id, word, keyword_id)
     values ($1, $2, $3, $4) on conflict (route_id, word) do nothing`,
    [keyword.accountId, keyword.routeId, keyword.word, keyword.id],
  )
  if (rowCount === 0) return false
  await tx.query(
    `insert into preferences.keyword (account_id, ${columns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      keyword.accountId,
      keyword.id,
      keyword.routeId,
      keyword.word,
      keyword.wordingId,
      keyword.controllerId,
      keyword.confirms,
      keyword.sender,
      keyword.state,
      toTimestamp(keyword.createdAt),
    ],
  )
  return true
}

export async function readKeywords(tx: Tx, accountId: AccountId): Promise<Keyword[]> {
  const { rows } = await tx.query<KeywordRow>(
    `select ${columns} from preferences.keyword where account_id = $1 order by keyword_id desc`,
    [accountId],
  )
  return rows.map((row) => toKeyword(accountId, row))
}

export async function findKeyword(
  tx: Tx,
  accountId: AccountId,
  id: KeywordId,
): Promise<Keyword | null> {
  const { rows } = await tx.query<KeywordRow>(
    `select ${columns} from preferences.keyword where account_id = $1 and keyword_id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : toKeyword(accountId, rows[0])
}

/** The word is free again; what was agreed to by it stands. */
export async function closeKeyword(
  tx: Tx,
  accountId: AccountId,
  closed: { id: KeywordId; at: Instant },
): Promise<void> {
  await tx.query(
    `update preferences.keyword set state = 'closed', closed_at = $3
     where account_id = $1 and keyword_id = $2 and state = 'open'`,
    [accountId, closed.id, toTimestamp(closed.at)],
  )
  for (const table of ['keyword_word', 'keyword_pending']) {
    await tx.query(`delete from preferences.${table} where account_id = $1 and keyword_id = $2`, [
      accountId,
      closed.id,
    ])
  }
}

export type KeywordPlace = { accountId: AccountId; keywordId: KeywordId }
type PlaceRow = { account_id: AccountId; keyword_id: KeywordId }
const placeOf = (row: PlaceRow | undefined): KeywordPlace | null =>
  row === undefined ? null : { accountId: row.account_id, keywordId: row.keyword_id }

export async function findWordInAnyAccount(
  tx: Tx,
  heard: { routeId: RouteId; word: string },
): Promise<KeywordPlace | null> {
  const { rows } = await tx.query<PlaceRow>(
    `select account_id, keyword_id from preferences.keyword_word
     where route_id = $1 and word = $2`,
    [heard.routeId, heard.word],
  )
  return placeOf(rows[0])
}

/** Words that were sent to a handset: of which keyword, by which message, and when. */
export type Asking = KeywordPlace & { messageId: string; askedAt: Instant }

/** Whose words this number was sent last, of those it can still say yes to. */
export async function findPendingInAnyAccount(
  tx: Tx,
  heard: { routeId: RouteId; numberTag: Buffer; at: Instant },
): Promise<Asking | null> {
  const { rows } = await tx.query<PlaceRow & { message_id: string; asked_at: Instant }>(
    `select account_id, keyword_id, message_id, asked_at from preferences.keyword_pending
     where route_id = $1 and number_tag = $2 and expires_at > $3
     order by asked_at desc limit 1`,
    [heard.routeId, heard.numberTag, toTimestamp(heard.at)],
  )
  const [row] = rows
  const place = placeOf(row)
  if (row === undefined || place === null) return null
  return { ...place, messageId: row.message_id, askedAt: row.asked_at }
}

export async function keepPending(
  tx: Tx,
  accountId: AccountId,
  asked: {
    keyword: Keyword
    numberTag: Buffer
    messageId: string
    at: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx.query(
    'delete from preferences.keyword_pending where account_id = $1 and expires_at <= $2',
    [accountId, toTimestamp(asked.at)],
  )
  await tx.query(
    `insert into preferences.keyword_pending as held
       (account_id, route_id, number_tag, keyword_id, message_id, asked_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (account_id, route_id, number_tag) do update
     set keyword_id = excluded.keyword_id, message_id = excluded.message_id,
       asked_at = excluded.asked_at, expires_at = excluded.expires_at`,
    [
      accountId,
      asked.keyword.routeId,
      asked.numberTag,
      asked.keyword.id,
      asked.messageId,
      toTimestamp(asked.at),
      toTimestamp(asked.expiresAt),
    ],
  )
}

export async function deletePendingYes(
  tx: Tx,
  accountId: AccountId,
  heard: { routeId: RouteId; numberTag: Buffer },
): Promise<void> {
  await tx.query(
    `delete from preferences.keyword_pending
     where account_id = $1 and route_id = $2 and number_tag = $3`,
    [accountId, heard.routeId, heard.numberTag],
  )
}
