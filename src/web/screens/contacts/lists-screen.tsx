// Lists: whom they hold and how many can receive marketing; made, renamed, merged, split, deleted.
import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
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
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
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
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={paths.contactsOf(list.id)}>
          {list.name}
        </Anchor>
      </Table.Td>
      <Table.Td className="accord-figures">{count(language, list.members)}</Table.Td>
      <Table.Td className="accord-figures">{count(language, list.openToMarketing)}</Table.Td>
      <Table.Td>
        <Others list={list} />
        <CountedAt at={list.countedAt} />
      </Table.Td>
      <Table.Td>
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
      </Table.Td>
    </Table.Tr>
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
          <WideTable minWidth={820} spacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.name}</Table.Th>
                <Table.Th>{w.members}</Table.Th>
                <Table.Th>{words.people.statuses.can_receive}</Table.Th>
                <Table.Th>{w.others}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((list) => (
                <ListRow key={list.id} list={list} change={() => setChanged(list)} />
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </GrowingList>
      <ChangeList list={changed} close={() => setChanged(null)} />
    </Page>
  )
}
