// What waits for the word of whoever manages the installation, over all accounts.
import { Anchor, List, Table, Text, VisuallyHidden } from '@mantine/core'
import { Link } from 'react-router'
import type { WaitingSenderView } from '../../../routing/contract.ts'
import { dateTime, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useAccounts, useWaitingSenders } from './queries.ts'
import { SenderDecision } from './sender-decision.tsx'
import { StaffPage } from './staff-page.tsx'

function WaitingTable({ items }: { items: readonly WaitingSenderView[] }) {
  const { language, words } = useLanguage()
  const w = words.installation.senders
  return (
    <WideTable minWidth={760}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.name}</Table.Th>
          <Table.Th>{w.account}</Table.Th>
          <Table.Th>{w.country}</Table.Th>
          <Table.Th>{w.evidence}</Table.Th>
          <Table.Th>{w.asked}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{w.state}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((sender) => (
          <Table.Tr key={sender.id}>
            <Table.Td fw={600}>{sender.name}</Table.Td>
            <Table.Td>
              <Anchor component={Link} to={paths.account(sender.account.id)}>
                {sender.account.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{territoryName(language, sender.country)}</Table.Td>
            <Table.Td>{sender.evidence || w.noEvidence}</Table.Td>
            <Table.Td>{dateTime(language, sender.createdAt)}</Table.Td>
            <Table.Td>
              <SenderDecision accountId={sender.account.id} sender={sender} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Waiting() {
  const { words } = useLanguage()
  const w = words.installation.moderation
  const senders = useWaitingSenders()
  return (
    <Section title={w.waiting} lead={w.waitingLead}>
      <GrowingList list={senders} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => <WaitingTable items={items} />}
      </GrowingList>
    </Section>
  )
}

function Suspended() {
  const { language, words } = useLanguage()
  const w = words.installation.moderation
  const accounts = useAccounts()
  const items = accounts.data?.pages.flatMap((page) => page.items) ?? []
  const stopped = items.filter(({ suspendedAt }) => suspendedAt !== null)
  return (
    <Section title={w.suspended}>
      {stopped.length === 0 ? (
        <Text c="dimmed">{w.noSuspended}</Text>
      ) : (
        <List>
          {stopped.map(({ id, name, suspendedAt }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={paths.account(id)}>
                {name}
              </Anchor>{' '}
              {suspendedAt === null
                ? ''
                : fill(w.suspendedSince, { date: dateTime(language, suspendedAt) })}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}

export function ModerationScreen() {
  const { words } = useLanguage()
  const w = words.installation.moderation
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Waiting />
      <Suspended />
    </StaffPage>
  )
}
