// The code of a link and a new password: the door that several links of e-mails lead to.
import { Anchor, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'

type Says = {
  title: string
  lead: string
  code: string
  password: string
  action: string
  done: string
  toLogin: string
}

export function NewPasswordDoor(props: {
  says: Says
  send: (given: { code: string; password: string }) => Promise<unknown>
}) {
  const words = useWords()
  const { says, send } = props
  // Behind the sign #, which no server sees.
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const save = useMutation({
    mutationFn: (password: string) => send({ code: code.trim(), password }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <Door title={says.title}>
      <Paper withBorder p="lg">
        {save.isSuccess ? (
          <Stack>
            <Text role="status">{says.done}</Text>
            <Anchor component={Link} to={paths.login}>
              {says.toLogin}
            </Anchor>
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text c="dimmed">{says.lead}</Text>
              <TextInput
                label={says.code}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoComplete="off"
                required
              />
              <PasswordInput
                name="password"
                label={says.password}
                description={words.firstRun.passwordHelp}
                autoComplete="new-password"
                minLength={12}
                required
              />
              {save.error ? <Failed error={save.error} /> : null}
              <ActionButton
                submit
                label={says.action}
                state={save.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Paper>
    </Door>
  )
}
