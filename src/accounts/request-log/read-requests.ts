// Reads the request log: the youngest first, each error with its sentence.
import type { Caller, Language, TokenId } from '../../kernel/index.ts'
import { isoTime } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import { type LoggedRequestView, requestsKeptDays, unknownPath } from '../contract-requests.ts'
import type { AccountsDeps } from '../deps.ts'
import {
  type LoggedRequest,
  listRequests,
  pathsOfRequests,
  type RequestsAsked,
} from './request-log-store.ts'

const dayMs = 86_400_000

type Read = {
  items: LoggedRequestView[]
  paths: string[]
  last: { at: number; id: string } | null
}

export async function readRequestLog(
  { database, clock }: Pick<AccountsDeps, 'database' | 'clock'>,
  { accountId, language }: Caller,
  asked: Omit<RequestsAsked, 'since' | 'tokenId'> & { tokenId: string | null },
): Promise<Read> {
  const since = clock.now() - requestsKeptDays * dayMs
  const { tokenId, limit } = asked
  const page = { ...asked, since, tokenId: tokenId as TokenId | null, limit: limit + 1 }
  return database.inAccount(accountId, async (tx) => {
    const rows = await listRequests(tx, accountId, page)
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? (shown.at(-1) ?? null) : null
    return {
      items: shown.map((row) => viewOf(row, language)),
      paths: await pathsOfRequests(tx, accountId, since),
      last: last === null ? null : { at: last.at, id: last.id },
    }
  })
}

function viewOf(row: LoggedRequest & { tokenName: string }, language: Language): LoggedRequestView {
  return {
    id: row.id,
    at: isoTime(row.at),
    method: row.method,
    path: row.path ?? unknownPath,
    status: row.status,
    durationMs: row.durationMs,
    traceId: row.traceId,
    token: { id: row.tokenId, name: row.tokenName },
    error: row.code === null ? null : { code: row.code, sentence: saidOf(row.code, language) },
    idempotencyKey: row.keyUse,
  }
}

/** The values that the sentence named were not kept: they may have been somebody's. */
const saidOf = (code: string, language: Language): string =>
  (sentence(language, code) ?? code).replace(/\{\w+\}/g, '…')
