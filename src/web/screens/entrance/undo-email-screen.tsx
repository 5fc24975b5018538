// The e-mail address from before is taken back, with a new password, by the code of a link.
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
import { ownEmailWords } from '../../words/entrance/own-email.ts'
import { own } from '../../words/own.ts'

export function UndoEmailScreen() {
  const words = useWords()
  const w = own(words, ownEmailWords)
  // Behind the sign #, which no server sees.
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const undo = useMutation({
    mutationFn: (password: string) =>
      call('POST /v1/email-changes/undo', { body: { code: code.trim(), password } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    undo.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <Door title={w.undoTitle}>
      <Paper withBorder p="lg">
        {undo.isSuccess ? (
          <Stack>
            <Text role="status">{w.undone}</Text>
            <Anchor component={Link} to={paths.login}>
              {w.toLogin}
            </Anchor>
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text c="dimmed">{w.undoLead}</Text>
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
              {undo.error ? <Failed error={undo.error} /> : null}
              <ActionButton
                submit
                label={w.undo}
                state={undo.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Paper>
    </Door>
  )
}
