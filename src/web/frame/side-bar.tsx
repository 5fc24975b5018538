// The side bar: the groups of the navigation, wide or as a rail of icons; a drawer on a telephone.
import { ActionIcon, Badge, Group, NavLink, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { NavLink as RouterLink, useLocation } from 'react-router'
import { colon, count } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { entryOf, type NavigationEntry, navigationFor } from '../navigation.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { fill } from '../words/fill.ts'
import { useWaiting } from './use-waiting.ts'

type Looks = { isNarrow: boolean; onChosen: () => void }

function Entry({ entry, isNarrow, onChosen }: Looks & { entry: NavigationEntry }) {
  const { language, words } = useLanguage()
  const { pathname } = useLocation()
  const waiting = useWaiting().data
  const saidId = useId()
  const label = words.navigation[entry.label]
  const waits = entry.badge === undefined ? 0 : (waiting?.[entry.badge] ?? 0)
  const isHere = entryOf(pathname) === entry.path
  const said =
    entry.badge !== undefined && waits > 0
      ? fill(words.frame.waiting[entry.badge], { count: count(language, waits) })
      : null
  const link = (
    <NavLink
      component={RouterLink}
      to={entry.path}
      end
      py={5}
      px={isNarrow ? 10 : 'sm'}
      className="accord-entry"
      data-narrow={isNarrow || undefined}
      onClick={onChosen}
      active={isHere}
      title={isNarrow ? (said === null ? label : `${label}${colon(language)} ${said}`) : undefined}
      aria-current={isHere ? 'page' : undefined}
      aria-describedby={said === null ? undefined : saidId}
      label={isNarrow ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      leftSection={<entry.icon size={20} stroke={1.6} aria-hidden />}
      rightSection={
        said === null || isNarrow ? undefined : (
          <Badge size="sm" variant="filled" color="red.8" aria-hidden>
            {count(language, waits)}
          </Badge>
        )
      }
    />
  )
  return (
    <li>
      {link}
      {said === null ? null : <VisuallyHidden id={saidId}>{said}</VisuallyHidden>}
    </li>
  )
}

/** The entries of somebody's navigation, each group under its heading. */
export function NavigationList(props: Looks) {
  const { words } = useLanguage()
  const { may } = useSession()
  return (
    <Stack gap={10}>
      {navigationFor(may).map(({ name, heading, entries }) => {
        const title = heading === null ? null : words.frame.groups[heading]
        return (
          <div key={name}>
            {title === null || props.isNarrow ? null : (
              <Text size="xs" fw={600} c="dimmed" px="sm" pb={2} aria-hidden>
                {title}
              </Text>
            )}
            <ul className="accord-entries" aria-label={title ?? undefined}>
              {entries.map((entry) => (
                <Entry key={entry.path} entry={entry} {...props} />
              ))}
            </ul>
          </div>
        )
      })}
    </Stack>
  )
}

function Collapse(props: { isNarrow: boolean; toggle: () => void }) {
  const { words } = useLanguage()
  const label = props.isNarrow ? words.frame.expand : words.frame.collapse
  const Icon = props.isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      title={label}
      aria-label={label}
      aria-expanded={!props.isNarrow}
      onClick={props.toggle}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}

/** Beside the screens of a wide window: it scrolls by itself, and its foot stays in view. */
export function SideBar(props: { isNarrow: boolean; toggle: () => void }): ReactNode {
  return (
    <>
      <div className="accord-side">
        <NavigationList isNarrow={props.isNarrow} onChosen={() => undefined} />
      </div>
      <Group justify={props.isNarrow ? 'center' : 'space-between'} pt="xs" wrap="nowrap">
        {props.isNarrow ? null : <LanguageSwitch />}
        <Collapse {...props} />
      </Group>
    </>
  )
}
