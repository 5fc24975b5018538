// Writes back to the person by SMS; what may not be sent says why, and the text stays.
import { Alert, Checkbox, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ConversationView } from '../../../sending/contract-api.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { isUsable } from '../../data/senders.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { AnswerPreviewed, useAnswerPreview } from './answer-preview.tsx'

export function AnswerForm(props: {
  conversation: ConversationView
  /** What the person answered came from there; null where nobody knows any more. */
  sender: string | null
}) {
  const w = useWords().inbox
  const queries = useQueryClient()
  const { id, toDecide } = props.conversation
  const [text, setText] = useState('')
  const [done, setDone] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const sender = props.sender ?? chosen
  const answer = useMutation({
    mutationFn: () =>
      call('POST /v1/inbox/{id}/answers', {
        params: { id },
        body: { text, done: done && !toDecide, ...(sender === null ? {} : { sender }) },
      }),
    onSuccess: async ({ state }) => {
      if (state !== 'refused') setText('')
      await queries.invalidateQueries({ queryKey: ['inbox'] })
    },
  })
  const shown = useAnswerPreview({ id, text, sender })
  // Said before it is tried: what may not leave would only stand there as refused.
  const refused =
    shown.isNow && shown.preview.data?.verdict === 'refused' ? w.preview.refused : null
  const lacking = text.trim() === '' ? w.textMissing : sender === null ? w.senderMissing : refused
  const allowed = useAllowed('messages.send', answer.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate()
  }
  return (
    <form onSubmit={submit} aria-labelledby="answer">
      <Stack gap="sm">
        <Title order={3} size="h5" id="answer">
          {w.answer}
        </Title>
        <Text size="sm" c="dimmed">
          {props.sender === null
            ? w.answerTextNoSender
            : fill(w.answerText, { sender: props.sender })}
        </Text>
        {props.sender === null ? <Sender value={chosen} choose={setChosen} /> : null}
        <Textarea
          label={w.text}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() === '' ? null : <AnswerPreviewed {...shown} />}
        <Checkbox
          label={w.doneAfter}
          checked={done && !toDecide}
          disabled={toDecide}
          onChange={(event) => setDone(event.currentTarget.checked)}
        />
        <Told answer={answer.data ?? null} error={answer.error} />
        <ActionButton submit label={w.send} state={allowed} />
      </Stack>
    </form>
  )
}

function Told(props: {
  answer: { state: string; sentence: string | null } | null
  error: unknown
}) {
  const w = useWords().inbox
  if (props.error) return <Failed error={props.error} />
  if (props.answer === null) return null
  if (props.answer.state !== 'refused') {
    return (
      <Text size="sm" role="status">
        {props.answer.sentence ?? w.accepted}
      </Text>
    )
  }
  return (
    <Alert color="red" role="alert" title={w.notSent}>
      {props.answer.sentence}
    </Alert>
  )
}

function Sender(props: { value: string | null; choose: (sender: string | null) => void }) {
  const w = useWords().inbox
  const senders = useQuery({ queryKey: ['senders'], queryFn: () => call('GET /v1/senders') })
  const names = (senders.data?.items ?? []).filter(isUsable).map(({ name }) => name)
  if (senders.data !== undefined && names.length === 0) return <Text size="sm">{w.noSender}</Text>
  return (
    <Select
      className="accord-measure"
      label={w.sender}
      value={props.value}
      data={[...new Set(names)]}
      onChange={props.choose}
    />
  )
}
