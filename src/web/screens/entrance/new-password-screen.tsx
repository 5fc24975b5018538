// A new password, with the code of a link that came by e-mail.
import { Anchor, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'
import { lostPasswordWords } from '../../words/entrance/lost-password.ts'
import { own } from '../../words/own.ts'

export function NewPasswordScreen() {
  const words = useWords()
  const w = own(words, lostPasswordWords)
  // Behind the sign #, which no server sees.
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const save = useMutation({
    mutationFn: (password: string) =>
      call('POST /v1/password-resets/answer', { body: { code: code.trim(), password } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <Door title={w.newTitle}>
      <Paper withBorder p="lg">
        {save.isSuccess ? (
          <Stack>
            <Text role="status">{w.saved}</Text>
            <Anchor component={Link} to={paths.login}>
              {w.toLogin}
            </Anchor>
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text c="dimmed">{w.newLead}</Text>
              <TextInput
                label={w.code}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoComplete="off"
                required
              />
              <PasswordInput
                name="password"
                label={w.password}
                description={words.firstRun.passwordHelp}
                autoComplete="new-password"
                minLength={12}
                required
              />
              {save.error ? <Failed error={save.error} /> : null}
              <ActionButton
                submit
                label={w.save}
                state={save.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Paper>
    </Door>
  )
}
