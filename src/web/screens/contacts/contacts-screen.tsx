// Contacts, masked; one in clear only with a reason, which is recorded.
import { Badge, Button, Group, Select, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ContactView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { RevealContact } from './reveal-contact.tsx'

const colours: Record<ContactView['marketing'], string> = {
  possible: 'green',
  no_consent: 'gray',
  quarantine: 'yellow',
  checked: 'orange',
  objected: 'red',
}

function ContactRow(props: { contact: ContactView; open: () => void }) {
  const { language, words } = useLanguage()
  const w = words.contacts
  const { contact } = props
  const state = useAllowed('contacts.reveal', false)
  return (
    <Table.Tr>
      <Table.Td className="accord-figures">{contact.numberMasked}</Table.Td>
      <Table.Td>{territoryName(language, contact.territory)}</Table.Td>
      <Table.Td>
        <Badge color={colours[contact.marketing]} variant="light" tt="none">
          {w.truths[contact.marketing]}
        </Badge>
        {contact.quarantineSentence ? (
          <Text size="xs" c="dimmed">
            {contact.quarantineSentence}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{contact.fieldsHeld.map((name) => w.fields[name]).join(', ')}</Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" align="flex-start">
          <Button component={Link} to={paths.contact(contact.id)} size="xs" variant="default">
            {words.consents.show}
          </Button>
          <ActionButton
            size="xs"
            variant="default"
            label={w.reveal}
            state={state}
            onPress={props.open}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function ContactTable(props: { listId: string | null }) {
  const { words } = useLanguage()
  const w = words.contacts
  const [shown, setShown] = useState<ContactView | null>(null)
  const contacts = useGrowingList(['contacts', props.listId], (page) =>
    call('GET /v1/contacts', { query: { ...page, listId: props.listId ?? undefined } }),
  )
  return (
    <>
      <GrowingList list={contacts} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => (
          <WideTable minWidth={640} spacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.number}</Table.Th>
                <Table.Th>{w.territory}</Table.Th>
                <Table.Th>{w.marketing}</Table.Th>
                <Table.Th>{w.holds}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((contact) => (
                <ContactRow key={contact.id} contact={contact} open={() => setShown(contact)} />
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </GrowingList>
      <RevealContact contact={shown} close={() => setShown(null)} />
    </>
  )
}

export function ContactsScreen() {
  const { language, words } = useLanguage()
  const w = words.contacts
  const [listId, setListId] = useState<string | null>(null)
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: () => call('GET /v1/lists', { query: { limit: 200 } }),
  })
  const chosen = lists.data?.items.find((list) => list.id === listId)
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button component={Link} to={paths.customFields} variant="default">
          {words.customFields.manage}
        </Button>
      }
    >
      <Select
        className="accord-measure"
        label={w.lists}
        allowDeselect={false}
        value={listId ?? ''}
        data={[
          { value: '', label: w.allLists },
          ...(lists.data?.items ?? []).map((list) => ({ value: list.id, label: list.name })),
        ]}
        onChange={(value) => setListId(value || null)}
      />
      {chosen ? (
        <Text size="sm">
          {fill(w.members, {
            members: count(language, chosen.members),
            open: count(language, chosen.openToMarketing),
          })}
        </Text>
      ) : null}
      <ContactTable listId={listId} />
    </Page>
  )
}
