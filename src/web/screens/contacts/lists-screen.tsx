// Lists: whom they hold and how many can receive marketing; made, renamed, merged, split, deleted.
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { ListView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { ChangeList } from './change-list.tsx'
import { CountedAt } from './counted-at.tsx'
import { useListMoves } from './list-queries.ts'

/**
 * Whom marketing does not reach, and why: the same words and figures as contacts and check sheets.
 */
function Others(props: { list: ListView }) {
  const { language, words } = useLanguage()
  const others = props.list.statuses.filter(({ status }) => status !== 'can_receive')
  return (
    <Text size="sm" c="dimmed">
      {others
        .map(({ status, people }) =>
          fill(words.people.lists.counted, {
            status: words.people.statuses[status],
            people: count(language, people),
          }),
        )
        .join(' · ')}
    </Text>
  )
}

function ListRow(props: { list: ListView; change(): void }) {
  const { may } = useSession()
  const { language, words } = useLanguage()
  const w = words.people.lists
  const { list } = props
  return (
    <StackedRow>
      <StackedCell leads>
        <Anchor component={Link} to={paths.contactsOf(list.id)}>
          {list.name}
        </Anchor>
      </StackedCell>
      <StackedCell label={w.members} className="accord-figures">
        {count(language, list.members)}
      </StackedCell>
      <StackedCell label={words.people.statuses.can_receive} className="accord-figures">
        {count(language, list.openToMarketing)}
      </StackedCell>
      <StackedCell label={w.others}>
        <Others list={list} />
        <CountedAt at={list.countedAt} />
      </StackedCell>
      <StackedCell>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            className="accord-whole"
            aria-label={fill(w.changeNamed, { name: list.name })}
            onClick={props.change}
          >
            {w.change}
          </Button>
          {may('campaigns.prepare') ? (
            <Button
              size="xs"
              variant="default"
              component={Link}
              className="accord-whole"
              to={paths.newCampaign(list.id)}
              aria-label={fill(w.campaignNamed, { name: list.name })}
            >
              {w.campaign}
            </Button>
          ) : null}
        </Group>
      </StackedCell>
    </StackedRow>
  )
}

function NewList() {
  const { words } = useLanguage()
  const w = words.people.lists
  const [name, setName] = useState('')
  const { make } = useListMoves()
  const lacking = name.trim() === '' ? w.nameIncomplete : null
  const state = useAllowed('contacts.write', make.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind === 'ready') make.mutate(name.trim(), { onSuccess: () => setName('') })
  }
  return (
    <form onSubmit={submit} aria-label={w.make}>
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={w.name}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ActionButton submit variant="default" label={w.make} state={state} />
        </Group>
        {make.error ? <Failed error={make.error} /> : null}
      </Stack>
    </form>
  )
}

export function ListsScreen() {
  const { words } = useLanguage()
  const w = words.people.lists
  const lists = useGrowingList(['lists', 'pages'], (page) => call('GET /v1/lists', { query: page }))
  const [changed, setChanged] = useState<ListView | null>(null)
  return (
    <Page title={w.title} lead={w.lead}>
      <NewList />
      <GrowingList list={lists} empty={{ title: w.none, text: w.noneText }}>
        {(items) => (
          <StackedTable
            minWidth={820}
            spacing="sm"
            columns={[w.name, w.members, words.people.statuses.can_receive, w.others, null]}
          >
            {items.map((list) => (
              <ListRow key={list.id} list={list} change={() => setChanged(list)} />
            ))}
          </StackedTable>
        )}
      </GrowingList>
      <ChangeList list={changed} close={() => setChanged(null)} />
    </Page>
  )
}
