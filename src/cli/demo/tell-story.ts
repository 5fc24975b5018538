// Scene: how did this SMS get sent? One message of the campaign, step by step.
import type { MessageStory, MessageView } from '../../sending/contract.ts'
import type { Play } from './play.ts'

type Page<T> = { items: T[] }

/** Returns the consent by which it left, or would have. */
export async function tellStory(play: Play, campaignId: string): Promise<string> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.storyTitle)
  const query = `campaignId=${campaignId}&limit=500`
  const { items } = await api.get<Page<MessageView>>(`/v1/messages?${query}`)
  const one =
    items.find(({ state }) => state === 'delivered') ??
    items.find(({ refusal }) => refusal === null)
  if (one === undefined) throw new Error('the campaign has no message')
  const { message, reasons, steps } = await api.get<MessageStory>(`/v1/messages/${one.id}/story`)
  stage.say(words.storyOf(message.to, message.sender))
  for (const step of steps) stage.item(`${step.at.slice(11, 23)}  ${step.sentence}`)
  const passed = reasons.checks.filter(({ result }) => result === 'passed').length
  stage.item(words.storyReasons(passed, reasons.rulePack))
  stage.prove(reasons.consentEntryId !== null, words.storyConsent(reasons.consentEntryId ?? '–'))
  if (message.state === 'delivered') {
    const isWhole = ['accepted', 'submitted', 'received', 'ended'].every((name) =>
      steps.some(({ step }) => step === name),
    )
    stage.prove(isWhole, words.storyWhole)
  }
  return reasons.consentEntryId ?? ''
}
