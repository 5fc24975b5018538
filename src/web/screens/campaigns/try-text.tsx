// Tries the text on a telephone of one's own; a telephone is added here, and confirmed by its code.
import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { TestNumberView } from '../../../campaigns/contract.ts'
import type { MessageClass } from '../../../sending/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'

const key = ['test-numbers']
const useTestNumbers = () =>
  useQuery({ queryKey: key, queryFn: () => call('GET /v1/test-numbers') })

function AddPhone(props: { sender: string; done(): void }) {
  const w = useWords().compose
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const add = useMutation({
    mutationFn: () =>
      call('POST /v1/test-numbers', { body: { name, number, sender: props.sender } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key })
      props.done()
    },
  })
  const lacking = props.sender === '' ? w.testFirst : null
  const state = useAllowed('texts.try', add.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    add.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={w.testName}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={w.testNumber}
          type="tel"
          required
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {add.error ? <Failed error={add.error} /> : null}
        <ActionButton submit size="xs" label={w.testAddDo} state={state} />
      </Stack>
    </form>
  )
}

function Confirm({ number }: { number: TestNumberView }) {
  const w = useWords().compose
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  // None was sent where the account was a sandbox when it was added.
  const hasCode = number.codeUntil !== null
  const confirm = useMutation({
    mutationFn: () =>
      call('POST /v1/test-numbers/{id}/confirm', {
        params: { id: number.id },
        body: { code: code.trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/test-numbers/{id}', { params: { id: number.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    confirm.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={4}>
        <Text size="sm">
          {fill(hasCode ? w.testWaits : w.testNoCode, { name: number.name, to: number.to })}
        </Text>
        <Group align="flex-end" gap="xs">
          {hasCode ? (
            <>
              <TextInput
                label={w.testCode}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" loading={confirm.isPending}>
                {w.testConfirm}
              </Button>
            </>
          ) : null}
          <Button size="xs" variant="subtle" onClick={() => remove.mutate()}>
            {w.testRemove}
          </Button>
        </Group>
        {confirm.error ? <Failed error={confirm.error} /> : null}
      </Stack>
    </form>
  )
}

type Trial = BodyOf<'POST /v1/test-numbers/{id}/send'>

export function TryText(props: { class: MessageClass | ''; sender: string; text: string }) {
  const w = useWords().compose
  const queries = useQueryClient()
  const numbers = useTestNumbers()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const items = numbers.data?.items ?? []
  const ready = items.filter(({ isConfirmed }) => isConfirmed)
  const id = chosen ?? ready[0]?.id ?? null
  const sender = props.sender.trim()
  const send = useMutation({
    mutationFn: (given: { id: string; body: Trial }) =>
      call('POST /v1/test-numbers/{id}/send', { params: { id: given.id }, body: given.body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  })
  const isWritten = sender !== '' && props.text.trim() !== ''
  const body =
    isWritten && props.class !== '' ? { class: props.class, sender, text: props.text } : null
  const lacking = body === null ? w.testFirst : id === null ? w.testNone : null
  const state = useAllowed('texts.try', send.isPending, lacking)
  return (
    <Section title={w.test} lead={w.testLead}>
      {ready.length > 0 ? (
        <Select
          label={w.testTo}
          allowDeselect={false}
          value={id}
          data={ready.map((one) => ({ value: one.id, label: `${one.name} · ${one.to}` }))}
          onChange={setChosen}
        />
      ) : null}
      {items
        .filter(({ isConfirmed }) => !isConfirmed)
        .map((one) => (
          <Confirm key={one.id} number={one} />
        ))}
      <ActionButton
        variant="default"
        label={w.testSend}
        state={state}
        onPress={() => id !== null && body !== null && send.mutate({ id, body })}
      />
      {send.error ? <Failed error={send.error} /> : null}
      {/* Of another text it would be told as if it were of this one. */}
      {send.data && send.variables?.body.text === props.text ? (
        <Text size="sm" role="status">
          {w.testSent}{' '}
          <Anchor component={Link} to={paths.message(send.data.messageId)}>
            {w.testStory}
          </Anchor>
        </Text>
      ) : null}
      {isAdding ? (
        <AddPhone sender={sender} done={() => setAdding(false)} />
      ) : (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {w.testAdd}
          </Button>
        </Group>
      )}
    </Section>
  )
}
