// One webhook: whether it is well, a test, its log, its settings, its secret, a replay, its end.
import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { WebhookView } from '../../../webhooks/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { DeliveryLog } from './delivery-table.tsx'
import {
  useChangeWebhook,
  useDeleteWebhook,
  useRenewSecret,
  useReplay,
  useTestWebhook,
  useWebhook,
} from './queries.ts'
import { SecretShown } from './secret-shown.tsx'
import { useLacking, type WebhookDraft, WebhookFields } from './webhook-fields.tsx'
import { WebhookState } from './webhook-state.tsx'

type Of = { webhook: WebhookView }

function State({ webhook }: Of) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const isPaused = webhook.state === 'paused'
  const change = useChangeWebhook(webhook.id)
  const test = useTestWebhook(webhook.id)
  const mayChange = useAllowed('webhooks.manage', change.isPending)
  const mayTest = useAllowed('webhooks.manage', test.isPending, isPaused ? w.isPaused : null)
  const switchTo = () => change.mutate({ state: isPaused ? 'active' : 'paused' })
  return (
    <Section title={w.state}>
      <WebhookState webhook={webhook} />
      <Group align="flex-start">
        <ActionButton label={w.test} state={mayTest} onPress={() => test.mutate(undefined)} />
        <ActionButton
          variant="default"
          label={isPaused ? w.resume : w.pause}
          state={mayChange}
          onPress={switchTo}
        />
      </Group>
      {test.isSuccess ? (
        <Text size="sm" role="status">
          {w.tested}
        </Text>
      ) : null}
      {change.data?.state === 'active' && !isPaused ? (
        <Text size="sm" role="status">
          {w.resumed}
        </Text>
      ) : null}
      {test.error ? <Failed error={test.error} /> : null}
      {change.error ? <Failed error={change.error} /> : null}
    </Section>
  )
}

function Settings({ webhook }: Of) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const { url, description, events, campaignMessages, replyText, country } = webhook
  const [draft, setDraft] = useState<WebhookDraft>({
    ...{ url, description, events, campaignMessages, replyText, country },
  })
  const change = useChangeWebhook(webhook.id)
  const state = useAllowed('webhooks.manage', change.isPending, useLacking(draft))
  // What stays as it was is not chosen anew: it may need more than this user may.
  const save = () =>
    change.mutate({
      ...(draft.url.trim() === url ? {} : { url: draft.url.trim() }),
      ...(draft.replyText === replyText ? {} : { replyText: draft.replyText }),
      description: draft.description,
      events: draft.events,
      campaignMessages: draft.campaignMessages,
      country: draft.country,
    })
  return (
    <Section title={w.settings}>
      <RecordForm
        label={w.settings}
        save={w.save}
        state={state}
        error={change.error}
        done={change.isSuccess ? w.saved : null}
        onSubmit={save}
      >
        <WebhookFields
          draft={draft}
          change={(part) => {
            change.reset()
            setDraft((old) => ({ ...old, ...part }))
          }}
        />
      </RecordForm>
    </Section>
  )
}

function Secret({ webhook }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, webhookWords)
  const renew = useRenewSecret(webhook.id)
  const state = useAllowed('webhooks.manage', renew.isPending)
  const until = webhook.oldSecretUntil
  return (
    <Section narrow title={w.secret}>
      {renew.data === undefined ? null : <SecretShown secret={renew.data.secret} />}
      {until === null ? null : (
        <Text size="sm">{fill(w.oldUntil, { when: dateTime(language, until) })}</Text>
      )}
      <AskTwice
        label={w.renew}
        what={w.renewWhat}
        sure={w.renew}
        keep={w.keep}
        state={state}
        onSure={() => renew.mutate(undefined)}
      />
      {renew.error ? <Failed error={renew.error} /> : null}
    </Section>
  )
}

/** A long log is gone through after the request: how far that is. */
function LastReplay({ webhook: { replay } }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, webhookWords)
  if (replay === null) return null
  const said = { when: dateTime(language, replay.at), count: count(language, replay.count) }
  return (
    <Text size="sm" role="status">
      {fill(w.replays[replay.state], said)}
    </Text>
  )
}

function Replay({ webhook }: Of) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const [since, setSince] = useState('')
  const [only, setOnly] = useState<'missed' | 'all'>('missed')
  const replay = useReplay(webhook.id)
  const isSaid = !Number.isNaN(Date.parse(since))
  const lacking = webhook.state === 'paused' ? w.isPaused : isSaid ? null : w.lacksSince
  const state = useAllowed('webhooks.manage', replay.isPending, lacking)
  return (
    <Section narrow title={w.replay} lead={w.replayLead}>
      <LastReplay webhook={webhook} />
      <RecordForm
        label={w.replay}
        save={w.replay}
        state={state}
        error={replay.error}
        done={null}
        onSubmit={() => replay.mutate({ since: new Date(since).toISOString(), only })}
      >
        <TextInput
          type="datetime-local"
          label={w.since}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <Select
          label={w.only}
          allowDeselect={false}
          value={only}
          data={[
            { value: 'missed', label: w.onlyMissed },
            { value: 'all', label: w.onlyAll },
          ]}
          onChange={(chosen) => setOnly(chosen === 'all' ? 'all' : 'missed')}
        />
      </RecordForm>
    </Section>
  )
}

function Remove({ webhook }: Of) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const go = useNavigate()
  const remove = useDeleteWebhook(webhook.id)
  const state = useAllowed('webhooks.manage', remove.isPending)
  return (
    <Stack>
      <AskTwice
        label={w.delete}
        what={w.deleteWhat}
        sure={w.delete}
        keep={w.keep}
        state={state}
        onSure={() => remove.mutate(undefined, { onSuccess: () => go(paths.webhooks) })}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}

export function WebhookScreen() {
  const { id = '' } = useParams()
  const { navigation } = useLanguage().words
  return (
    <Answer query={useWebhook(id)} title={navigation.webhooks}>
      {(webhook) => (
        <Page title={webhook.host} lead={webhook.description}>
          <State webhook={webhook} />
          <DeliveryLog webhook={webhook} />
          <Settings key={webhook.id} webhook={webhook} />
          <Secret webhook={webhook} />
          <Replay webhook={webhook} />
          <Remove webhook={webhook} />
        </Page>
      )}
    </Answer>
  )
}
