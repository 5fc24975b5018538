// Finds messages for a search: the one of an id, or those of somebody's own reference.
import type { Caller, MessageId } from '../../kernel/index.ts'
import type { MessageView } from '../contract.ts'
import { findMessage, listMessages } from '../store/view-store.ts'
import type { ReadMessagesDeps } from './read-messages.ts'
import { viewMessages } from './view-message.ts'

const idPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whatever it is, of whomever. */
const nothingElse = {
  before: null,
  class: null,
  campaignId: null,
  contactId: null,
  state: null,
  reason: null,
  sender: null,
  routeId: null,
  from: null,
  until: null,
} as const

export function findMessages(
  deps: Pick<ReadMessagesDeps, 'database' | 'clock' | 'vault'>,
  { accountId, language }: Caller,
  { text, limit }: { text: string; limit: number },
): Promise<MessageView[]> {
  const now = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    if (idPattern.test(text)) {
      const row = await findMessage(tx, accountId, now, text.toLowerCase() as MessageId)
      return viewMessages(deps, tx, { accountId, language, rows: row === null ? [] : [row] })
    }
    const rows = await listMessages(tx, accountId, now, { ...nothingElse, reference: text, limit })
    return viewMessages(deps, tx, { accountId, language, rows })
  })
}
