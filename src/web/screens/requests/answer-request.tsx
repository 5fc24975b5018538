// The answer to one request: what was done, and the sentence that the person reads about it.
import { Select, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { outcomesOf, type RequestOutcome, type RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useAnswerRequest } from '../forms/queries.ts'

const reasonMin = 5

function Given(props: { request: RequestView; answeredAt: string }) {
  const { language, words } = useLanguage()
  const w = words.requests
  const { answer, outcome } = props.request
  const date = dateTime(language, props.answeredAt)
  return (
    <Text size="sm">
      {outcome ? w.outcomes[outcome] : w[answer ?? 'done']} · {fill(w.answered, { date })}
    </Text>
  )
}

function Fields(props: { request: RequestView; close(): void }) {
  const { words } = useLanguage()
  const w = words.requests
  const { request } = props
  const [outcome, setOutcome] = useState<RequestOutcome | null>(null)
  const [reason, setReason] = useState('')
  const answer = useAnswerRequest(request.id)
  const isTold = outcome !== null && reason.trim().length >= reasonMin
  const state = useAllowed('consent.record', answer.isPending, isTold ? null : w.incomplete)
  const submit = () => {
    if (outcome !== null) answer.mutate({ outcome, reason }, { onSuccess: props.close })
  }
  return (
    <RecordForm
      label={w.answering}
      save={w.save}
      state={state}
      error={answer.error}
      done={null}
      onSubmit={submit}
    >
      <Stack>
        <Text fw={600}>
          {w.kinds[request.kind]} · {request.numberMasked ?? w.gone}
        </Text>
        <Select
          label={w.outcome}
          value={outcome}
          data={outcomesOf(request.kind).map((value) => ({ value, label: w.outcomes[value] }))}
          onChange={(value) => setOutcome(value as RequestOutcome | null)}
        />
        <Textarea
          label={w.reason}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </RecordForm>
  )
}

export function AnswerRequest(props: { request: RequestView }) {
  const { words } = useLanguage()
  const w = words.requests
  const { request } = props
  const [opened, { open, close }] = useDisclosure(false)
  const state = useAllowed('consent.record', false)
  if (request.answeredAt !== null) {
    return <Given request={request} answeredAt={request.answeredAt} />
  }
  return (
    <>
      <ActionButton size="xs" label={w.answering} state={state} onPress={open} />
      <Dialog title={w.answering} opened={opened} onClose={close}>
        {opened ? <Fields request={request} close={close} /> : null}
      </Dialog>
    </>
  )
}
