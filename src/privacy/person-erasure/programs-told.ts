// The account's own programs that hear of an erasure by webhook: told by id, noted on its record.
import {
  type AccountId,
  type ContactId,
  type Instant,
  isoTime,
  type MakeId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { subscribersOf, tellPrograms } from '../../webhooks/index.ts'
import { insertRecipient } from './recipient-store.ts'

/** Of one event: whoever goes with an import goes with thousands. */
const contactsOfEvent = 100
/** A program of the account is where the account says; ISO 3166-1 keeps this code for users. */
const countryUnknown = 'ZZ'

/** By the ids that `GET /v1/erased-contacts` lists, too. */
export async function tellErased(
  tx: Tx,
  accountId: AccountId,
  erased: { id: string; contacts: readonly ContactId[]; at: Instant },
): Promise<void> {
  const { id: about, contacts, at } = erased
  const events = []
  for (let from = 0; from < contacts.length; from += contactsOfEvent) {
    const contactIds = contacts.slice(from, from + contactsOfEvent)
    const facts = { erasedAt: isoTime(at), contactIds }
    events.push({ kind: 'contact.erased' as const, about, step: String(from), facts, at })
  }
  await tellPrograms(tx, accountId, events)
}

/** Their day comes with the answer to the event. */
export async function keepProgramsTold(
  { makeId }: { makeId: MakeId },
  tx: Tx,
  accountId: AccountId,
  erased: { erasureId: string; people: number; at: Instant },
): Promise<void> {
  const { erasureId, people, at } = erased
  for (const { id, host } of await subscribersOf(tx, accountId, 'contact.erased')) {
    await insertRecipient(tx, {
      ...{ account_id: accountId, erasure_id: erasureId, recipient_id: id, notice_id: makeId() },
      ...{ kind: 'receiver', name: host, country: countryUnknown, way: 'webhook', address: null },
      ...{ people, noted_at: at, told_at: null, mail_id: null },
      ...{ numbers_sealed: null, numbers_key: null, numbers_until: null },
    })
  }
}
