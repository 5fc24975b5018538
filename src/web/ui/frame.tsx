// The frame around every screen of someone logged in: header, navigation, content.
import {
  AppShell,
  Burger,
  Button,
  Group,
  Image,
  NavLink,
  SegmentedControl,
  Select,
  Text,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { NavLink as RouterLink, useLocation } from 'react-router'
import { type Language, useLanguage } from '../data/language.tsx'
import { useSession, useSessionActions } from '../data/session.tsx'
import mark from '../mark.svg'
import { navigation } from '../navigation.ts'
import { notAllowed } from '../words/not-allowed.ts'

export function LanguageSwitch() {
  const { language, words, choose } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.languageSwitch}
      value={language}
      onChange={(value) => choose(value as Language)}
      data={[
        { value: 'fr', label: 'FR' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}

function Header(props: { opened: boolean; toggle: () => void }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const actions = useSessionActions()
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        <Burger
          hiddenFrom="sm"
          opened={props.opened}
          onClick={props.toggle}
          size="sm"
          aria-label={words.menu}
        />
        <Image src={mark} w={28} h={28} alt="" />
        <Text fw={700} size="lg">
          {words.appName}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        {me.accounts.length > 1 ? (
          <Select
            size="xs"
            aria-label={words.accountSwitch}
            allowDeselect={false}
            value={me.account.id}
            data={me.accounts.map((account) => ({ value: account.id, label: account.name }))}
            onChange={(id) => id && id !== me.account.id && void actions.switchTo(id)}
          />
        ) : (
          <Text size="sm" visibleFrom="sm">
            {me.account.name}
          </Text>
        )}
        <Group gap="sm" wrap="nowrap" visibleFrom="sm">
          <LanguageSwitch />
          <LogOut />
        </Group>
      </Group>
    </Group>
  )
}

function LogOut() {
  const { words } = useLanguage()
  const actions = useSessionActions()
  return (
    <Button size="xs" variant="subtle" onClick={() => void actions.logOut()}>
      {words.logout}
    </Button>
  )
}

export function Frame(props: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const { words } = useLanguage()
  const { may } = useSession()
  const { pathname } = useLocation()
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <AppShell.Header>
        <Header opened={opened} toggle={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.navigation.label} className="accord-tall">
        {/* On a telephone the header has no room for them. */}
        <Group justify="space-between" mb="sm" hiddenFrom="sm">
          <LanguageSwitch />
          <LogOut />
        </Group>
        {navigation.map((entry) => {
          const refused = entry.needs !== null && !may(entry.needs) ? entry.needs : null
          if (refused !== null && entry.isOfInstallation) return null
          return (
            <NavLink
              key={entry.path}
              component={RouterLink}
              to={entry.path}
              end={entry.path === '/'}
              onClick={close}
              disabled={refused !== null}
              active={entry.path === '/' ? pathname === '/' : pathname.startsWith(entry.path)}
              label={words.navigation[entry.label]}
              description={refused === null ? undefined : notAllowed(words, refused)}
            />
          )
        })}
      </AppShell.Navbar>
      <AppShell.Main id="content">{props.children}</AppShell.Main>
    </AppShell>
  )
}
