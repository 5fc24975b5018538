// A new webhook: its address and events; then its secret, once.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { own } from '../../words/own.ts'
import { useMakeWebhook } from './queries.ts'
import { SecretShown } from './secret-shown.tsx'
import { emptyDraft, useLacking, WebhookFields } from './webhook-fields.tsx'

export function NewWebhookScreen() {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const [draft, setDraft] = useState(emptyDraft)
  const make = useMakeWebhook()
  const state = useAllowed('webhooks.manage', make.isPending, useLacking(draft))
  const made = make.data
  if (made !== undefined) {
    return (
      <Page
        title={made.webhook.host}
        actions={
          <Button component={Link} to={paths.webhook(made.webhook.id)}>
            {w.open}
          </Button>
        }
      >
        <Section narrow title={w.secret}>
          <SecretShown secret={made.secret} />
        </Section>
      </Page>
    )
  }
  return (
    <Page title={w.make} lead={w.lead}>
      <RecordForm
        label={w.make}
        save={w.add}
        state={state}
        error={make.error}
        done={null}
        onSubmit={() => make.mutate({ ...draft, url: draft.url.trim() })}
      >
        <WebhookFields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} />
      </RecordForm>
    </Page>
  )
}
