// Scene: a customer who agreed gets an alert; later she answers STOP.
import type { ContactConsents } from '../../consent/contract.ts'
import type { ContactView, RevealedContact } from '../../contacts/contract.ts'
import { asE164 } from '../../kernel/index.ts'
import type { MessageView } from '../../sending/contract.ts'
import { type Customer, type Play, shop } from './play.ts'

type Page<T> = { items: T[]; nextCursor: string | null }

/** The newest on the list who agreed to SMS: a campaign reaches her last. */
export async function chooseCustomer(play: Play, listId: string): Promise<Customer> {
  const { stage, api } = play
  await stage.scene(stage.words.alertTitle)
  const query = `listId=${listId}&marketingState=open&limit=100`
  const { items } = await api.get<Page<ContactView>>(`/v1/contacts?${query}`)
  for (const contact of items) {
    const consents = await api.get<ContactConsents>(`/v1/consents?contactId=${contact.id}`)
    const agreed = consents.states.some(({ channel, effective }) => channel === 'sms' && effective)
    if (!agreed || consents.suppression !== null) continue
    const customer = await reveal(play, contact)
    if (customer !== null) return customer
  }
  throw new Error('nobody on the list has agreed')
}

async function reveal({ stage, api }: Play, contact: ContactView): Promise<Customer | null> {
  const reason = stage.words.lookReason
  const path = `/v1/contacts/${contact.id}/reveal`
  const { number } = await api.post<RevealedContact>(path, { reason })
  const e164 = asE164(number)
  if (e164 === null) return null
  stage.item(stage.words.looked(contact.numberMasked, reason))
  return { contactId: contact.id, number: e164, masked: contact.numberMasked }
}

/** An alert to her, from the asking to the receipt. */
export async function sendAlert(play: Play, customer: Customer, text: string): Promise<void> {
  const { stage, api } = play
  const { words } = stage
  stage.say(`« ${text} »`)
  const sent = await api.post<MessageView>('/v1/messages', {
    to: customer.number,
    text,
    class: 'alert',
    basis: 'contract',
    sender: shop.sender,
  })
  const isOver = ({ finalAt }: MessageView) => finalAt !== null
  const ended = await api.until<MessageView>(`/v1/messages/${sent.id}`, isOver)
  stage.prove(ended.state === 'delivered', words.alertDelivered(customer.masked))
}
