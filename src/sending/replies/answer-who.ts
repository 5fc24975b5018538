// Answers HELP and CONTACT with the name of the last organisation that wrote.
import { accountOf } from '../../accounts/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import type { AccountId, Clock, MessageId } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { SendMessage } from '../accept/send-message.ts'
import { readTerms } from '../store/store.ts'
import { findMessage } from '../store/view-store.ts'
import { engineCaller, type SendNotice } from './receive-reply.ts'

export type AnswerWhoDeps = {
  database: Database
  contacts: Pick<Contacts, 'controller'>
  clock: Clock
  logger: Pick<Logger, 'warn'>
  sendMessage: SendMessage
}

export function createAnswerWho(deps: AnswerWhoDeps): SendNotice {
  return async (notice) => {
    try {
      await answerWho(deps, notice)
    } catch (error) {
      // The reply itself is on disk; that nobody was told who writes is no reason to get it again.
      deps.logger.warn('sending.notice_failed', failureFields(error))
    }
  }
}

async function answerWho(
  deps: AnswerWhoDeps,
  { accountId, number, messageId }: Parameters<SendNotice>[0],
): Promise<void> {
  const asked = await whoWrote(deps, accountId, messageId)
  if (asked === null) return
  const { terms, controller, language } = asked
  const text = sentence(language, 'sending.contact_answer', { controller: controller.name })
  if (text === null) return
  await deps.sendMessage(engineCaller(accountId), {
    to: number,
    text,
    class: 'alert',
    basis: 'legal_obligation',
    controllerId: terms.controllerId,
    sender: terms.sender,
    ifUnsure: 'never_twice',
  })
}

/** Null when the message is gone, or its controller. */
async function whoWrote(deps: AnswerWhoDeps, accountId: AccountId, messageId: MessageId) {
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await findMessage(tx, accountId, deps.clock.now(), messageId)
    if (row === null) return null
    const terms = (await readTerms(tx, accountId, [row.terms_id])).get(row.terms_id)
    if (terms === undefined) return null
    const controller = await deps.contacts.controller(tx, accountId, terms.controllerId)
    const { language } = await accountOf(tx, accountId)
    return controller === null ? null : { terms, controller, language }
  })
}
