// What may be done with one erasure: its certificate, a link for the person, a test, an answer.
import { Anchor, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ErasureRecipient,
  type ErasureTest,
  type ErasureView,
  type RecipientAnswer,
  recipientAnswers,
} from '../../../privacy/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { erasureWords } from '../../words/requests/erasures.ts'

export const erasuresKey = ['erasures'] as const

function Files({ id }: { id: string }) {
  const { words } = useLanguage()
  const w = own(words, erasureWords)
  const key = 'GET /v1/erasures/{id}/certificate'
  return (
    <Group gap="sm">
      <Anchor href={addressOf(key, { params: { id } })} download size="sm">
        {w.page}
      </Anchor>
      <Anchor href={addressOf(key, { params: { id }, query: { form: 'pdf' } })} download size="sm">
        {w.pdf}
      </Anchor>
      <Anchor href={addressOf(key, { params: { id }, query: { form: 'note' } })} download size="sm">
        {w.file}
      </Anchor>
    </Group>
  )
}

function PersonLink({ id }: { id: string }) {
  const { words } = useLanguage()
  const w = own(words, erasureWords)
  const link = useMutation({
    mutationFn: () => call('POST /v1/erasures/{id}/link', { params: { id } }),
  })
  const state = useAllowed('consent.record', link.isPending)
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        label={w.link}
        state={state}
        onPress={() => link.mutate()}
      />
      {link.error === null ? null : <Failed error={link.error} />}
      <Dialog opened={link.isSuccess} onClose={link.reset} title={w.linkTitle}>
        <Stack>
          <Text size="sm">{w.linkText}</Text>
          <TextInput label={w.linkCopy} readOnly value={link.data?.url ?? ''} />
        </Stack>
      </Dialog>
    </>
  )
}

const resultOf = ({ isUnreadable, oldKey }: ErasureTest) => {
  if (!isUnreadable) return 'testBad'
  return oldKey === 'gone' ? 'testGood' : 'testLive'
}

function TestNow({ id }: { id: string }) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  const test = useMutation({
    mutationFn: () => call('GET /v1/erasures/{id}/test', { params: { id } }),
  })
  const state = useAllowed('consent.read', test.isPending)
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        label={w.test}
        state={state}
        onPress={() => test.mutate()}
      />
      {test.error === null ? null : <Failed error={test.error} />}
      {test.data === undefined ? null : (
        <Text size="sm" role="status">
          {fill(w[resultOf(test.data)], {
            date: dateTime(language, test.data.at),
          })}
        </Text>
      )}
    </>
  )
}

export function Certificate({ erasure }: { erasure: ErasureView }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Files id={erasure.id} />
      <Group gap="xs" align="flex-start">
        <PersonLink id={erasure.id} />
        <TestNow id={erasure.id} />
      </Group>
    </Stack>
  )
}

/** As staff were told it: by a letter, an e-mail, a call. */
export function Recipient(props: { id: string; recipient: ErasureRecipient }) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  const { id, recipient } = props
  const { name, toldAt, answer } = recipient
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<RecipientAnswer | 'told' | null>(answer)
  const note = useMutation({
    mutationFn: (said: RecipientAnswer | null) =>
      call('POST /v1/erasures/{id}/recipients/{recipientId}', {
        params: { id, recipientId: recipient.id },
        body: { answer: said },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: erasuresKey }),
  })
  const state = useAllowed('consent.record', note.isPending)
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs">
        {toldAt === null ? w.notTold : fill(w.told, { date: dateTime(language, toldAt) })}
      </Text>
      <Select
        size="xs"
        aria-label={fill(w.answer, { name })}
        value={chosen ?? (toldAt === null ? null : 'told')}
        data={(['told', ...recipientAnswers] as const).map((value) => ({
          value,
          label: w.answers[value],
        }))}
        allowDeselect={false}
        onChange={(value) => setChosen(value as RecipientAnswer | 'told' | null)}
      />
      {chosen === null || chosen === answer ? null : (
        <ActionButton
          size="xs"
          variant="default"
          label={w.record}
          state={state}
          onPress={() => note.mutate(chosen === 'told' ? null : chosen)}
        />
      )}
      {note.error === null ? null : <Failed error={note.error} />}
    </Stack>
  )
}
