// Campaigns of all accounts under way: read for a reason, paused for a reason.
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from 'react-router'
import type { CampaignUnderWay } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList } from '../../ui/growing-list.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { accountsWords } from '../../words/installation/accounts.ts'
import { moderationWords } from '../../words/installation/moderation.ts'
import { own } from '../../words/own.ts'
import { CampaignBadge } from '../campaigns/campaign-badge.tsx'
import { useCampaignsUnderWay, usePauseCampaign } from './queries.ts'

type Props = { campaign: CampaignUnderWay }

function ReadText({ campaign }: Props) {
  const { words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const [opened, { open, close }] = useDisclosure(false)
  const title = fill(w.read, { name: campaign.name })
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        label={title}
        state={useAllowed('installation.manage', false)}
        onPress={open}
      />
      <RevealDialog
        title={title}
        reveal={(reason) =>
          call('POST /v1/accounts/{id}/campaigns/{campaignId}/text', {
            params: { id: campaign.account.id, campaignId: campaign.id },
            body: { reason },
          })
        }
        opened={opened}
        onClose={close}
      >
        {({ sender, text }) => (
          <Stack gap="xs">
            <Text fw={600}>{sender}</Text>
            <Text className="accord-story">{text}</Text>
          </Stack>
        )}
      </RevealDialog>
    </>
  )
}

function Pause({ campaign }: Props) {
  const { words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const pause = usePauseCampaign(campaign)
  const title = fill(w.pause, { name: campaign.name })
  return (
    <ReasonDialog
      size="xs"
      label={title}
      title={title}
      what={w.pauseWhat}
      reasonLabel={own(words, accountsWords).account.reason}
      save={w.pauseNow}
      state={useAllowed('installation.manage', pause.isPending)}
      error={pause.error}
      act={pause.mutate}
    />
  )
}

function OneCampaign({ campaign }: Props) {
  const { language, words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const { account, counts, state } = campaign
  const since = campaign.startedAt ?? campaign.approvedAt
  const figures = {
    accepted: count(language, counts.accepted),
    delivered: count(language, counts.delivered),
    refused: count(language, counts.refused),
  }
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} className="accord-measure">
          <Group gap="xs">
            <Text fw={600}>{campaign.name}</Text>
            <CampaignBadge campaign={{ state: state }} />
          </Group>
          <Anchor component={Link} to={paths.account(account.id)} size="sm">
            {account.name}
          </Anchor>
          <Text size="sm">
            {words.installation.routes.classes[campaign.class]} · {campaign.sender}
            {since === null ? '' : ` · ${dateTime(language, since)}`}
          </Text>
          <Text size="sm" c="dimmed">
            {fill(w.figures, figures)}
          </Text>
        </Stack>
        <Group gap="xs" align="flex-start">
          <ReadText campaign={campaign} />
          {state === 'accepting' || state === 'running' ? <Pause campaign={campaign} /> : null}
        </Group>
      </Group>
    </Paper>
  )
}

export function CampaignsUnderWay() {
  const { words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const campaigns = useCampaignsUnderWay()
  return (
    <Section title={w.campaigns} lead={w.campaignsLead}>
      <GrowingList list={campaigns} empty={{ title: w.noCampaigns, text: w.noCampaignsText }}>
        {(items) => (
          <Stack component="ul" gap="sm" className="accord-plain" aria-label={w.campaigns}>
            {items.map((campaign) => (
              <OneCampaign key={campaign.id} campaign={campaign} />
            ))}
          </Stack>
        )}
      </GrowingList>
    </Section>
  )
}
