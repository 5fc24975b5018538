// What waits for the word of whoever manages the installation, over all accounts.
import { Anchor, List } from '@mantine/core'
import { Link } from 'react-router'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { fill } from '../../words/fill.ts'
import { moderationWords } from '../../words/installation/moderation.ts'
import { own } from '../../words/own.ts'
import { CampaignsUnderWay } from './campaigns-under-way.tsx'
import { useAccounts, useWaitingSenders } from './queries.ts'
import { SenderList } from './sender-list.tsx'
import { StaffPage } from './staff-page.tsx'

function Waiting() {
  const { words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const senders = useWaitingSenders()
  return (
    <Section title={w.waiting} lead={w.waitingLead}>
      <GrowingList list={senders} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => (
          <SenderList
            label={w.waiting}
            items={items.map(({ account, ...sender }) => ({
              accountId: account.id,
              sender,
              account,
            }))}
          />
        )}
      </GrowingList>
    </Section>
  )
}

function Suspended() {
  const { language, words } = useLanguage()
  const w = own(words, moderationWords).moderation
  const accounts = useAccounts({ suspended: 'true' })
  return (
    <Section title={w.suspended}>
      <GrowingList list={accounts} empty={{ title: w.noSuspended, text: w.noSuspendedText }}>
        {(items) => (
          <List size="sm">
            {items.map(({ id, name, suspendedAt }) => (
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
      </GrowingList>
    </Section>
  )
}

export function ModerationScreen() {
  const { words } = useLanguage()
  const w = own(words, moderationWords).moderation
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Waiting />
      <CampaignsUnderWay />
      <Suspended />
    </StaffPage>
  )
}
