// A new e-mail address is confirmed, with the code of a link that was sent to it.
import { Anchor, Paper, Stack, Text, TextInput } from '@mantine/core'
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

export function ConfirmEmailScreen() {
  const words = useWords()
  const w = own(words, ownEmailWords)
  // Behind the sign #, which no server sees.
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const confirm = useMutation({
    mutationFn: () => call('POST /v1/email-changes/confirmation', { body: { code: code.trim() } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <Door title={w.confirmTitle}>
      <Paper withBorder p="lg">
        {confirm.isSuccess ? (
          <Stack>
            <Text role="status">{w.confirmed}</Text>
            <Anchor component={Link} to={paths.login}>
              {w.toLogin}
            </Anchor>
          </Stack>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text c="dimmed">{w.confirmLead}</Text>
              <TextInput
                label={w.code}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoComplete="off"
                required
              />
              {confirm.error ? <Failed error={confirm.error} /> : null}
              <ActionButton
                submit
                label={w.confirm}
                state={confirm.isPending ? { kind: 'busy' } : { kind: 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Paper>
    </Door>
  )
}
