// How long something stays: what is so, and another number with its reason.

import { Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { retentionWords } from '../../words/compliance/retention.ts'
import { own } from '../../words/own.ts'

export function TermSection<T>(props: {
  title: string
  lead: string
  query: ComponentProps<typeof Answer<T>>['query']
  children(found: T): ReactNode
}) {
  return (
    <Section title={props.title} lead={props.lead}>
      <Answer query={props.query}>{(found) => <Stack>{props.children(found)}</Stack>}</Answer>
    </Section>
  )
}

export function TermForm(props: {
  label: string
  save: string
  term: number
  min?: number
  max: number
  /** Chosen by whoever keeps the registers too, and not by whoever manages the account alone. */
  isOfRegister?: true
  reasonMin: number
  choosing: { isPending: boolean; error: unknown }
  onChoose(term: number, reason: string): void
  /** What may be chosen beside it. */
  children?: ReactNode
}) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const [term, setTerm] = useState(props.term)
  const [reason, setReason] = useState('')
  const lacksReason = reason.trim().length < props.reasonMin
  const { isPending, error } = props.choosing
  const lacking = lacksReason ? own(words, reasonFirstWords).reasonFirst : null
  const ofAccount = useAllowed('account.manage', isPending, lacking)
  const ofRegister = useAllowed('registers.manage', isPending, lacking)
  const state = props.isOfRegister === true ? ofRegister : ofAccount
  return (
    <RecordForm
      save={props.save}
      state={state}
      error={error}
      done={null}
      onSubmit={() => props.onChoose(term, reason.trim())}
    >
      <Group align="flex-start" grow>
        <NumberInput
          label={props.label}
          min={props.min ?? 1}
          max={props.max}
          allowDecimal={false}
          value={term}
          onChange={(value) => setTerm(Number(value) || (props.min ?? 1))}
        />
        {props.children}
      </Group>
      <TextInput
        label={w.retentionReason}
        required
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}
