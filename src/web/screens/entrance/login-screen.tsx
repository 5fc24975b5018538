// Logging in with an e-mail address and a password.
import { Anchor, Paper, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { useSessionActions } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'

export function LoginScreen() {
  const { language, words } = useLanguage()
  const navigate = useNavigate()
  const session = useSessionActions()
  const login = useMutation({
    mutationFn: (input: { email: string; password: string }) =>
      session.logIn(input.email, input.password),
    onSuccess: () => navigate(paths.home),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    login.mutate({
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
    })
  }
  return (
    <Door title={words.login.title}>
      <Paper withBorder p="lg">
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              name="email"
              type="email"
              label={words.login.email}
              autoComplete="username"
              required
            />
            <PasswordInput
              name="password"
              label={words.login.password}
              autoComplete="current-password"
              required
            />
            {login.error ? <Failed error={login.error} /> : null}
            <ActionButton
              submit
              label={words.login.submit}
              state={login.isPending ? { kind: 'busy' } : { kind: 'ready' }}
            />
          </Stack>
        </form>
      </Paper>
      <Anchor size="sm" href={`/notice?lang=${language}`}>
        {words.publicNotice.login}
      </Anchor>
    </Door>
  )
}
