// What opens behind the bell: the latest notifications, and the way to all of them.
import { Anchor, Button, Group, Popover, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../data/language.tsx'
import { paths } from '../paths.ts'
import { NoticeList } from '../screens/notifications/notice-list.tsx'
import { useLatestNotices, useMarkRead } from '../screens/notifications/queries.ts'
import { Answer, Failed } from '../ui/states.tsx'
import { BellSign } from './bell-sign.tsx'

/** Asked for when it opens: closed, the bell knows the number alone. */
function Latest(props: { unread: number; close: () => void }) {
  const { words } = useLanguage()
  const w = words.notifications
  const latest = useLatestNotices()
  const read = useMarkRead()
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">
          {w.title}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={props.unread === 0}
          onClick={() => read.mutate(null)}
        >
          {w.markAll}
        </Button>
      </Group>
      {read.error ? <Failed error={read.error} /> : null}
      <Answer query={latest}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.emptyText}
            </Text>
          ) : (
            <NoticeList items={items} mark={(ids) => read.mutate(ids)} onOpened={props.close} />
          )
        }
      </Answer>
      <Group justify="space-between">
        <Anchor component={Link} to={paths.notifications} size="sm" onClick={props.close}>
          {w.seeAll}
        </Anchor>
        <Anchor component={Link} to={paths.profile} size="sm" onClick={props.close}>
          {w.choose}
        </Anchor>
      </Group>
    </Stack>
  )
}

export function Bell({ unread }: { unread: number }) {
  const { words } = useLanguage()
  const [isOpened, setIsOpened] = useState(false)
  return (
    <Popover
      opened={isOpened}
      onChange={setIsOpened}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <BellSign unread={unread} onPress={() => setIsOpened((was) => !was)} />
      </Popover.Target>
      <Popover.Dropdown className="accord-bell" aria-label={words.notifications.title}>
        {isOpened ? <Latest unread={unread} close={() => setIsOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}
