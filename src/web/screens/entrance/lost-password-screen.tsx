// A lost password: the e-mail address to which a link goes.
import { Anchor, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Link } from 'react-router'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'
import { lostPasswordWords } from '../../words/entrance/lost-password.ts'
import { own } from '../../words/own.ts'

export function LostPasswordScreen() {
  const w = own(useWords(), lostPasswordWords)
  const ask = useMutation({
    mutationFn: (email: string) => call('POST /v1/password-resets', { body: { email } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate(String(new FormData(event.currentTarget).get('email') ?? ''))
  }
  return (
    <Door title={w.title}>
      <Paper withBorder p="lg">
        {ask.data === undefined ? (
          <form onSubmit={submit}>
            <Stack>
              <Text c="dimmed">{w.lead}</Text>
              <TextInput
                name="email"
                type="email"
                label={w.email}
                autoComplete="username"
                required
              />
              {ask.error ? <Failed error={ask.error} /> : null}
              <ActionButton
                submit
                label={w.submit}
                state={ask.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        ) : (
          <Text role="status">{ask.data.mailsLeave ? w.sent : w.noMail}</Text>
        )}
      </Paper>
      <Anchor component={Link} to={paths.login} size="sm">
        {w.back}
      </Anchor>
    </Door>
  )
}
