// Answering an invitation: what it says, and accepting with a password or refusing.
import { Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiProblem, call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

const stateOf = (isBusy: boolean): ActionState => ({ kind: isBusy ? 'busy' : 'ready' })

/** Who invites, and as what: read with the code, which is in no address that a server sees. */
function Reading(props: { code: string }) {
  const words = useWords()
  const invitation = useQuery({
    queryKey: ['invitation', props.code],
    queryFn: () => call('POST /v1/invitations/read', { body: { code: props.code } }),
    retry: false,
  })
  if (invitation.error) return <Failed error={invitation.error} />
  if (invitation.data === undefined) return null
  const { accountName, email, role } = invitation.data
  const read = { account: accountName, email, role: words.settings.roles[role] }
  return <Text fw={600}>{fill(words.access.join.reading, read)}</Text>
}

function AnswerForm(props: { onRefused: () => void }) {
  const words = useWords()
  const w = words.access.join
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [code, setCode] = useState(() => window.location.hash.slice(1))
  const join = useMutation({
    mutationFn: (password: string) =>
      call('POST /v1/invitations', { body: { code: code.trim(), password } }),
    onSuccess: () => {
      queries.clear()
      navigate(paths.home)
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'accounts.second_factor_needed') {
        navigate(paths.login, { state: 'second-factor' })
      }
    },
  })
  const refuse = useMutation({
    mutationFn: () => call('POST /v1/invitations/refusal', { body: { code: code.trim() } }),
    onSuccess: props.onRefused,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    join.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  const error = join.error ?? refuse.error
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={words.join.code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        {code.trim().length >= codeLength ? <Reading code={code.trim()} /> : null}
        <PasswordInput
          name="password"
          label={words.firstRun.password}
          description={w.password}
          autoComplete="current-password"
          minLength={12}
          required
        />
        {error ? <Failed error={error} /> : null}
        <Group>
          <ActionButton submit label={w.accept} state={stateOf(join.isPending)} />
          <ActionButton
            variant="default"
            label={w.refuse}
            state={stateOf(refuse.isPending)}
            onPress={() => refuse.mutate()}
          />
        </Group>
      </Stack>
    </form>
  )
}

/** A code that is typed in is read once it is whole. */
const codeLength = 43

export function JoinScreen() {
  const words = useWords()
  const [isRefused, setRefused] = useState(false)
  return (
    <Door title={words.join.title}>
      <Text c="dimmed">{words.join.lead}</Text>
      <Paper withBorder p="lg">
        {isRefused ? (
          <Text role="status">{words.access.join.refused}</Text>
        ) : (
          <AnswerForm onRefused={() => setRefused(true)} />
        )}
      </Paper>
    </Door>
  )
}
