// Writes down what somebody asked for, with its deadline, who must be sure of whom, and its step.
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOwnWord, type RequestHeardBy, type RequestKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { Known, Whose } from '../person-page.ts'
import { deadlinesOf } from './clock.ts'
import { identityFor } from './identity-facts.ts'
import { recordToldStep } from './order-telling.ts'
import { sealTold } from './request-reason.ts'
import { insertRequest } from './request-store.ts'
import { byPerson, recordStep } from './steps.ts'

export type Asked = {
  whose: Whose
  known: Known
  kind: RequestKind
  /** In the person's words, or of whoever wrote it down; empty: nothing. */
  text: string
  askedAt: Instant
  /** Null: the person themselves, on their page. */
  heard: { by: RequestHeardBy; recordedBy: string } | null
  /** Null: nobody said, and it is the account's. */
  language: Language | null
}

export async function recordRequest(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  asked: Asked,
): Promise<string> {
  const { accountId, subjectId, contactId } = asked.whose
  const { kind, text, askedAt, heard, language } = asked
  const { keys } = asked.known
  const { zone } = asked.known.account
  const id = deps.makeId()
  const { level, why } = await identityFor(deps, tx, {
    ...{ accountId, subjectId, kind },
    isOnPage: isOwnWord(heard?.by ?? null),
  })
  const isShown = level === 'none'
  await insertRequest(tx, accountId, {
    ...{ id, subjectId, contactId, kind, askedAt, ...deadlinesOf(kind, askedAt, zone) },
    toldSealed: text === '' ? null : sealTold(deps, { accountId, keys, id, text }),
    heardBy: heard?.by ?? null,
    recordedBy: heard?.recordedBy ?? null,
    ...{ identity: level, identityWhy: why, language },
    identifiedAt: isShown && heard === null ? askedAt : null,
    identifiedHow: isShown && heard === null ? 'link' : null,
  })
  const by = heard?.recordedBy ?? byPerson
  const step = { request: { id, subjectId }, kind: 'received' as const, at: askedAt, by }
  // On their page they read at once that it has arrived; staff tell whoever calls or writes.
  if (heard?.by === 'sms') await recordToldStep(deps, tx, accountId, step)
  else await recordStep(deps, tx, accountId, step)
  const user = caller.by.kind === 'user' ? caller.by.userId : null
  const at = deps.clock.now()
  await notify(tx, accountId, { kind: 'request_arrived', about: id, by: user, at })
  return id
}
