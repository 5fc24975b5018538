// Campaigns in a table: on their own screen, and the latest on the first page.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { count, dateTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { CampaignBadge } from './campaign-badge.tsx'

export function CampaignTable(props: { items: readonly CampaignView[] }) {
  const { language, words } = useLanguage()
  return (
    <StackedTable
      minWidth={560}
      spacing="sm"
      columns={[
        words.campaigns.name,
        words.messages.class,
        words.campaigns.state,
        { figures: words.campaigns.counts.accepted },
        { figures: words.campaigns.counts.delivered },
        words.imports.date,
      ]}
    >
      {props.items.map((campaign) => (
        <StackedRow key={campaign.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.campaign(campaign.id)}>
              {campaign.name}
            </Anchor>
          </StackedCell>
          <StackedCell label={words.messages.class}>
            {words.messages.classes[campaign.class]}
          </StackedCell>
          <StackedCell leads>
            <CampaignBadge campaign={campaign} />
            {campaign.next.what === 'nothing' ? null : (
              <Text size="xs" c="dimmed">
                {withInstants(language, campaign.next.sentence)}
              </Text>
            )}
          </StackedCell>
          <StackedCell label={words.campaigns.counts.accepted} isFigure>
            {count(language, campaign.counts.accepted)}
          </StackedCell>
          <StackedCell label={words.campaigns.counts.delivered} isFigure>
            {count(language, campaign.counts.delivered)}
          </StackedCell>
          <StackedCell label={words.imports.date}>
            <Text size="sm" c="dimmed">
              {dateTime(language, campaign.createdAt)}
            </Text>
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}
