// Campaigns in a table: on their own screen, and the latest on the first page.
import { Anchor, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { count, dateTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { CampaignBadge } from './campaign-badge.tsx'

export function CampaignTable(props: { items: readonly CampaignView[] }) {
  const { language, words } = useLanguage()
  return (
    <WideTable minWidth={560} spacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.campaigns.name}</Table.Th>
          <Table.Th>{words.messages.class}</Table.Th>
          <Table.Th>{words.campaigns.state}</Table.Th>
          <Table.Th ta="right">{words.campaigns.counts.accepted}</Table.Th>
          <Table.Th ta="right">{words.campaigns.counts.delivered}</Table.Th>
          <Table.Th>{words.imports.date}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.items.map((campaign) => (
          <Table.Tr key={campaign.id}>
            <Table.Td>
              <Anchor component={Link} to={paths.campaign(campaign.id)}>
                {campaign.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{words.messages.classes[campaign.class]}</Table.Td>
            <Table.Td>
              <CampaignBadge campaign={campaign} />
              {campaign.next.what === 'nothing' ? null : (
                <Text size="xs" c="dimmed">
                  {withInstants(language, campaign.next.sentence)}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">{count(language, campaign.counts.accepted)}</Table.Td>
            <Table.Td ta="right">{count(language, campaign.counts.delivered)}</Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {dateTime(language, campaign.createdAt)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
