// Demo scene: a wording that does not mention SMS is refused, with how to correct it.
import type { WordingDraftBody, WordingView } from '../../consent/contract.ts'
import { ApiFailure } from './api.ts'
import { type Asking, type Play, shop } from './play.ts'

type Controller = { id: string; name: string }

export async function publishWording(play: Play): Promise<Asking> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.wordingTitle)
  const controllerId = await controllerOf(play)
  const draft = (shownText: string): WordingDraftBody => ({
    name: words.wordingName,
    language: 'fr',
    medium: 'paper',
    controllerId,
    controllerName: shop.name,
    shownText,
    channels: ['sms'],
    purposes: [shop.purpose],
    form: { boxInitially: 'unticked' },
  })
  const bad = `J’accepte de recevoir les offres de la ${shop.name}.`
  stage.say(`« ${bad} »`)
  const refused = await api.post<WordingView>('/v1/wordings', draft(bad))
  const refusal = await api.refusalOf(`/v1/wordings/${refused.id}/publish`)
  stage.prove(refusal !== null, words.wordingRefused)
  const defect = refused.defects.find((one) => one.refusal === 'channel_not_named')
  stage.prove(defect !== undefined, words.wordingWhy)
  stage.item(defect?.mend ?? '')
  // The very words that the shop's file names.
  const good = `J’accepte de recevoir par SMS les offres de la ${shop.name}.`
  stage.say(`« ${good} »`)
  const wording = await api.post<WordingView>('/v1/wordings', draft(good))
  const published = await api.post<WordingView>(`/v1/wordings/${wording.id}/publish`)
  stage.prove(published.state === 'published', words.wordingPublished(published.sha256))
  return { controllerId, wordingId: published.id }
}

/** For whom the account sends here; the demo's own account is named like the shop already. */
async function controllerOf({ api }: Play): Promise<string> {
  const { items } = await api.get<{ items: Controller[] }>('/v1/controllers')
  const known = items.find(({ name }) => name === shop.name)
  return known?.id ?? (await api.post<Controller>('/v1/controllers', { name: shop.name })).id
}

/** What the telephone shows as from; a demo before this one has registered it already. */
export async function registerSender({ api }: Play): Promise<void> {
  try {
    await api.post('/v1/senders', { name: shop.sender, country: 'FR' })
  } catch (error) {
    const isKnown = error instanceof ApiFailure && error.refusal.code === 'routing.sender_taken'
    if (!isKnown) throw error
  }
}
