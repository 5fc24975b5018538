// Calls a message back while it waits: asked twice, since it never leaves afterwards.
import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MessageView } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

const waits: ReadonlySet<MessageView['state']> = new Set([
  'accepted',
  'held',
  'queued',
  'maybe_sent',
])

export function CallBack({ message }: { message: MessageView }) {
  const w = useWords().messages
  const queries = useQueryClient()
  const callBack = useMutation({
    mutationFn: () => call('POST /v1/messages/{id}/cancel', { params: { id: message.id } }),
    // Refused too, the story has gone on: an operator's link has it by now.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['message-story', message.id] })
    },
  })
  const state = useAllowed('messages.send', callBack.isPending)
  const isWaiting = message.finalAt === null && waits.has(message.state)
  return (
    <Stack gap="xs">
      {callBack.error ? <Failed error={callBack.error} /> : null}
      {isWaiting ? (
        <AskTwice
          label={w.callBack}
          what={message.state === 'maybe_sent' ? w.callBackMaybe : w.callBackWhat}
          sure={w.callBackSure}
          keep={w.callBackKeep}
          state={state}
          onSure={() => callBack.mutate()}
        />
      ) : null}
    </Stack>
  )
}
