// Home: for each role what it needs first. What a role may not see is not asked for.
import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import './home.css'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { useCampaigns } from '../campaigns/queries.ts'
import { ComplianceSection } from './compliance-section.tsx'
import { FiguresSection } from './figures-section.tsx'
import { FirstSteps } from './first-steps.tsx'
import { TodoSection } from './todo-section.tsx'

/** The latest campaigns stand at the end of the page: they come after the figures. */
const CampaignTable = lazy(async () => ({
  default: (await import('../campaigns/campaign-table.tsx')).CampaignTable,
}))

function Recent() {
  const { words } = useLanguage()
  const campaigns = useCampaigns()
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {words.home.recent}
      </Title>
      <Answer query={campaigns}>
        {({ items }) =>
          items.length > 0 ? (
            <Suspense fallback={<Skeleton h={200} />}>
              <CampaignTable items={items.slice(0, 5)} />
            </Suspense>
          ) : (
            <Text c="dimmed">{words.home.noneYet}</Text>
          )
        }
      </Answer>
    </Stack>
  )
}

/** For the few who manage the installation, with its words. */
const InstallationSection = lazy(async () => ({
  default: (await import('./installation-section.tsx')).InstallationSection,
}))

export function HomeScreen() {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const w = words.home
  const compliance =
    may('audit.read') && may('consent.read') ? <ComplianceSection key="compliance" /> : null
  const figures = may('messages.read') ? <FiguresSection key="figures" /> : null
  const isForData = me.role === 'dpo'
  return (
    <Page title={fill(w.title, { name: me.user?.name ?? me.account.name })} lead={w.lead}>
      {may('campaigns.prepare') && may('account.read') ? <FirstSteps /> : null}
      {isForData ? [compliance, figures] : figures}
      <TodoSection />
      {may('campaigns.read') ? <Recent /> : null}
      {isForData ? null : compliance}
      {may('installation.manage') ? (
        <Suspense fallback={null}>
          <InstallationSection />
        </Suspense>
      ) : null}
    </Page>
  )
}
