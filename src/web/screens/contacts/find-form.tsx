// The field in which somebody is looked for by a number, an e-mail or one's own reference.
import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'

/** What is looked for is personal: it is kept in no cache and stands in no address. */
export function useFindPerson() {
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: (asked: string) => call('POST /v1/contacts/search', { body: { text: asked } }),
    gcTime: 0,
  })
  const stop = () => {
    setText('')
    find.reset()
  }
  return { text, setText, find, stop }
}

export function FindForm(props: { finding: ReturnType<typeof useFindPerson>; canStop?: true }) {
  const w = useLanguage().words.people
  const { text, setText, find, stop } = props.finding
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim().length >= 2) find.mutate(text.trim())
  }
  return (
    <search aria-label={w.find}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            className="accord-find"
            label={w.findLabel}
            description={w.findHelp}
            autoComplete="off"
            minLength={2}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={find.isPending}>
            {w.findButton}
          </Button>
          {props.canStop === undefined || find.isIdle ? null : (
            <Button variant="subtle" onClick={stop}>
              {w.again}
            </Button>
          )}
        </Group>
      </form>
    </search>
  )
}
