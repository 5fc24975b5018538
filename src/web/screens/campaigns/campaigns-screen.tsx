// The list of campaigns.
import { Anchor, Button, Select, Table, Text } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { type CampaignView, campaignStates } from '../../../campaigns/contract.ts'
import { count, dateTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { CampaignBadge } from './campaign-badge.tsx'
import { Upcoming } from './upcoming.tsx'

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

export function CampaignsScreen() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const state = search.get('state')
  const campaigns = useGrowingList<CampaignView>(
    ['campaigns', 'listed', state],
    '/v1/campaigns',
    { state },
    5_000,
  )
  const create = (
    <Button component={Link} to={paths.newCampaign()}>
      {words.campaigns.create}
    </Button>
  )
  return (
    <Page title={words.campaigns.title} lead={words.campaigns.lead} actions={create}>
      <Upcoming />
      <Select
        className="accord-measure"
        label={words.compose.stateChosen}
        allowDeselect={false}
        value={state ?? ''}
        data={[
          { value: '', label: words.compose.anyState },
          ...campaignStates.map((value) => ({ value, label: words.campaigns.states[value] })),
        ]}
        onChange={(value) => setSearch(value ? { state: value } : {}, { replace: true })}
      />
      <GrowingList
        list={campaigns}
        empty={{ title: words.campaigns.empty, text: words.campaigns.emptyText }}
      >
        {(items) => <CampaignTable items={items} />}
      </GrowingList>
    </Page>
  )
}
