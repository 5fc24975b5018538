// What is kept of one person under articles 9 and 10: seen by a right of its own, with a reason,
// recorded; and erased, while the person stays.

import { List, Paper, Space, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type SensitiveShown, sensitiveReasonLengthMin } from '../../../sensitive/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

function Values(props: { items: SensitiveShown['items'] }) {
  const { language, words } = useLanguage()
  const w = words.sensitive
  if (props.items.length === 0) return <Text role="status">{w.nothing}</Text>
  return (
    <List>
      {props.items.map(({ legalBasisId, label, value, category, keepUntil }) => (
        <List.Item key={`${legalBasisId} ${label}`}>
          {fill(w.keptUntil, {
            label,
            value,
            category: w.categories[category],
            date: dateTime(language, keepUntil),
          })}
        </List.Item>
      ))}
    </List>
  )
}

/** The person took their word back, or it was never true: their values go, and they stay. */
function Erasing(props: { contactId: string; onErased: () => void }) {
  const { language, words } = useLanguage()
  const w = words.sensitive
  const erase = useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/contacts/{id}/sensitive/erase', {
        params: { id: props.contactId },
        body: { reason: reason.trim() },
      }),
    onSuccess: props.onErased,
  })
  const state = useAllowed('sensitive.manage', erase.isPending)
  return (
    <Stack gap="xs" align="flex-start">
      <ReasonDialog
        label={w.erase}
        title={w.eraseTitle}
        what={w.eraseWhat}
        reasonLabel={w.eraseReason}
        save={w.eraseDo}
        state={state}
        error={erase.error}
        act={(reason, done) => erase.mutate(reason, done)}
      />
      {erase.data ? (
        <Text size="sm" role="status">
          {erase.data.values === 0
            ? w.nothing
            : fill(w.erased, { count: count(language, erase.data.values) })}
        </Text>
      ) : null}
    </Stack>
  )
}

export function SensitiveValues(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.sensitive
  const [reason, setReason] = useState('')
  const look = useMutation({
    mutationFn: () =>
      call('POST /v1/contacts/{id}/sensitive/reveal', {
        params: { id: props.contactId },
        body: {
          reason: reason.trim(),
        },
      }),
  })
  const state = useAllowed(
    'sensitive.reveal',
    look.isPending,
    reason.trim().length < sensitiveReasonLengthMin
      ? own(words, reasonFirstWords).reasonFirst
      : null,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    look.mutate()
  }
  return (
    <Paper withBorder p="lg">
      <form onSubmit={submit} aria-label={w.see}>
        <Stack className="accord-measure">
          <Title order={2} size="h4">
            {w.see}
          </Title>
          <Text size="sm">{w.seeText}</Text>
          {look.data ? (
            <Values items={look.data.items} />
          ) : (
            <>
              <TextInput
                label={w.reason}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              {look.error ? <Failed error={look.error} /> : null}
              <ActionButton submit variant="default" label={w.show} state={state} />
            </>
          )}
        </Stack>
      </form>
      <Space h="md" />
      <Erasing contactId={props.contactId} onErased={() => look.reset()} />
    </Paper>
  )
}
