// What was said, the oldest first: the message above the reply that it got, and the answers below.
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { type InfiniteData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { MessageView } from '../../../sending/contract.ts'
import type {
  ConversationView,
  RevealedConversation,
  ThreadReply,
} from '../../../sending/contract-api.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage, useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'
import { StateBadge } from '../messages/state-badge.tsx'
import { Decide } from './decide.tsx'
import { useReading } from './reading.ts'

export const useThread = (id: string) =>
  useGrowingList(
    ['inbox', 'thread', id],
    ({ cursor }) => call('GET /v1/inbox/{id}/replies', { params: { id }, query: { cursor } }),
    5_000,
  )

type Listed = {
  data: InfiniteData<{ items: ThreadReply[] }> | undefined
  error: unknown
  isPending: boolean
  hasNextPage: boolean
  refetch(): unknown
  fetchNextPage(): unknown
}

/** In clear, once a reason was given; asked again when something is said that was not there. */
function useClear(id: string, replies: readonly ThreadReply[]) {
  const { reason } = useReading()
  const ids = replies.map((reply) => reply.id)
  const answers = replies.flatMap((reply) => reply.answers.map(({ message }) => message.id))
  return useQuery({
    queryKey: ['inbox-clear', id, reason, [...ids, ...answers]],
    queryFn: () =>
      call('POST /v1/inbox/{id}/reveal', {
        params: { id },
        body: { reason: reason ?? '', replies: ids.slice(0, 100) },
      }),
    enabled: reason !== null && ids.length > 0,
    // Each look is written down: none is made because a window came to the front.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: (before) => (reason === null ? undefined : before),
  })
}

export function Thread(props: { conversation: ConversationView; thread: Listed }) {
  const w = useWords().inbox
  const { conversation, thread } = props
  const newest = thread.data?.pages.flatMap((page) => page.items) ?? []
  const clear = useClear(conversation.id, newest)
  if (thread.isPending) return <Loading />
  if (thread.error) return <Failed error={thread.error} retry={() => void thread.refetch()} />
  const replies = [...newest].reverse()
  return (
    <Stack gap="md">
      {clear.error ? <Failed error={clear.error} /> : null}
      {thread.hasNextPage ? (
        <Group>
          <Button variant="default" size="xs" onClick={() => void thread.fetchNextPage()}>
            {w.older}
          </Button>
        </Group>
      ) : null}
      {replies.map((reply, index) => (
        <Exchange
          key={reply.id}
          reply={reply}
          // Who answers twice answers the same message: it stands above the first alone.
          isSame={index > 0 && replies[index - 1]?.original?.id === reply.original?.id}
          clear={clear.data ?? null}
        />
      ))}
    </Stack>
  )
}

function Exchange(props: {
  reply: ThreadReply
  isSame: boolean
  clear: RevealedConversation | null
}) {
  const { language, words } = useLanguage()
  const w = words.inbox
  const { reply, clear, isSame } = props
  const { original } = reply
  const shown = clear?.replies.find(({ id }) => id === reply.id) ?? null
  return (
    <>
      {original === null ? (
        <Text size="xs" c="dimmed">
          {w.noOriginal}
        </Text>
      ) : isSame ? null : (
        <Ours
          message={original}
          who={original.campaignId === null ? w.you : w.campaign}
          clear={clear}
        />
      )}
      <Said side="theirs">
        <Group gap="xs">
          <StatusBadge meaning={reply.needsReview ? 'waits' : 'neutral'}>
            {w.kinds[reply.kind]}
          </StatusBadge>
          {reply.review === null ? null : (
            <Text size="xs" c="dimmed">
              {words.replies.reviewed[reply.review]}
            </Text>
          )}
        </Group>
        <Words text={shown?.text ?? null} isRead={clear !== null} />
        <Text size="xs" c="dimmed">
          {fill(w.received, { date: dateTime(language, reply.receivedAt) })}
        </Text>
        <Decide reply={reply} shown={shown} />
      </Said>
      {reply.answers.map(({ message, by }) => (
        <Ours
          key={message.id}
          message={message}
          who={by === null ? w.answered : fill(w.writtenBy, { name: by })}
          clear={clear}
        />
      ))}
    </>
  )
}

function Ours(props: { message: MessageView; who: string; clear: RevealedConversation | null }) {
  const { language, words } = useLanguage()
  const w = words.inbox
  const { message, clear } = props
  const text = clear?.messages.find(({ id }) => id === message.id)?.text ?? null
  const why = (message.failure ?? message).sentence
  return (
    <Said side="ours">
      <Group gap="xs" justify="space-between">
        <Text size="xs" fw={600}>
          {props.who}
        </Text>
        <StateBadge state={message.state} />
      </Group>
      <Words text={text} isRead={clear !== null} />
      {why === null ? null : <Text size="xs">{why}</Text>}
      <Anchor component={Link} size="xs" to={paths.message(message.id)}>
        {fill(w.sent, { date: dateTime(language, message.acceptedAt) })}
      </Anchor>
    </Said>
  )
}

function Words(props: { text: string | null; isRead: boolean }) {
  const w = useWords().inbox
  if (props.text !== null) return <Text className="accord-story">{props.text}</Text>
  return (
    <Text size="sm" c="dimmed" fs="italic">
      {props.isRead ? w.gone : w.hidden}
    </Text>
  )
}

function Said(props: { side: 'theirs' | 'ours'; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" className="accord-said" data-side={props.side}>
      <Stack gap="xs">{props.children}</Stack>
    </Paper>
  )
}
