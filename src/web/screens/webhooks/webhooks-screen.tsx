// The webhooks of the account: where they lead, of what they tell, and whether they are well.
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { WebhookView } from '../../../webhooks/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { own } from '../../words/own.ts'
import { useWebhooks } from './queries.ts'
import { WebhookState } from './webhook-state.tsx'

function Row({ webhook }: { webhook: WebhookView }) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  return (
    <StackedRow>
      <StackedCell leads>
        <Anchor component={Link} to={paths.webhook(webhook.id)} fw={600}>
          {webhook.host}
        </Anchor>
        {webhook.description === '' ? null : (
          <Text size="sm" c="dimmed">
            {webhook.description}
          </Text>
        )}
      </StackedCell>
      <StackedCell label={w.events}>
        <Text size="sm">{webhook.events.map((kind) => w.kinds[kind]).join(' · ')}</Text>
      </StackedCell>
      <StackedCell leads>
        <WebhookState webhook={webhook} />
      </StackedCell>
    </StackedRow>
  )
}

export function WebhooksScreen() {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const webhooks = useWebhooks()
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button component={Link} to={paths.newWebhook}>
          {w.make}
        </Button>
      }
    >
      <Answer query={webhooks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.none} text={w.noneText} />
          ) : (
            <StackedTable minWidth={640} spacing="sm" columns={[w.host, w.events, w.state]}>
              {items.map((webhook) => (
                <Row key={webhook.id} webhook={webhook} />
              ))}
            </StackedTable>
          )
        }
      </Answer>
    </Page>
  )
}
