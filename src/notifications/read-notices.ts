// What a user is told of: the list, the count, what was read, and what they switch off.
import { accountOf, memberSince } from '../accounts/index.ts'
import { type Caller, isoTime, type UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  type NoticeChoice,
  type NoticeChoices,
  type NoticeKind,
  type NoticeView,
  noticeKinds,
  unreadMax,
} from './contract.ts'
import type { NotificationsDeps } from './deps.ts'
import { notificationsError } from './errors.ts'
import { atFirst, kindRules, mayBeTold } from './kinds.ts'
import {
  choicesOf,
  countUnread,
  listNotices,
  markRead,
  type NoticePlace,
  type Reader,
  saveChoice,
} from './store.ts'
import { sentenceOf, titleOf } from './told.ts'

type Deps = Pick<NotificationsDeps, 'database' | 'clock' | 'mail'>

/** Of all that is kept for ninety days; what is beyond is marked when it is asked again. */
const markedMax = 10_000

/** An API token has nothing to read. */
function userOf({ by }: Caller): UserId {
  if (by.kind !== 'user') throw notificationsError('notifications.users_only')
  return by.userId
}

const kindsOf = ({ rights }: Caller): NoticeKind[] =>
  noticeKinds.filter((kind) => mayBeTold(rights, kind))

async function readerOf(tx: Tx, caller: Caller): Promise<Reader> {
  const userId = userOf(caller)
  const since = await memberSince(tx, caller.accountId, userId)
  const choices = await choicesOf(tx, [userId])
  const chosen = new Map(choices.map(({ kind, onScreen }) => [kind, onScreen]))
  return {
    userId,
    kinds: kindsOf(caller).filter((kind) => chosen.get(kind) ?? atFirst(kind).onScreen),
    since: since ?? 0,
    isStaff: caller.rights.has('installation.manage'),
  }
}

export async function readNotices(
  { database }: Deps,
  caller: Caller,
  page: { unreadOnly: boolean; before: NoticePlace | null; limit: number },
): Promise<{ items: NoticeView[]; last: NoticePlace | null }> {
  const { accountId, language } = caller
  const rows = await database.inAccount(accountId, async (tx) =>
    listNotices(tx, accountId, await readerOf(tx, caller), { ...page, limit: page.limit + 1 }),
  )
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => ({
      id: row.noticeId,
      kind: row.kind,
      title: titleOf(language, row.kind),
      sentence: sentenceOf(language, row),
      leadsTo: kindRules[row.kind].leadsTo(row.about),
      at: isoTime(row.at),
      isRead: row.isRead,
    })),
    last: last === undefined ? null : { at: last.at, id: last.noticeId },
  }
}

export function countNotices({ database }: Deps, caller: Caller): Promise<number> {
  const { accountId } = caller
  return database.inAccount(accountId, async (tx) =>
    countUnread(tx, accountId, await readerOf(tx, caller), unreadMax + 1),
  )
}

/** `ids` null: all. What the caller is not told of is left alone. */
export function readAll(
  { database, clock }: Deps,
  caller: Caller,
  ids: readonly string[] | null,
): Promise<void> {
  const { accountId } = caller
  return database.inAccount(accountId, async (tx) => {
    const reader = await readerOf(tx, caller)
    await markRead(tx, accountId, reader, { ids, at: clock.now(), most: markedMax })
  })
}

export function readChoices({ database, mail }: Deps, caller: Caller): Promise<NoticeChoices> {
  const { accountId, language } = caller
  const userId = userOf(caller)
  return database.inAccount(accountId, async (tx) => {
    const chosen = new Map((await choicesOf(tx, [userId])).map((row) => [row.kind, row]))
    return {
      mail: mail.way(await accountOf(tx, accountId)),
      items: kindsOf(caller).map((kind) => {
        const { onScreen, byMail } = chosen.get(kind) ?? atFirst(kind)
        return { kind, onScreen, byMail, title: titleOf(language, kind) }
      }),
    }
  })
}

/** It is the user's in all of their accounts. */
export function choose({ database }: Deps, caller: Caller, choice: NoticeChoice): Promise<void> {
  const userId = userOf(caller)
  return database.inAccount(caller.accountId, (tx) => saveChoice(tx, userId, choice))
}
