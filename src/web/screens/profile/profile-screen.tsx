// One's own profile: who one is here, what one may do, language and looks, password.
import {
  List,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { SecondFactorSection } from '../factors/second-factor-section.tsx'
import { EmailSection } from './email-section.tsx'
import { NameField } from './name-field.tsx'
import { NotificationChoices } from './notification-choices.tsx'
import { PasswordSection } from './password-section.tsx'

function Fact(props: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      <Text>{props.value}</Text>
    </div>
  )
}

function Who() {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = words.profile
  return (
    <Section title={w.who} narrow>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {me.user === null ? null : <NameField key={me.user.name} name={me.user.name} />}
        {me.role === null ? null : (
          <Fact
            label={fill(w.role, { account: me.account.name })}
            value={words.settings.roles[me.role]}
          />
        )}
      </SimpleGrid>
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {w.may}
        </Text>
        <List size="sm">
          {me.rights.map((right) => (
            <List.Item key={right}>{words.access.rights[right]}</List.Item>
          ))}
        </List>
      </div>
    </Section>
  )
}

/** The screens change at once; what the server writes to this person follows. */
function LanguageSection() {
  const { language, words, choose } = useLanguage()
  const queries = useQueryClient()
  const w = words.profile
  const change = useMutation({
    mutationFn: (next: Language) => call('PATCH /v1/me', { body: { language: next } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  })
  return (
    <Section title={w.language} lead={w.languageText} narrow>
      <Stack align="flex-start">
        <SegmentedControl
          aria-label={w.language}
          value={language}
          onChange={(value) => {
            choose(value as Language)
            change.mutate(value as Language)
          }}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        {change.error ? <Failed error={change.error} /> : null}
      </Stack>
    </Section>
  )
}

function AppearanceSection() {
  const { words } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { themes } = words.frame
  return (
    <Section title={words.profile.appearance} narrow>
      <Stack align="flex-start">
        <SegmentedControl
          aria-label={words.profile.appearance}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as keyof typeof themes)}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: themes[value],
          }))}
        />
      </Stack>
    </Section>
  )
}

export function ProfileScreen() {
  const { words } = useLanguage()
  const { me } = useSession()
  return (
    <Page title={words.profile.title} lead={words.profile.lead}>
      <Who />
      {me.user === null ? null : <LanguageSection />}
      {me.user === null ? null : <EmailSection email={me.user.email} />}
      {me.user === null ? null : <PasswordSection />}
      {me.user === null ? null : <SecondFactorSection />}
      {me.user === null ? null : <NotificationChoices />}
      <AppearanceSection />
    </Page>
  )
}
