// One account as whoever manages the installation sees it: standing, sender names, prices.
import { Text } from '@mantine/core'
import { useParams } from 'react-router'
import type { AccountView } from '../../../accounts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { accountsWords } from '../../words/installation/accounts.ts'
import { own } from '../../words/own.ts'
import { AccountStanding } from './account-standing.tsx'
import { FirstOwner } from './accounts/first-owner.tsx'
import { PricesSection } from './prices-section.tsx'
import { useAccount, useSendersOf } from './queries.ts'
import { SenderList } from './sender-list.tsx'
import { StaffPage } from './staff-page.tsx'

function Senders({ accountId }: { accountId: string }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const senders = useSendersOf(accountId)
  return (
    <Section title={w.senders} lead={w.sendersLead}>
      <Answer query={senders}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.noSenders}
            </Text>
          ) : (
            <SenderList label={w.senders} items={items.map((sender) => ({ accountId, sender }))} />
          )
        }
      </Answer>
    </Section>
  )
}

function Account({ account }: { account: AccountView }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords)
  const lead = fill(w.accounts.number, { number: String(account.number) })
  return (
    <StaffPage title={account.name} lead={lead}>
      <AccountStanding account={account} />
      <FirstOwner accountId={account.id} />
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
    <StaffPage title={own(words, accountsWords).accounts.title} lead="">
      <Answer query={account}>{() => null}</Answer>
    </StaffPage>
  )
}
