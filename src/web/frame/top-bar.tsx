// The bar above every screen: the way home, the search, a new campaign, the account,
// one's own menu.
import { ActionIcon, Burger, Button, Group, Image, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { HelpButton } from '../help/help-button.tsx'
import mark from '../mark.svg'
import { paths } from '../paths.ts'
import { BellButton } from './bell-button.tsx'
import { Search } from './search.tsx'
import { UserButton } from './user-button.tsx'

function NewCampaign() {
  const { words } = useLanguage()
  const label = words.frame.newCampaign
  return (
    <>
      <Button
        component={Link}
        to={paths.newCampaign()}
        size="xs"
        visibleFrom="md"
        leftSection={<IconPlus size={16} aria-hidden />}
      >
        {label}
      </Button>
      <ActionIcon
        component={Link}
        to={paths.newCampaign()}
        size={32}
        variant="filled"
        hiddenFrom="md"
        aria-label={label}
      >
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
    </>
  )
}

export function TopBar(props: { isOpened: boolean; toggle: () => void }) {
  const { words } = useLanguage()
  const { me, may } = useSession()
  return (
    <Group h="100%" px="md" gap="md" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        <Burger
          hiddenFrom="sm"
          opened={props.isOpened}
          onClick={props.toggle}
          size="sm"
          aria-label={words.menu}
          aria-expanded={props.isOpened}
        />
        <Image src={mark} w={28} h={28} alt="" />
        <Text fw={700} size="lg" visibleFrom="xs">
          {words.appName}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap" className="accord-shrinks" justify="flex-end">
        <Search />
        <Text size="sm" c="dimmed" visibleFrom="md" truncate>
          {me.account.name}
        </Text>
        {may('campaigns.prepare') ? <NewCampaign /> : null}
        <BellButton />
        <HelpButton />
        <UserButton />
      </Group>
    </Group>
  )
}
