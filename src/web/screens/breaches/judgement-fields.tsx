// What whoever notifies writes and decides of a breach: numbers, effects, measures, risk, reasons.
import {
  Fieldset,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { breachRisks, breachTextMax, untoldReasons } from '../../../disclosure/contract.ts'
import type { Whose } from '../../data/whose.ts'
import type { JudgementDraft } from './breach-draft.ts'
import { useBreachWords } from './use-breach-words.ts'

type Part = { draft: JudgementDraft; change(part: Partial<JudgementDraft>): void }

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

export function Counts({ draft, change }: Part) {
  const w = useBreachWords().form
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(['people', 'records'] as const).map((field) => (
        <NumberInput
          key={field}
          label={w[field]}
          description={w.countHelp}
          min={0}
          allowDecimal={false}
          value={draft[field]}
          onChange={(value) => change({ [field]: typeof value === 'number' ? value : '' })}
        />
      ))}
    </SimpleGrid>
  )
}

export function LongText(props: {
  label: string
  help?: string
  value: string
  change(value: string): void
}) {
  return (
    <Textarea
      label={props.label}
      description={props.help}
      autosize
      minRows={2}
      maxLength={breachTextMax}
      value={props.value}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

/** What letters say of consequences and measures, and whom they name. */
export function Said({ draft, change, whose }: Part & { whose: Whose }) {
  const w = useBreachWords().form
  return (
    <>
      {(['effects', 'measuresTaken', 'measuresPlanned'] as const).map((field) => (
        <LongText
          key={field}
          label={w[field]}
          value={draft[field]}
          change={(value) => change({ [field]: value })}
        />
      ))}
      <TextInput
        label={w.contact}
        description={whose === 'account' ? w.ownContactHelp : w.contactHelp}
        maxLength={500}
        value={draft.contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
    </>
  )
}

export function Judged({ draft, change }: Part) {
  const said = useBreachWords()
  const w = said.form
  const reason = (field: 'riskReason' | 'untoldReason' | 'authorityReason' | 'lateReason') => (
    <LongText
      label={w[field]}
      value={draft[field]}
      change={(value) => change({ [field]: value })}
    />
  )
  return (
    <Fieldset legend={w.judged}>
      <Stack>
        <Select
          label={w.risk}
          placeholder={w.open}
          clearable
          data={breachRisks.map((value) => ({ value, label: upper(said.risks[value]) }))}
          value={draft.risk}
          onChange={(value) => change({ risk: breachRisks.find((one) => one === value) ?? null })}
        />
        {reason('riskReason')}
        <Select
          label={w.untold}
          placeholder={w.open}
          clearable
          data={untoldReasons.map((value) => ({ value, label: upper(said.untold[value]) }))}
          value={draft.untold}
          onChange={(value) =>
            change({ untold: untoldReasons.find((one) => one === value) ?? null })
          }
        />
        {reason('untoldReason')}
        {reason('authorityReason')}
        {reason('lateReason')}
      </Stack>
    </Fieldset>
  )
}
