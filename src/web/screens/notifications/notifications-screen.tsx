// All that one is told of, page by page.
import { Anchor, Button, Paper, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { NoticeList } from './notice-list.tsx'
import { useMarkRead, useNotices } from './queries.ts'

export function NotificationsScreen() {
  const { words } = useLanguage()
  const w = words.notifications
  const [show, setShow] = useState<'all' | 'unread'>('all')
  const list = useNotices(show)
  const read = useMarkRead()
  const hasUnread = list.data?.pages.some(({ items }) => items.some(({ isRead }) => !isRead))
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button
          variant="default"
          disabled={hasUnread !== true}
          loading={read.isPending}
          onClick={() => read.mutate(null)}
        >
          {w.markAll}
        </Button>
      }
    >
      <Stack align="flex-start">
        <SegmentedControl
          aria-label={w.title}
          value={show}
          onChange={(value) => setShow(value === 'unread' ? 'unread' : 'all')}
          data={[
            { value: 'all', label: w.all },
            { value: 'unread', label: w.unread },
          ]}
        />
        <Anchor component={Link} to={paths.profile} size="sm">
          {w.choose}
        </Anchor>
      </Stack>
      {read.error ? <Failed error={read.error} /> : null}
      <GrowingList
        list={list}
        empty={{ title: show === 'all' ? w.empty : w.emptyUnread, text: w.emptyText }}
      >
        {(items) => (
          <Paper withBorder p="md">
            <NoticeList items={items} mark={(ids) => read.mutate(ids)} />
          </Paper>
        )}
      </GrowingList>
    </Page>
  )
}
