// One person's messages and replies with their texts, for the copy that the person asks for.
import type { Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { sentence } from '../../words/index.ts'
import { bodyPlace, decodeBody, hiddenMark, type MessageBody } from '../message-body.ts'
import type { MessageState } from '../message-state.ts'
import { messagesBefore, repliesBefore } from '../store/person-store.ts'
import { findMessages } from '../store/view-store.ts'
import type { PersonAsked } from './person-messages.ts'
import { openBody, viewMessages } from './view-message.ts'

/** A text as it is still held; null once it was deleted at the end of its retention. */
export type PersonText = { at: Instant; text: string | null } & (
  | { way: 'sent'; sender: string; state: MessageState; why: string | null; endedAt: string | null }
  | { way: 'received' }
)

type Deps = { vault: Pick<Vault, 'openSubjects' | 'openMessage'> }

/** The newest first, so many of both together. */
export async function textsOfPerson(deps: Deps, tx: Tx, asked: PersonAsked): Promise<PersonText[]> {
  const found = [...(await sentTo(deps, tx, asked)), ...(await receivedFrom(deps, tx, asked))]
  return found.sort((a, b) => b.at - a.at).slice(0, asked.limit)
}

async function sentTo(deps: Deps, tx: Tx, asked: PersonAsked): Promise<PersonText[]> {
  const { accountId, language, subjectId, at } = asked
  const ids = await messagesBefore(tx, accountId, subjectId, asked)
  const rows = await findMessages(tx, accountId, at, ids)
  const keys = await deps.vault.openSubjects(tx, accountId, [subjectId])
  const rowOf = new Map(rows.map((row) => [String(row.id), row]))
  const views = await viewMessages(deps, tx, { accountId, language, rows })
  return views.map((view): PersonText => {
    const row = rowOf.get(view.id)
    const body = row === undefined ? null : openBody(deps, accountId, row, keys)
    return {
      ...{ way: 'sent', at: Date.parse(view.acceptedAt), text: textOf(body, asked) },
      ...{ sender: view.sender, state: view.state, endedAt: view.finalAt },
      why: view.failure?.sentence ?? view.sentence,
    }
  })
}

async function receivedFrom(deps: Deps, tx: Tx, asked: PersonAsked): Promise<PersonText[]> {
  const { accountId, subjectId } = asked
  const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
  const replies = await repliesBefore(tx, accountId, subjectId, asked)
  return replies.map(({ id, at, bodySealed }): PersonText => {
    if (bodySealed === null || keys === undefined || !hasKey(keys.contactKey)) {
      return { way: 'received', at, text: null }
    }
    const place = bodyPlace('sending.inbound', id)
    const body = decodeBody(deps.vault.openMessage(keys, accountId, place, bodySealed))
    return { way: 'received', at, text: textOf(body, asked) }
  })
}

/** A code or a link that was for the handset alone is not copied: a copy goes round. */
function textOf(body: MessageBody | null, { language }: PersonAsked): string | null {
  if (body === null) return null
  if (body.hides === null) return body.text
  const said = sentence(language, `sending.hidden_${body.hides}`) ?? hiddenMark
  return body.text.replace(hiddenMark, said)
}
