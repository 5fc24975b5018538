// The account, its senders, who it sends for, and its users.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { tokenPageWords } from '../../words/developers/api.ts'
import { own } from '../../words/own.ts'
import { restoredWords } from '../../words/restored.ts'
import { FactorRuleSection } from '../factors/factor-rule-section.tsx'
import { AccountSection } from './account-section.tsx'
import { ApprovalRule } from './approval-rule.tsx'
import { EntitiesSection } from './entities-section.tsx'
import { LogoSection } from './logo-section.tsx'
import { PublicNoticeSection } from './public-notice-section.tsx'
import { RoutesSection } from './routes-section.tsx'
import { SendersSection } from './senders-section.tsx'
import { TakeAccount } from './take-account.tsx'
import { UsersSection } from './users-section.tsx'

export function SettingsScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.settings
  const deletion = own(words, deletionWords)
  const tokens = own(words, tokenPageWords)
  return (
    <Page title={w.title} lead={w.lead}>
      <AccountSection />
      <LogoSection />
      {may('consent.read') ? <PublicNoticeSection /> : null}
      <Section title={w.senders}>
        <SendersSection />
      </Section>
      {may('routes.read') ? (
        <Section title={w.routes}>
          <RoutesSection />
        </Section>
      ) : null}
      {may('contacts.read') ? <EntitiesSection /> : null}
      {may('account.manage') ? (
        <Section title={w.users}>
          <UsersSection />
        </Section>
      ) : null}
      {may('account.manage') ? <FactorRuleSection /> : null}
      <ApprovalRule />
      {may('tokens.manage') ? (
        <Section narrow title={tokens.moved} lead={tokens.movedText}>
          <Anchor component={Link} to={paths.tokens}>
            {tokens.moved}
          </Anchor>
        </Section>
      ) : null}
      {may('account.manage') ? (
        <>
          <TakeAccount />
          <Section narrow title={deletion.title} lead={deletion.settingsText}>
            <Anchor component={Link} to={paths.deletion}>
              {deletion.title}
            </Anchor>
          </Section>
        </>
      ) : null}
      {may('installation.manage') ? (
        <Section
          title={own(words, restoredWords).settings}
          lead={own(words, restoredWords).settingsText}
        >
          <Anchor component={Link} to={paths.restored}>
            {own(words, restoredWords).title}
          </Anchor>
        </Section>
      ) : null}
    </Page>
  )
}
