// What may be done with one erasure: its certificate, a link for the person, a test, an answer.
import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ErasureRecipient, ErasureTest, ErasureView } from '../../../privacy/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { erasureNoticeWords } from '../../words/requests/erasure-notices.ts'
import { erasureWords } from '../../words/requests/erasures.ts'
import { recipientMeanings } from './recipient-meanings.ts'
import { type AnswerSaid, RecordAnswer } from './record-answer.tsx'

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

const resultOf = ({ isUnreadable, oldKey, proofKey }: ErasureTest) => {
  if (!isUnreadable) return 'testBad'
  if (proofKey === 'held') return oldKey === 'gone' ? 'testGoodHeld' : 'testLiveHeld'
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

/** Told by itself or by whoever manages the installation; an answer may come to the account. */
export function Recipient(props: { id: string; recipient: ErasureRecipient }) {
  const { language, words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  const { id, recipient } = props
  const { name, state, toldAt, answer, doneOn, note } = recipient
  const queries = useQueryClient()
  const record = useMutation({
    mutationFn: (body: AnswerSaid) =>
      call('POST /v1/erasures/{id}/recipients/{recipientId}', {
        params: { id, recipientId: recipient.id },
        body,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: erasuresKey }),
  })
  const allowed = useAllowed('consent.record', record.isPending)
  const isOver = state === 'own' || state === 'not_kept'
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <StatusBadge meaning={recipientMeanings[state]}>
        {answer === null ? w.states[state] : w.answers[answer]}
      </StatusBadge>
      {toldAt === null ? null : (
        <Text size="xs">{fill(w.told, { date: dateTime(language, toldAt) })}</Text>
      )}
      {doneOn === null ? null : <Text size="xs">{fill(w.doneShown, { date: doneOn })}</Text>}
      {note === null ? null : <Text size="xs">{fill(w.noteShown, { note })}</Text>}
      {isOver ? null : (
        <RecordAnswer
          name={name}
          answer={answer}
          state={allowed}
          error={record.error}
          act={record.mutateAsync}
        />
      )}
    </Stack>
  )
}
