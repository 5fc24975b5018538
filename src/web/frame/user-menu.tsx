// The menu of whoever is logged in: their profile, their accounts, language and looks,
// and the way out.
import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { call } from '../data/client.ts'
import { type Language, useLanguage } from '../data/language.tsx'
import { useSession, useSessionActions } from '../data/session.tsx'
import { paths } from '../paths.ts'
import { fill } from '../words/fill.ts'
import { initialsOf } from './initials.ts'

const small = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** One of several, of which one is chosen; the menu stays, so that the choice is seen. */
function Choices(props: {
  title: string
  chosen: string
  all: readonly { value: string; label: string; lang?: string }[]
  onChosen: (value: string) => void
}) {
  return (
    <>
      <Menu.Label>{props.title}</Menu.Label>
      <Menu.RadioGroup value={props.chosen} onChange={props.onChosen}>
        {props.all.map(({ value, label, lang }) => (
          <Menu.RadioItem key={value} value={value} closeMenuOnClick={false} lang={lang}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

function Languages() {
  const { language, words, choose } = useLanguage()
  const chosen = (value: string) => {
    const next: Language = value === 'fr' ? 'fr' : 'en'
    choose(next)
    // What is written to this person later is in the same language; the screens do not wait for it.
    void call('PATCH /v1/me', { body: { language: next } }).catch(() => undefined)
  }
  return (
    <Choices
      title={words.languageSwitch}
      chosen={language}
      all={[
        { value: 'fr', label: 'Français', lang: 'fr' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      onChosen={chosen}
    />
  )
}

function Themes() {
  const { words } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { themes } = words.frame
  return (
    <Choices
      title={words.frame.theme}
      chosen={colorScheme}
      all={schemes.map((value) => ({ value, label: themes[value] }))}
      onChosen={(value) => setColorScheme(schemes.find((one) => one === value) ?? 'auto')}
    />
  )
}
const schemes = ['light', 'dark', 'auto'] as const

function Accounts() {
  const { words } = useLanguage()
  const { me } = useSession()
  const { switchTo } = useSessionActions()
  if (me.accounts.length < 2) return null
  return (
    <>
      <Choices
        title={words.accountSwitch}
        chosen={me.account.id}
        all={me.accounts.map(({ id, name }) => ({ value: id, label: name }))}
        onChosen={(id) => {
          if (id !== me.account.id) void switchTo(id)
        }}
      />
      <Menu.Divider />
    </>
  )
}

export function UserMenu() {
  const { words } = useLanguage()
  const { me } = useSession()
  const { logOut } = useSessionActions()
  const name = me.user?.name ?? me.account.name
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className="accord-user" aria-label={fill(words.frame.userMenu, { name })}>
          <Avatar size={32} radius="xl" color="cyan.9" variant="filled" aria-hidden>
            {initialsOf(name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="accord-whoami">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {me.user?.email}
          </Text>
          <Text size="xs" c="dimmed">
            {me.account.name}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to={paths.profile} leftSection={<IconUserCircle {...small} />}>
          {words.frame.profile}
        </Menu.Item>
        <Menu.Divider />
        <Accounts />
        <Languages />
        <Menu.Divider />
        <Themes />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...small} />} onClick={() => void logOut()}>
          {words.logout}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
