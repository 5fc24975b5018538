// The second step of logging in: a passkey, a code of the app, or a recovery code.
import { Anchor, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PasskeyAnswer } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { PasskeyButton } from '../../ui/passkey-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'

/** `isJoining`: an invitation is accepted with it. */
export function SecondStep(props: { isJoining: boolean; onIn(): void; onBack(): void }) {
  const all = own(useWords(), factorWords)
  const w = all.login
  const half = useQuery({
    queryKey: ['half-session'],
    queryFn: () => call('GET /v1/sessions/second-factor'),
    retry: false,
    gcTime: 0,
  })
  const hasPasskey = half.data?.kinds.includes('passkey') === true
  const hasApp = half.data?.kinds.includes('totp') === true
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const show = useMutation({
    mutationFn: (passkey: PasskeyAnswer | null) =>
      call('POST /v1/sessions/second-factor', {
        body: passkey === null ? { code: code.trim() } : { passkey },
      }),
    onSuccess: () => {
      queries.clear()
      props.onIn()
    },
    onError: () => setCode(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    show.mutate(null)
  }
  return (
    <form onSubmit={submit} aria-label={w.title}>
      <Stack>
        <Text fw={600}>{w.title}</Text>
        {props.isJoining ? <Text size="sm">{w.joining}</Text> : null}
        {hasPasskey ? (
          <>
            <PasskeyButton
              passkeysAt={half.data?.passkeysAt ?? null}
              passkeysFor={half.data?.passkeysFor ?? []}
              challenge={() => call('POST /v1/sessions/passkey-challenges')}
              onAnswer={(answer) => show.mutate(answer)}
            />
            <Text size="sm">{hasApp ? all.passkey.orCode : all.passkey.orRecovery}</Text>
          </>
        ) : (
          <Text size="sm">{w.lead}</Text>
        )}
        <TextInput
          label={w.code}
          required
          autoFocus={!hasPasskey}
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {show.error ? <Failed error={show.error} /> : null}
        <ActionButton
          submit
          label={w.submit}
          state={show.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        />
        <Text size="sm" c="dimmed">
          {w.recovery} {w.lost}
        </Text>
        <Anchor component="button" type="button" size="sm" ta="start" onClick={props.onBack}>
          {w.back}
        </Anchor>
      </Stack>
    </form>
  )
}
