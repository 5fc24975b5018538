// Texts that are sent again by themselves: how often, when next, whether they run.
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RecurringView } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import { recurringKey } from './queries.ts'
import { RecurringBadge } from './recurring-badge.tsx'
import { ruleSays, wholeDay } from './rule-words.ts'

function RecurringTable(props: { items: readonly RecurringView[] }) {
  const said = useLanguage()
  const custom = useCustomFields().data ?? []
  const { language, words } = said
  const w = words.recurring
  return (
    <StackedTable minWidth={640} spacing="sm" columns={[w.name, w.when, w.next, w.state]}>
      {props.items.map((one) => (
        <StackedRow key={one.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.recurringSend(one.id)}>
              {one.name}
            </Anchor>
          </StackedCell>
          <StackedCell label={w.when} maw={360}>
            {ruleSays(said, one, custom)}
          </StackedCell>
          <StackedCell label={w.next}>
            <Text size="sm" c="dimmed">
              {one.next === null ? '–' : wholeDay(language, one.next.day)}
            </Text>
          </StackedCell>
          <StackedCell leads>
            <RecurringBadge state={one.state} />
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

export function RecurringListScreen() {
  const w = useLanguage().words.recurring
  const list = useGrowingList([...recurringKey, 'listed'], (page) =>
    call('GET /v1/recurring-sends', { query: page }),
  )
  const create = useSession().may('campaigns.prepare') ? (
    <Button component={Link} to={paths.newRecurring}>
      {w.create}
    </Button>
  ) : null
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
      <GrowingList list={list} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => <RecurringTable items={items} />}
      </GrowingList>
    </Page>
  )
}
