// Legal bases other than consent: disabled until an account manager enables one with a reason.
import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OtherLegalBasis, PolicyView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { policyWords } from '../../words/consent/policy.ts'
import { own } from '../../words/own.ts'
import { useSwitchLegalBases } from './queries.ts'

const reasonLengthMin = 10

function Switching(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = own(words, policyWords)
  const { legalBases, legalBasesPossible } = props.policy
  const [on, setOn] = useState<readonly OtherLegalBasis[]>(legalBases)
  const [reason, setReason] = useState('')
  const change = useSwitchLegalBases()
  const isSame =
    on.length === legalBases.length && on.every((legalBasis) => legalBases.includes(legalBasis))
  const lacking = isSame
    ? w.chosen
    : reason.trim().length < reasonLengthMin
      ? w.legalBasesReasonShort
      : null
  const state = useAllowed('account.manage', change.isPending, lacking)
  return (
    <Stack>
      {legalBasesPossible.map((legalBasis) => (
        <Checkbox
          key={legalBasis}
          label={w.legalBases[legalBasis]}
          checked={on.includes(legalBasis)}
          onChange={(event) =>
            setOn(
              event.currentTarget.checked
                ? [...on, legalBasis]
                : on.filter((other) => other !== legalBasis),
            )
          }
        />
      ))}
      <TextInput
        label={w.legalBasesReason}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.error ? <Failed error={change.error} /> : null}
      <ActionButton
        label={w.legalBasesSave}
        state={state}
        onPress={() => change.mutate({ legalBases: on, reason: reason.trim() })}
      />
    </Stack>
  )
}

export function LegalBasesPart(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = own(words, policyWords)
  return (
    <Section title={w.legalBasesTitle} lead={w.legalBasesLead}>
      {props.policy.legalBasesPossible.length === 0 ? (
        <Text size="sm">{w.legalBasesNone}</Text>
      ) : (
        <Switching policy={props.policy} />
      )}
    </Section>
  )
}
