// Whether a webhook is active, and why it is not, or since when nothing is accepted.
import { Stack, Text } from '@mantine/core'
import type { WebhookView } from '../../../webhooks/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

export function WebhookState({ webhook }: { webhook: WebhookView }) {
  const { language, words } = useLanguage()
  const w = own(words, webhookWords)
  const { state, pauseWhy, pausedAt, failingSince, restUntil } = webhook
  const when = (at: string | null) => (at === null ? '' : dateTime(language, at))
  const why =
    state === 'paused' && pauseWhy !== null
      ? fill(w.pausedWhy[pauseWhy], { when: when(pausedAt) })
      : failingSince === null
        ? null
        : fill(w.failing, { when: when(failingSince) })
  return (
    <Stack gap={4} align="flex-start">
      <StatusBadge meaning={state === 'active' && failingSince === null ? 'good' : 'waits'}>
        {w[state]}
      </StatusBadge>
      {why === null ? null : <Text size="sm">{why}</Text>}
      {restUntil === null ? null : (
        <Text size="sm">{fill(w.rests, { when: when(restUntil) })}</Text>
      )}
    </Stack>
  )
}
