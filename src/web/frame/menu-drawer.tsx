// The navigation on a telephone: a drawer, which comes when it is first opened.
import { CloseButton, Drawer, Group } from '@mantine/core'
import { useLanguage } from '../data/language.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { NavigationList } from './side-bar.tsx'

export function MenuDrawer(props: {
  isOpened: boolean
  comesBack: boolean
  close: () => void
  leave: () => void
}) {
  const { words } = useLanguage()
  return (
    <Drawer.Root
      returnFocus={props.comesBack}
      opened={props.isOpened}
      onClose={props.close}
      size={280}
      hiddenFrom="sm"
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={words.menu}>
        <Drawer.Body p="xs">
          <Group justify="space-between" mb="xs">
            <LanguageSwitch />
            <CloseButton aria-label={words.close} onClick={props.close} />
          </Group>
          <nav aria-label={words.navigation.label}>
            <NavigationList isNarrow={false} onChosen={props.leave} />
          </nav>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
