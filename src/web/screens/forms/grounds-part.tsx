// Grounds of marketing that are no consent: off until somebody who may manage the account says why.
import { Checkbox, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { OtherGround, PolicyView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useSwitchGrounds } from './queries.ts'

const reasonLengthMin = 10

function Switching(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = words.forms
  const { grounds, groundsPossible } = props.policy
  const [on, setOn] = useState<readonly OtherGround[]>(grounds)
  const [reason, setReason] = useState('')
  const change = useSwitchGrounds()
  const isSame = on.length === grounds.length && on.every((ground) => grounds.includes(ground))
  const lacking = isSame
    ? w.chosen
    : reason.trim().length < reasonLengthMin
      ? w.groundsReasonShort
      : null
  const state = useAllowed('account.manage', change.isPending, lacking)
  return (
    <Stack>
      {groundsPossible.map((ground) => (
        <Checkbox
          key={ground}
          label={w.grounds[ground]}
          checked={on.includes(ground)}
          onChange={(event) =>
            setOn(
              event.currentTarget.checked
                ? [...on, ground]
                : on.filter((other) => other !== ground),
            )
          }
        />
      ))}
      <TextInput
        label={w.groundsReason}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.error ? <Failed error={change.error} /> : null}
      <ActionButton
        label={w.groundsSave}
        state={state}
        onPress={() => change.mutate({ grounds: on, reason: reason.trim() })}
      />
    </Stack>
  )
}

export function GroundsPart(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = words.forms
  return (
    <Stack>
      <Title order={3} size="h5">
        {w.groundsTitle}
      </Title>
      <Text size="sm">{w.groundsLead}</Text>
      {props.policy.groundsPossible.length === 0 ? (
        <Text size="sm">{w.groundsNone}</Text>
      ) : (
        <Switching policy={props.policy} />
      )}
    </Stack>
  )
}
