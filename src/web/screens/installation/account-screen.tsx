// One account as whoever manages the installation sees it: standing, sender names, prices.
import { Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useParams } from 'react-router'
import type { AccountView } from '../../../accounts/contract.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { AccountStanding } from './account-standing.tsx'
import { PricesSection } from './prices-section.tsx'
import { useAccount, useSendersOf } from './queries.ts'
import { SenderBadge, SenderDecision } from './sender-decision.tsx'
import { StaffPage } from './staff-page.tsx'

function Senders({ accountId }: { accountId: string }) {
  const { language, words } = useLanguage()
  const w = words.installation
  const senders = useSendersOf(accountId)
  return (
    <Section title={w.account.senders} lead={w.account.sendersLead}>
      <Answer query={senders}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{w.account.noSenders}</Text>
          ) : (
            <WideTable minWidth={640}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.senders.name}</Table.Th>
                  <Table.Th>{w.senders.country}</Table.Th>
                  <Table.Th>{w.senders.evidence}</Table.Th>
                  <Table.Th>{w.senders.state}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{w.account.senders}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((sender) => (
                  <Table.Tr key={sender.id}>
                    <Table.Td fw={600}>{sender.name}</Table.Td>
                    <Table.Td>{territoryName(language, sender.country)}</Table.Td>
                    <Table.Td>{sender.evidence || w.senders.noEvidence}</Table.Td>
                    <Table.Td>
                      <SenderBadge state={sender.state} />
                    </Table.Td>
                    <Table.Td>
                      <SenderDecision accountId={accountId} sender={sender} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Answer>
    </Section>
  )
}

function Account({ account }: { account: AccountView }) {
  const { words } = useLanguage()
  const w = words.installation
  const lead = fill(w.accounts.number, { number: String(account.number) })
  return (
    <StaffPage title={account.name} lead={lead}>
      <AccountStanding account={account} />
      <Senders accountId={account.id} />
      <PricesSection accountId={account.id} title={w.account.prices} lead={w.account.pricesLead} />
    </StaffPage>
  )
}

export function AccountScreen() {
  const { words } = useLanguage()
  const { id = '' } = useParams()
  const account = useAccount(id)
  if (account.data) return <Account account={account.data} />
  return (
    <StaffPage title={words.installation.accounts.title} lead="">
      <Stack>
        <Answer query={account}>{() => null}</Answer>
      </Stack>
    </StaffPage>
  )
}
