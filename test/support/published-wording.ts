// The words that people of the first account agree to: at its till, for offers by SMS, published.
import { type Accord, asked } from './scenario.ts'

export async function publishedWording(
  accord: Pick<Accord, 'accounts' | 'call'>,
  medium: 'till' | 'paper' = 'till',
): Promise<{ controllerId: string; wordingId: string }> {
  type Controllers = { items: { id: string }[] }
  const { items } = await asked<Controllers>(accord, 'GET', '/v1/controllers')
  const controllerId = items[0]?.id ?? ''
  const { id: wordingId } = await asked<{ id: string }>(accord, 'POST', '/v1/wordings', {
    name: 'Caisse',
    language: 'fr',
    medium,
    controllerId,
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await asked(accord, 'POST', `/v1/wordings/${wordingId}/publish`)
  return { controllerId, wordingId }
}
