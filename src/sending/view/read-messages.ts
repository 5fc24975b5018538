// Reads messages for somebody: a list, a story, the reasons as a proof, and the text in clear.
import type { ConsentGate } from '../../consent/index.ts'
import {
  type AccountId,
  type Caller,
  type Clock,
  type EntryId,
  type Instant,
  isoTime,
  type MessageId,
} from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { type AuditAction, sentence } from '../../words/index.ts'
import type { MessageView } from '../contract.ts'
import { sendingError } from '../errors.ts'
import { hiddenMark, type MessageBody } from '../message-body.ts'
import type { AccessLog, Accounts, OutgoingRoute, Routes } from '../ports.ts'
import { overrideReasonOf, readTerms } from '../store/store.ts'
import {
  countMessages as countFound,
  findMessage,
  type ListWish,
  listMessages,
  type MessageRow,
  readHistory,
} from '../store/view-store.ts'
import type { Terms } from '../terms.ts'
import { lookBack } from './look-back.ts'
import { type ToldStory, tellStory } from './tell-story.ts'
import { openBody, openForHandset, viewChecks, viewMessages } from './view-message.ts'

export type ReadMessagesDeps = {
  database: Database
  vault: Vault
  routes: Routes
  clock: Clock
  accessLog: AccessLog
  consent: Pick<ConsentGate, 'legalBasisOfEntry'>
}

export type HandsetDeps = ReadMessagesDeps & { accounts: Pick<Accounts, 'facts'> }

/** `last`: where the next page begins; `lookedBackTo`: how far this one has looked. */
export type MessagePage = {
  items: MessageView[]
  last: MessageId | null
  lookedBackTo: Instant | null
}

export async function readMessages(
  deps: Pick<ReadMessagesDeps, 'database' | 'vault' | 'clock'>,
  caller: Caller,
  wish: ListWish,
): Promise<MessagePage> {
  const { accountId, language } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const reach = await lookBack(tx, accountId, wish)
    if (reach === null) return { items: [], last: null, lookedBackTo: null }
    const more = { ...wish, limit: wish.limit + 1 }
    const rows = await listMessages(tx, accountId, deps.clock.now(), more, reach)
    const shown = rows.slice(0, wish.limit)
    const items = await viewMessages(deps, tx, { accountId, language, rows: shown })
    if (rows.length > wish.limit) {
      return { items, last: shown.at(-1)?.id ?? null, lookedBackTo: null }
    }
    return { items, last: reach.rest?.id ?? null, lookedBackTo: reach.rest?.at ?? null }
  })
}

/** More are not counted. */
export const countedMax = 10_000

/** How many the list holds, all pages together; `isAtLeast`: there may be more. */
export async function countMessages(
  deps: Pick<ReadMessagesDeps, 'database' | 'clock'>,
  { accountId }: Caller,
  wish: Omit<ListWish, 'before' | 'limit'>,
): Promise<{ messages: number; isAtLeast: boolean }> {
  const asked: ListWish = { ...wish, before: null, limit: countedMax + 1 }
  return deps.database.inAccount(accountId, async (tx) => {
    const reach = await lookBack(tx, accountId, asked)
    if (reach === null) return { messages: 0, isAtLeast: false }
    const found = await countFound(tx, accountId, deps.clock.now(), asked, reach)
    const isMore = found > countedMax
    return { messages: isMore ? countedMax : found, isAtLeast: isMore || reach.rest !== null }
  })
}

async function rowOf(
  deps: Pick<ReadMessagesDeps, 'clock'>,
  tx: Tx,
  caller: Caller,
  id: MessageId,
): Promise<MessageRow> {
  const row = await findMessage(tx, caller.accountId, deps.clock.now(), id)
  if (row === null) throw sendingError('sending.message_not_found')
  return row
}

export async function readMessage(
  deps: ReadMessagesDeps,
  caller: Caller,
  id: MessageId,
): Promise<MessageView> {
  return deps.database.inAccount(caller.accountId, (tx) => viewIn(deps, tx, caller, id))
}

/** The same in a transaction that does more. */
export async function viewIn(
  deps: Pick<ReadMessagesDeps, 'clock' | 'vault'>,
  tx: Tx,
  caller: Caller,
  id: MessageId,
): Promise<MessageView> {
  const { accountId, language } = caller
  const rows = [await rowOf(deps, tx, caller, id)]
  const [view] = await viewMessages(deps, tx, { accountId, language, rows })
  if (view === undefined) throw sendingError('sending.message_not_found')
  return view
}

export async function readStory(
  deps: ReadMessagesDeps,
  caller: Caller,
  id: MessageId,
): Promise<ToldStory> {
  const { accountId, language } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await rowOf(deps, tx, caller, id)
    const [view] = await viewMessages(deps, tx, { accountId, language, rows: [row] })
    const terms = (await readTerms(tx, accountId, [row.terms_id])).get(row.terms_id)
    if (view === undefined || terms === undefined) throw sendingError('sending.message_not_found')
    const history = await readHistory(tx, accountId, id)
    const routes = new Map<string, OutgoingRoute>(
      deps.routes.all(deps.clock.now()).map((route) => [route.id, route]),
    )
    const overrideReason = overrideReasonOf(deps.vault, accountId, terms)
    const legalBasis = await legalBasisOf(deps, tx, { accountId, row, terms })
    return tellStory({ legalBasis, view, row, terms, overrideReason, ...history, routes, language })
  })
}

export async function proveMessage(deps: ReadMessagesDeps, caller: Caller, id: MessageId) {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const row = await rowOf(deps, tx, caller, id)
    const terms = (await readTerms(tx, caller.accountId, [row.terms_id])).get(row.terms_id)
    if (terms === undefined) throw sendingError('sending.message_not_found')
    return {
      messageId: row.id,
      class: terms.class,
      legalBasis: await legalBasisOf(deps, tx, { accountId: caller.accountId, row, terms }),
      consentEntryId: row.consent_entry_id,
      wordingId: row.wording_id,
      acceptedAt: isoTime(row.accepted_at),
      checks: viewChecks(row.checks, caller.language),
    }
  })
}

async function legalBasisOf(
  deps: Pick<ReadMessagesDeps, 'consent'>,
  tx: Tx,
  { accountId, row, terms }: { accountId: AccountId; row: MessageRow; terms: Terms },
): Promise<string> {
  if (terms.class !== 'marketing') return terms.basis ?? 'none'
  const entryId = row.consent_entry_id as EntryId | null
  return entryId === null ? 'consent' : deps.consent.legalBasisOfEntry(tx, accountId, entryId)
}

type Look = { id: MessageId; reason: string }

/**
 * Number and text in clear: the look is recorded before it is given. A code or the link to a
 * person's page is shown to nobody: whoever reads it could say yes in the person's place.
 */
export async function revealMessage(
  deps: ReadMessagesDeps,
  caller: Caller,
  input: Look,
): Promise<{ to: string; text: string; hides: MessageBody['hides'] }> {
  const look = { ...input, action: 'sending.message_revealed' as const, open: openBody }
  const { number, text, hides } = await deps.database.inAccount(caller.accountId, (tx) =>
    lookAt(deps, tx, caller, look),
  )
  if (hides === null) return { to: number, text, hides }
  const said = sentence(caller.language, `sending.hidden_${hides}`) ?? hiddenMark
  return { to: number, text: text.replace(hiddenMark, said), hides }
}

/**
 * What the telephone shows, of an account whose telephones are imagined: there nobody is written
 * to, and what is recorded by such a code says in its evidence that the handset was the sandbox.
 */
export async function showOnHandset(
  deps: HandsetDeps,
  caller: Caller,
  input: Look,
): Promise<{ to: string; text: string }> {
  const look = { ...input, action: 'sending.sandbox_handset_shown' as const, open: openForHandset }
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { kind } = await deps.accounts.facts(tx, caller.accountId)
    if (kind !== 'sandbox') throw sendingError('sending.handset_is_real')
    const { number, text } = await lookAt(deps, tx, caller, look)
    return { to: number, text }
  })
}

async function lookAt(
  deps: ReadMessagesDeps,
  tx: Tx,
  caller: Caller,
  { id, reason, action, open }: Look & { action: AuditAction; open: typeof openBody },
): Promise<MessageBody> {
  const row = await rowOf(deps, tx, caller, id)
  const keys = await deps.vault.openSubjects(tx, caller.accountId, [row.subject_id])
  const body = open(deps, caller.accountId, row, keys)
  if (body === null) throw sendingError('sending.person_erased')
  await deps.accessLog.record(tx, caller, { action, subjectId: row.subject_id, reason })
  return body
}
