// Scene: after the STOP. No advertising leaves to her, and an alert does.
import type { MessageView } from '../../sending/contract.ts'
import { sendAlert } from './choose-customer.ts'
import { type Asking, type Customer, type Play, shop } from './play.ts'

export async function afterStop(play: Play, customer: Customer, asking: Asking): Promise<void> {
  const { stage, api, sandbox } = play
  const { words } = stage
  await stage.scene(words.afterTitle)
  const before = await sandbox.takenFor(customer.number)
  const offer = await api.post<MessageView>('/v1/messages', {
    to: customer.number,
    text: words.secondOffer,
    class: 'marketing',
    purpose: shop.purpose,
    controllerId: asking.controllerId,
    sender: shop.sender,
  })
  stage.say(`« ${words.secondOffer} »`)
  stage.prove(offer.state === 'refused', words.offerRefused(offer.sentence ?? ''))
  await sendAlert(play, customer, words.secondAlert)
  const after = await sandbox.takenFor(customer.number)
  stage.prove(after === before + 1, words.onlyTheAlert)
}
