// A reply that waits: read in clear for a reason that is recorded, then said to be a STOP or none.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { RevealedReply } from '../../../sending/contract.ts'
import { post } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

export function ReviewReply(props: { id: string; needsReview: boolean }) {
  const { words } = useLanguage()
  const w = words.replies
  const { may } = useSession()
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const reveal = useMutation({
    mutationFn: () => post<RevealedReply>(`/v1/inbound/${props.id}/reveal`, { reason }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  const right = 'contacts.reveal'
  const allowed: ActionState = may(right)
    ? { kind: 'ready' }
    : { kind: 'refused', reason: fill(words.problems.notAllowed, { right }) }
  return (
    <>
      <ActionButton variant="default" size="xs" label={w.read} state={allowed} onPress={open} />
      <Modal opened={opened} onClose={close} title={w.readTitle}>
        {reveal.data ? (
          <Stack>
            <Text className="accord-mono" fw={600}>
              {reveal.data.from}
            </Text>
            <Text className="accord-story">{reveal.data.text}</Text>
            {props.needsReview ? (
              <>
                <Text size="sm" c="dimmed">
                  {reveal.data.by === 'likeness' ? w.becauseAlike : w.because} “
                  {reveal.data.matched}”
                </Text>
                <Decide id={props.id} onDone={close} />
              </>
            ) : null}
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text size="sm">{w.readText}</Text>
              <TextInput
                label={words.contacts.reason}
                required
                minLength={5}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              {reveal.error ? <Failed error={reveal.error} /> : null}
              <ActionButton
                submit
                label={words.contacts.reveal}
                state={reveal.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Modal>
    </>
  )
}

function Decide(props: { id: string; onDone: () => void }) {
  const { words } = useLanguage()
  const w = words.replies
  const { may } = useSession()
  const queries = useQueryClient()
  const review = useMutation({
    mutationFn: (meaning: 'stop' | 'not_a_stop') =>
      post(`/v1/inbound/${props.id}/review`, { meaning }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['inbound'] })
      props.onDone()
    },
  })
  const right = 'consent.record'
  if (!may(right)) return <Text size="sm">{fill(words.problems.notAllowed, { right })}</Text>
  return (
    <Stack gap="xs">
      <Text size="sm">
        {w.isStop}: {w.meansStop}
      </Text>
      <Text size="sm">
        {w.isNotStop}: {w.meansNotStop}
      </Text>
      {review.error ? <Failed error={review.error} /> : null}
      <Group>
        <Button color="red" loading={review.isPending} onClick={() => review.mutate('stop')}>
          {w.isStop}
        </Button>
        <Button
          variant="default"
          loading={review.isPending}
          onClick={() => review.mutate('not_a_stop')}
        >
          {w.isNotStop}
        </Button>
      </Group>
    </Stack>
  )
}
