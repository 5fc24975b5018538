// Home: the way to a first campaign, and the latest ones.
import { Anchor, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { CampaignTable } from '../campaigns/campaigns-screen.tsx'
import { useCampaigns } from '../campaigns/queries.ts'

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
            <CampaignTable items={items.slice(0, 5)} />
          ) : (
            <Text c="dimmed">{words.home.noneYet}</Text>
          )
        }
      </Answer>
    </Stack>
  )
}

export function HomeScreen() {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const w = words.home
  const steps = [
    { to: paths.settings, title: w.stepSender, text: w.stepSenderText },
    { to: paths.wordings, title: w.stepWording, text: w.stepWordingText },
    { to: paths.imports, title: w.stepImport, text: w.stepImportText },
    { to: paths.newCampaign(), title: w.stepCampaign, text: w.stepCampaignText },
  ]
  return (
    <Page title={fill(w.title, { name: me.user?.name ?? me.account.name })} lead={w.lead}>
      <Paper withBorder p="lg">
        <Stack>
          <Title order={2} size="h4">
            {w.steps}
          </Title>
          <List type="ordered" listStyleType="none" spacing="md">
            {steps.map((step, index) => (
              <List.Item
                key={step.to}
                icon={
                  <ThemeIcon radius="xl" size={28} variant="light">
                    {index + 1}
                  </ThemeIcon>
                }
              >
                <Anchor component={Link} to={step.to} fw={600}>
                  {step.title}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {step.text}
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      </Paper>
      {may('campaigns.prepare') ? <Recent /> : null}
    </Page>
  )
}
