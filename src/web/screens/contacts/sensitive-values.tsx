// What is kept of one person under articles 9 and 10: by a right of its own, with a reason,
// recorded.

import { List, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type SensitiveShown, sensitiveReasonLengthMin } from '../../../sensitive/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
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
    </Paper>
  )
}
