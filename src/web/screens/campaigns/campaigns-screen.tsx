// The list of campaigns.
import { Button, Select } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { campaignStates } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { CampaignTable } from './campaign-table.tsx'
import { Upcoming } from './upcoming.tsx'

export function CampaignsScreen() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const state = campaignStates.find((one) => one === search.get('state'))
  const campaigns = useGrowingList(
    ['campaigns', 'listed', state],
    (page) => call('GET /v1/campaigns', { query: { ...page, state } }),
    5_000,
  )
  const create = useSession().may('campaigns.prepare') ? (
    <Button component={Link} to={paths.newCampaign()}>
      {words.campaigns.create}
    </Button>
  ) : null
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
