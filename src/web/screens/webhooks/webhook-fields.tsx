// What is chosen of a webhook: its address, its events, and what they carry.
import { Checkbox, Stack, TextInput } from '@mantine/core'
import {
  urlMax,
  type WebhookKind,
  type WebhookView,
  webhookKinds,
} from '../../../webhooks/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { own } from '../../words/own.ts'
import { PlaceSelect } from '../installation/place-select.tsx'

export type WebhookDraft = Pick<
  WebhookView,
  'url' | 'description' | 'events' | 'campaignMessages' | 'replyText' | 'country'
>

export const emptyDraft: WebhookDraft = {
  ...{ url: '', description: '', events: [], campaignMessages: false, replyText: false },
  country: null,
}

/** Before all countries: nobody declared one. */
const noCountry = '-'

/** What is still missing, in words; null when nothing is. */
export function useLacking({ url, events }: WebhookDraft): string | null {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  if (url.trim() === '') return w.lacksUrl
  return events.length === 0 ? w.lacksEvents : null
}

const ofMessages = (events: readonly WebhookKind[]) =>
  events.some((kind) => kind.startsWith('message.'))

export function WebhookFields(props: {
  draft: WebhookDraft
  change(part: Partial<WebhookDraft>): void
}) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const { may } = useSession()
  const { draft, change } = props
  return (
    <>
      <TextInput
        label={w.url}
        description={w.urlHelp}
        inputMode="url"
        maxLength={urlMax}
        value={draft.url}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TextInput
        label={w.description}
        maxLength={200}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <PlaceSelect
        label={w.country}
        description={w.countryHelp}
        isOptional
        first={{ value: noCountry, label: w.noCountry }}
        value={draft.country ?? noCountry}
        choose={(country) => change({ country: country === noCountry ? null : country })}
      />
      <Checkbox.Group
        label={w.choose}
        value={draft.events}
        onChange={(chosen) =>
          change({ events: webhookKinds.filter((kind) => chosen.includes(kind)) })
        }
      >
        <Stack gap="xs" mt="xs">
          {webhookKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={w.kinds[kind]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {ofMessages(draft.events) ? (
        <Checkbox
          label={w.campaignMessages}
          description={w.campaignMessagesHelp}
          checked={draft.campaignMessages}
          onChange={(event) => change({ campaignMessages: event.currentTarget.checked })}
        />
      ) : null}
      {draft.events.includes('reply.received') && (may('contacts.reveal') || draft.replyText) ? (
        <Checkbox
          label={w.replyText}
          description={w.replyTextHelp}
          checked={draft.replyText}
          onChange={(event) => change({ replyText: event.currentTarget.checked })}
        />
      ) : null}
    </>
  )
}
