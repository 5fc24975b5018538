// One campaign: its check sheet and approval, then its life while it runs.
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { messagesOf } from '../../paths-of-figures.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { cancelRestWords } from '../../words/sending/cancel-rest.ts'
import { ApprovalPanel, ApprovalTold, CopyLink } from './approval-panel.tsx'
import { AudienceLine } from './audience-field.tsx'
import { CampaignBadge } from './campaign-badge.tsx'
import { CheckSheetView } from './check-sheet-view.tsx'
import { CopyCampaign, DeleteDraft, EditDraft } from './draft-acts.tsx'
import type { LeftOutAsked } from './left-out-people.tsx'
import { LeftOutTable } from './left-out-table.tsx'
import { LiveProgress } from './live-progress.tsx'
import { MoveActs } from './moving/move-acts.tsx'
import { useCampaign, useCampaignStep, useCheckSheet } from './queries.ts'
import { SandboxHours } from './sandbox-hours.tsx'

const beforeLaunch = new Set(['draft', 'approved'])

const leftOutOf = (id: string): LeftOutAsked => ({
  key: id,
  ask: (query) => call('GET /v1/campaigns/{id}/left-out', { params: { id }, query }),
})

function Sheet(props: { campaign: CampaignView }) {
  const { words } = useLanguage()
  const { campaign } = props
  const isOpen = beforeLaunch.has(campaign.state)
  const { may } = useSession()
  const maySteer = may('campaigns.prepare') || may('campaigns.approve')
  const queries = useQueryClient()
  const sheet = useCheckSheet(campaign.id)
  const again = () => queries.resetQueries({ queryKey: ['campaigns', campaign.id, 'check-sheet'] })
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            {words.campaigns.sheet}
          </Title>
          <Group gap="xs" className="accord-no-print">
            <CopyLink />
            <Button size="xs" variant="subtle" onClick={() => window.print()}>
              {words.compose.print}
            </Button>
            {isOpen ? (
              <Button size="xs" variant="subtle" onClick={() => void again()}>
                {words.campaigns.refreshSheet}
              </Button>
            ) : null}
          </Group>
        </Group>
        <Text c="dimmed">{isOpen ? words.campaigns.sheetText : words.compose.approvedSheet}</Text>
        <Answer query={sheet}>
          {(data) => (
            <Stack>
              {isOpen && maySteer ? <ApprovalPanel campaign={campaign} sheet={data} /> : null}
              <CheckSheetView
                sheet={data}
                {...(isOpen ? { leftOutOpens: { asked: leftOutOf(campaign.id) } } : {})}
              />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}

function Controls(props: { campaign: CampaignView }) {
  const { words } = useLanguage()
  const { campaign } = props
  const step = useCampaignStep(campaign.id)
  const state = useAllowed('campaigns.approve', step.isPending)
  const { may } = useSession()
  const press = (verb: 'pause' | 'resume' | 'cancel') => step.mutate({ verb })
  const running = campaign.state === 'running' || campaign.state === 'accepting'
  const rest = own(words, cancelRestWords)
  const mayStep = may('campaigns.approve')
  const mayGoOn = campaign.state === 'paused' && campaign.next.what !== 'cannot_resume'
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {mayStep && running ? (
          <ActionButton
            variant="default"
            label={words.campaigns.pause}
            state={state}
            onPress={() => press('pause')}
          />
        ) : null}
        {mayStep && mayGoOn ? (
          <ActionButton
            label={words.campaigns.resume}
            state={state}
            onPress={() => press('resume')}
          />
        ) : null}
        {mayStep && (running || campaign.state === 'paused') ? (
          <AskTwice
            label={words.campaigns.stop}
            what={rest.what}
            sure={rest.sure}
            keep={rest.keep}
            state={state}
            onSure={() => press('cancel')}
          />
        ) : null}
        <Anchor component={Link} to={paths.campaignResults(campaign.id)}>
          {own(words, resultsWords).open}
        </Anchor>
        <Anchor component={Link} to={paths.campaignMessages(campaign.id)}>
          {words.campaigns.seeMessages}
        </Anchor>
      </Group>
      {step.error ? <Failed error={step.error} /> : null}
    </Stack>
  )
}

function Life(props: { campaign: CampaignView }) {
  const { campaign } = props
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Controls campaign={campaign} />
        {campaign.failure ? <Alert color="red">{campaign.failure.sentence}</Alert> : null}
        <LiveProgress campaign={campaign} />
        <LeftOutTable
          items={campaign.leftOut}
          opens={{ to: (reason) => messagesOf(campaign.id, { state: 'refused', reason }) }}
        />
      </Stack>
    </Paper>
  )
}

/**
 * What its author asked for beside the text: from when, until when, how many an hour, twice or not.
 */
function Wishes(props: { campaign: CampaignView }) {
  const { words, language } = useLanguage()
  const w = words.campaigns
  const { sendAt, sendAtLocal, usefulUntil, perHour, ifUnsure, approvedAt, approvedBy } =
    props.campaign
  const approval =
    approvedAt === null || approvedBy === null
      ? []
      : [fill(words.compose.approvedBy, { name: approvedBy, when: dateTime(language, approvedAt) })]
  const wishes = [
    ...approval,
    ...(sendAt === null
      ? []
      : [fill(sendAtLocal ? w.notBeforeLocal : w.notBefore, { when: dateTime(language, sendAt) })]),
    ...(usefulUntil === null ? [] : [fill(w.notAfter, { when: dateTime(language, usefulUntil) })]),
    ...(ifUnsure === 'never_twice' ? [] : [w.repeats]),
    ...(perHour === null ? [] : [fill(w.pace, { count: count(language, perHour) })]),
  ]
  return wishes.length === 0 ? null : <Text>{wishes.join(' ')}</Text>
}

export function CampaignScreen() {
  const { words, language } = useLanguage()
  const { id = '' } = useParams()
  const campaign = useCampaign(id)
  const mayPrepare = useSession().may('campaigns.prepare')
  return (
    <Answer query={campaign} title={words.navigation.campaigns}>
      {(data) => (
        <Page
          title={data.name}
          lead={`${words.messages.classes[data.class]} · ${data.sender}`}
          actions={
            <>
              <CampaignBadge campaign={data} />
              {mayPrepare && beforeLaunch.has(data.state) ? <EditDraft id={data.id} /> : null}
              {mayPrepare && data.recurringId === null ? <CopyCampaign campaign={data} /> : null}
            </>
          }
        >
          <Text fw={600} role="status">
            {withInstants(language, data.next.sentence)}
          </Text>
          <SandboxHours campaign={data} />
          <AudienceLine listId={data.listId} />
          <Wishes campaign={data} />
          {data.recurringId === null ? null : (
            <Anchor component={Link} to={paths.recurringSend(data.recurringId)}>
              {words.recurring.ofRecurring}
            </Anchor>
          )}
          <MoveActs campaign={data} />
          <ApprovalTold campaign={data} />
          {beforeLaunch.has(data.state) ? null : <Life campaign={data} />}
          <Section title={words.compose.text}>
            <Text className="accord-story accord-measure">{data.text}</Text>
          </Section>
          {data.state === 'cancelled' && data.startedAt === null ? null : <Sheet campaign={data} />}
          {mayPrepare && beforeLaunch.has(data.state) ? <DeleteDraft id={data.id} /> : null}
        </Page>
      )}
    </Answer>
  )
}
