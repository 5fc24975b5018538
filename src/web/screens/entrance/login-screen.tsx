// Logging in with an e-mail address and a password.
import { Anchor, Paper, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { ApiProblem } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSessionActions } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'

/** Comes with its words, for those who have one. */
const SecondStep = lazy(async () => ({
  default: (await import('../factors/second-step.tsx')).SecondStep,
}))

const asksForFactor = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'accounts.second_factor_needed'

export function LoginScreen() {
  const { language, words } = useLanguage()
  const navigate = useNavigate()
  const session = useSessionActions()
  // Whoever accepts an invitation comes here for the second step alone.
  const { state } = useLocation()
  const [isSecond, setSecond] = useState(state === 'second-factor')
  const login = useMutation({
    mutationFn: (input: { email: string; password: string }) =>
      session.logIn(input.email, input.password),
    onSuccess: () => navigate(paths.home),
    onError: (error) => setSecond(asksForFactor(error)),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    login.mutate({
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
    })
  }
  if (isSecond) {
    return (
      <Door title={words.login.title}>
        <Paper withBorder p="lg">
          <Suspense fallback={null}>
            <SecondStep
              isJoining={state === 'second-factor' && login.isIdle}
              onIn={() => navigate(paths.home)}
              onBack={() => setSecond(false)}
            />
          </Suspense>
        </Paper>
      </Door>
    )
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
            {login.error && !asksForFactor(login.error) ? <Failed error={login.error} /> : null}
            <ActionButton
              submit
              label={words.login.submit}
              state={login.isPending ? { kind: 'busy' } : { kind: 'ready' }}
            />
          </Stack>
        </form>
      </Paper>
      <Anchor size="sm" component={Link} to={paths.lostPassword}>
        {words.login.lost}
      </Anchor>
      <Anchor size="sm" href={`/notice?lang=${language}`}>
        {words.publicNotice.login}
      </Anchor>
    </Door>
  )
}
