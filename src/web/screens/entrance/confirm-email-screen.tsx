// A new e-mail address is confirmed: by the code of a link to it, and by the user it belongs to.
import { Alert, Anchor, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { ApiProblem, call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { useMe } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'
import { ownEmailWords } from '../../words/entrance/own-email.ts'
import { own } from '../../words/own.ts'

const asksForProof = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'accounts.email_proof_asked'

/** Of the user whose address changes: nobody, or somebody else, is logged in here. */
function OwnPassword(props: { isOtherLogin: boolean }) {
  const w = own(useWords(), ownEmailWords)
  return (
    <>
      {props.isOtherLogin ? <Alert color="yellow">{w.otherLogin}</Alert> : null}
      <PasswordInput
        name="password"
        label={w.ownPassword}
        description={w.ownPasswordHelp}
        autoComplete="current-password"
        required
      />
    </>
  )
}

function Confirmed() {
  const w = own(useWords(), ownEmailWords)
  return (
    <Stack>
      <Text role="status">{w.confirmed}</Text>
      <Anchor component={Link} to={paths.login}>
        {w.toLogin}
      </Anchor>
    </Stack>
  )
}

export function ConfirmEmailScreen() {
  const w = own(useWords(), ownEmailWords)
  const me = useMe()
  // Behind the sign #, which no server sees.
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const [isOtherLogin, setOtherLogin] = useState(false)
  const confirm = useMutation({
    mutationFn: (password: string) => {
      const shown = password === '' ? {} : { password }
      return call('POST /v1/email-changes/confirmation', { body: { code: code.trim(), ...shown } })
    },
    onError: (error) => {
      if (asksForProof(error)) setOtherLogin(true)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    confirm.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  const { error } = confirm
  return (
    <Door title={w.confirmTitle}>
      <Paper withBorder p="lg">
        {confirm.isSuccess ? (
          <Confirmed />
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text fw={600}>{w.notYou}</Text>
              <Text c="dimmed">{w.confirmLead}</Text>
              <TextInput
                label={w.code}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoComplete="off"
                required
              />
              {me.isError || isOtherLogin ? (
                <OwnPassword isOtherLogin={isOtherLogin && me.isSuccess} />
              ) : null}
              {error && !asksForProof(error) ? <Failed error={error} /> : null}
              <ActionButton
                submit
                label={w.confirm}
                state={{ kind: confirm.isPending || me.isPending ? 'busy' : 'ready' }}
              />
            </Stack>
          </form>
        )}
      </Paper>
    </Door>
  )
}
