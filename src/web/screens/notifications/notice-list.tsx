// Notifications, each a link to what it is about, and a button that marks it as read.
import { ActionIcon, Anchor, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { NoticeView } from '../../../notifications/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

type Marks = { mark: (ids: readonly string[]) => void; onOpened?: () => void }

function Notice({ notice, mark, onOpened }: Marks & { notice: NoticeView }) {
  const { language, words } = useLanguage()
  const w = words.notifications
  const { id, title, sentence, leadsTo, at, isRead } = notice
  const open = () => {
    if (!isRead) mark([id])
    onOpened?.()
  }
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm" className="accord-notice">
      <span className="accord-notice-dot" data-unread={!isRead} aria-hidden />
      <Stack gap={2} flex={1} miw={0}>
        <Anchor component={Link} to={leadsTo} onClick={open} size="sm" fw={isRead ? 400 : 600}>
          {isRead ? null : <VisuallyHidden>{w.isUnread} </VisuallyHidden>}
          {title}
        </Anchor>
        <Text size="sm">{sentence}</Text>
        <Text size="xs" c="dimmed">
          <time dateTime={at}>{dateTime(language, at)}</time>
        </Text>
      </Stack>
      {isRead ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={fill(w.markRead, { title })}
          title={fill(w.markRead, { title })}
          onClick={() => mark([id])}
        >
          <IconCheck size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}

export function NoticeList(props: Marks & { items: readonly NoticeView[] }) {
  const { items, ...marks } = props
  return (
    <ul className="accord-notices">
      {items.map((notice) => (
        <Notice key={notice.id} notice={notice} {...marks} />
      ))}
    </ul>
  )
}
