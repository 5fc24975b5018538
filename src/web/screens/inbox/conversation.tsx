// One conversation: what was said, whose it is, whether it is done, and an answer.
import { Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ConversationView } from '../../../sending/contract-api.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { AnswerForm } from './answer-form.tsx'
import { Thread, useThread } from './thread.tsx'

export function Conversation({ id }: { id: string }) {
  const { may } = useSession()
  const conversation = useQuery({
    queryKey: ['inbox', 'one', id],
    queryFn: () => call('GET /v1/inbox/{id}', { params: { id } }),
    refetchInterval: 5_000,
  })
  const thread = useThread(id)
  const last = thread.data?.pages[0]?.items[0]
  return (
    <Answer query={conversation}>
      {(one) => (
        <Paper withBorder p="lg" component="section" aria-labelledby="conversation">
          <Stack gap="lg">
            <Head conversation={one} />
            <Thread conversation={one} thread={thread} />
            {may('messages.send') ? (
              last === undefined ? null : (
                <AnswerForm conversation={one} sender={last.original?.sender ?? null} />
              )
            ) : (
              <NotAllowed right="messages.send" />
            )}
          </Stack>
        </Paper>
      )}
    </Answer>
  )
}

function Head({ conversation }: { conversation: ConversationView }) {
  const w = useWords().inbox
  const { may } = useSession()
  const { from, contactId, toDecide, doneAt, assignedTo } = conversation
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Title order={2} size="h4" id="conversation" className="accord-figures">
            {fill(w.person, { number: from })}
          </Title>
          {toDecide ? <StatusBadge meaning="waits">{w.toDecide}</StatusBadge> : null}
          {doneAt === null ? null : <StatusBadge meaning="good">{w.done}</StatusBadge>}
        </Group>
        {contactId === null ? null : (
          <Anchor component={Link} size="sm" to={paths.contact(contactId)}>
            {w.contact}
          </Anchor>
        )}
      </Group>
      {may('messages.send') ? (
        <Group align="flex-end" gap="sm">
          <Assign conversation={conversation} />
          <Done conversation={conversation} />
        </Group>
      ) : assignedTo === null ? null : (
        <Text size="sm">{fill(w.assignedTo, { name: assignedTo.name })}</Text>
      )}
    </Stack>
  )
}

/** Everything of the inbox is asked again: an act moves a conversation from one list to another. */
function useInboxAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['inbox'] })
}

function Assign({ conversation }: { conversation: ConversationView }) {
  const w = useWords().inbox
  const again = useInboxAgain()
  const { id, assignedTo } = conversation
  const users = useQuery({
    queryKey: ['inbox-users'],
    queryFn: () => call('GET /v1/inbox/users'),
    staleTime: 60_000,
  })
  const assign = useMutation({
    mutationFn: (userId: string | null) =>
      call('PUT /v1/inbox/{id}/assignment', { params: { id }, body: { userId } }),
    onSuccess: again,
  })
  const known = users.data?.items ?? []
  const gone = assignedTo !== null && !known.some((user) => user.id === assignedTo.id)
  const all = gone ? [...known, assignedTo] : known
  return (
    <Stack gap="xs">
      <Select
        label={w.assign}
        size="xs"
        w={220}
        allowDeselect={false}
        disabled={assign.isPending}
        value={assignedTo?.id ?? ''}
        data={[
          { value: '', label: w.nobody },
          ...all.map((user) => ({ value: user.id, label: user.name })),
        ]}
        onChange={(value) => assign.mutate(value === '' ? null : value)}
      />
      {gone && users.data !== undefined ? (
        <Text size="sm" maw={440}>
          {fill(w.assigneeGone, { name: assignedTo.name })}
        </Text>
      ) : null}
      {assign.error ? <Failed error={assign.error} /> : null}
    </Stack>
  )
}

function Done({ conversation }: { conversation: ConversationView }) {
  const w = useWords().inbox
  const again = useInboxAgain()
  const { id, doneAt, toDecide, from } = conversation
  const settle = useMutation({
    mutationFn: (done: boolean) =>
      call('PUT /v1/inbox/{id}/done', { params: { id }, body: { done } }),
    onSuccess: again,
  })
  // Of an erased person nobody can say any more what was meant.
  const lacking = toDecide && from !== '—' ? w.decideFirst : null
  const allowed = useAllowed('messages.send', settle.isPending, lacking)
  return (
    <Stack gap="xs">
      {doneAt === null ? (
        <ActionButton
          size="xs"
          variant="default"
          label={w.markDone}
          state={allowed}
          onPress={() => settle.mutate(true)}
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={settle.isPending}
          onClick={() => settle.mutate(false)}
        >
          {w.reopen}
        </Button>
      )}
      {settle.error ? <Failed error={settle.error} /> : null}
    </Stack>
  )
}
