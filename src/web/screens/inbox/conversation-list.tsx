// The conversations of the inbox, each a link to what was said in it.
import { Box, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { ConversationView } from '../../../sending/contract-api.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'

export function ConversationList(props: {
  items: readonly ConversationView[]
  current: string | null
  /** The choice of what is shown, which stays in the address. */
  search: string
}) {
  const { language, words } = useLanguage()
  const w = words.inbox
  return (
    <ul className="accord-conversations" aria-label={w.list}>
      {props.items.map((one) => (
        <li key={one.id}>
          <Box
            component={Link}
            to={`${paths.conversation(one.id)}${props.search}`}
            aria-current={one.id === props.current ? 'page' : undefined}
            className="accord-conversation"
          >
            <Stack gap={4}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text fw={600} size="sm" className="accord-figures">
                  {one.from}
                </Text>
                <Text size="xs" c="dimmed" className="accord-figures">
                  {dateTime(language, one.lastAt)}
                </Text>
              </Group>
              <Group justify="space-between" gap="xs">
                {one.toDecide ? (
                  <StatusBadge meaning="waits">{w.toDecide}</StatusBadge>
                ) : (
                  <Text size="sm">{w.kinds[one.kind]}</Text>
                )}
                {one.assignedTo === null ? null : (
                  <Text size="xs" c="dimmed">
                    {fill(w.assignedTo, { name: one.assignedTo.name })}
                  </Text>
                )}
              </Group>
            </Stack>
          </Box>
        </li>
      ))}
    </ul>
  )
}
