// Finds somebody by a number, an e-mail or one's own reference at once.
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { ContactTable } from './contacts-table.tsx'

/** `children` is shown while nobody is looked for. */
export function FindPerson(props: { children: ReactNode }) {
  const { words } = useLanguage()
  const w = words.people
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: (asked: string) => call('POST /v1/contacts/search', { body: { text: asked } }),
    gcTime: 0,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') find.mutate(text.trim())
  }
  const stop = () => {
    setText('')
    find.reset()
  }
  return (
    <Stack>
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
            {find.isIdle ? null : (
              <Button variant="subtle" onClick={stop}>
                {w.again}
              </Button>
            )}
          </Group>
        </form>
      </search>
      {find.error ? <Failed error={find.error} /> : null}
      {find.data ? (
        <section aria-label={w.found} aria-live="polite">
          {find.data.contacts.length === 0 ? (
            <Empty title={w.foundNone} text={w.foundNoneText} />
          ) : (
            <ContactTable contacts={find.data.contacts} />
          )}
        </section>
      ) : null}
      {find.data ? null : props.children}
    </Stack>
  )
}
