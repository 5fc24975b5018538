// What an event says: ids and the client's own references, read from their rooms when it is sent.
import { type AccountId, isoTime, type SubjectId } from '../kernel/index.ts'
import { failureFields } from '../observability/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Delivery } from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'

type Knows = Pick<WebhooksDeps, 'ports' | 'logger'>
type Data = Record<string, unknown>
/** What of an event its body is made of. */
type Event = Pick<Delivery, 'id' | 'kind' | 'about' | 'subjectId' | 'facts' | 'at'>
type Known = {
  references: ReadonlyMap<string, string>
  contacts: ReadonlyMap<SubjectId, string>
  texts: Texts
}
/** Of replies, by the reply. */
export type Texts = ReadonlyMap<string, string>
export const noTexts: Texts = new Map()

/** The bodies of these deliveries, by their ids. */
export async function payloadsOf(
  { ports }: Knows,
  tx: Tx,
  accountId: AccountId,
  { deliveries, texts }: { deliveries: readonly Event[]; texts: Texts },
): Promise<Map<string, string>> {
  const messages = deliveries.flatMap(({ kind, about }) =>
    kind.startsWith('message.') && about !== null ? [about] : [],
  )
  const subjects = deliveries.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]))
  const known: Known = {
    references: messages.length === 0 ? new Map() : await ports.references(tx, accountId, messages),
    contacts: subjects.length === 0 ? new Map() : await ports.contactsOf(tx, accountId, subjects),
    texts,
  }
  return new Map(
    deliveries.map((one) => {
      const { id, kind, at } = one
      return [id, JSON.stringify({ type: kind, timestamp: isoTime(at), data: dataOf(one, known) })]
    }),
  )
}

export async function textsOf(
  { ports, logger }: Knows,
  tx: Tx,
  accountId: AccountId,
  deliveries: readonly Event[],
): Promise<Texts> {
  const texts = new Map<string, string>()
  for (const { kind, about } of deliveries) {
    if (kind !== 'reply.received' || about === null) continue
    try {
      const text = await ports.replyText(tx, accountId, about)
      if (text !== null) texts.set(about, text)
    } catch (error) {
      // The event comes without its text, as of a reply that is gone; the others wait for nothing.
      logger.warn('webhooks.text_not_opened', { replyId: about, ...failureFields(error) })
    }
  }
  return texts
}

function dataOf({ kind, about, subjectId, facts }: Event, known: Known): Data {
  const of = about ?? ''
  const contactId = subjectId === null ? null : (known.contacts.get(subjectId) ?? null)
  switch (kind) {
    case 'message.delivered':
    case 'message.failed':
    case 'message.unconfirmed':
      return { messageId: about, reference: known.references.get(of) ?? null, ...facts }
    case 'reply.received': {
      const text = known.texts.get(of)
      return { replyId: about, contactId, ...facts, ...(text === undefined ? {} : { text }) }
    }
    case 'contact.opted_out':
      return { entryId: about, contactId, ...facts }
    case 'contact.erased':
      return { erasureId: about, ...facts }
    case 'campaign.finished':
      return { campaignId: about, ...facts }
    case 'import.finished':
      return { importId: about, ...facts }
    case 'webhook.test':
      return { ...facts }
  }
}
