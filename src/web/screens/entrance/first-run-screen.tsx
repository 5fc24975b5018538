// The first run: makes the first account and its owner with the one-time code.
import { Anchor, Paper, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Door } from '../../ui/door.tsx'
import { Answer, Failed } from '../../ui/states.tsx'

function SetupForm() {
  const { language, words } = useLanguage()
  const w = words.firstRun
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<'live' | 'sandbox'>('sandbox')
  const setup = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/setup'>) => call('POST /v1/setup', { body }),
    onSuccess: () => {
      queries.clear()
      navigate(paths.home)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    setup.mutate({
      code: text('code'),
      accountName: text('accountName'),
      accountKind: kind,
      language,
      name: text('name'),
      email: text('email'),
      password: String(form.get('password') ?? ''),
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          name="code"
          label={w.code}
          description={w.codeHelp}
          defaultValue={window.location.hash.slice(1)}
          autoComplete="off"
          required
        />
        <TextInput name="accountName" label={w.accountName} autoComplete="organization" required />
        <Radio.Group
          label={w.kind}
          value={kind}
          onChange={(value) => setKind(value === 'live' ? 'live' : 'sandbox')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="sandbox" label={w.sandbox} />
            <Radio value="live" label={w.live} />
          </Stack>
        </Radio.Group>
        <TextInput name="name" label={w.name} autoComplete="name" required />
        <TextInput name="email" type="email" label={w.email} autoComplete="email" required />
        <PasswordInput
          name="password"
          label={w.password}
          description={w.passwordHelp}
          autoComplete="new-password"
          minLength={12}
          required
        />
        {setup.error ? <Failed error={setup.error} /> : null}
        <ActionButton
          submit
          label={w.submit}
          state={setup.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        />
      </Stack>
    </form>
  )
}

export function FirstRunScreen() {
  const { words } = useLanguage()
  const w = words.firstRun
  const state = useQuery({
    queryKey: ['setup'],
    queryFn: () => call('GET /v1/setup'),
  })
  return (
    <Door title={w.title}>
      <Answer query={state}>
        {({ needed }) =>
          needed ? (
            <Stack>
              <Text c="dimmed">{w.lead}</Text>
              <Paper withBorder p="lg">
                <SetupForm />
              </Paper>
            </Stack>
          ) : (
            <Stack>
              <Text>{w.done}</Text>
              <Anchor component={Link} to={paths.login}>
                {w.toLogin}
              </Anchor>
            </Stack>
          )
        }
      </Answer>
    </Door>
  )
}
