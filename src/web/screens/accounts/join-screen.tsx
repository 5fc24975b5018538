// Answering an invitation: the code of the link, and a password of one's own.
import { Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { post } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'

export function JoinScreen() {
  const words = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const join = useMutation({
    mutationFn: (body: { code: string; password: string }) => post('/v1/invitations', body),
    onSuccess: () => {
      queries.clear()
      navigate(paths.home)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    join.mutate({
      code: String(form.get('code') ?? '').trim(),
      password: String(form.get('password') ?? ''),
    })
  }
  return (
    <Door title={words.join.title}>
      <Text c="dimmed">{words.join.lead}</Text>
      <Paper withBorder p="lg">
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              name="code"
              label={words.join.code}
              defaultValue={window.location.hash.slice(1)}
              autoComplete="off"
              required
            />
            <PasswordInput
              name="password"
              label={words.firstRun.password}
              description={words.firstRun.passwordHelp}
              autoComplete="new-password"
              minLength={12}
              required
            />
            {join.error ? <Failed error={join.error} /> : null}
            <ActionButton
              submit
              label={words.join.submit}
              state={join.isPending ? { kind: 'busy' } : { kind: 'ready' }}
            />
          </Stack>
        </form>
      </Paper>
    </Door>
  )
}
