// The record of a breach as a form: what is known, who is concerned, what letters say, decisions.
import {
  Checkbox,
  Fieldset,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import {
  type BreachKind,
  type BreachRecord,
  breachAccountsMax,
  breachCountries,
  breachKinds,
  breachRisks,
  breachScenarios,
  breachTextMax,
  untoldReasons,
} from '../../../disclosure/contract.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useAccounts } from '../installation/queries.ts'
import {
  type BreachDraft,
  draftOf,
  emptyDraft,
  recordOf,
  textFields,
  withScenario,
} from './breach-draft.ts'
import { useBreachWords } from './use-breach-words.ts'

type Part = { draft: BreachDraft; change(part: Partial<BreachDraft>): void }

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function Known({ draft, change }: Part) {
  const said = useBreachWords()
  const w = said.form
  return (
    <Fieldset legend={w.known}>
      <Stack>
        <TextInput
          label={w.title}
          description={w.titleHelp}
          required
          maxLength={120}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Select
          label={w.scenario}
          allowDeselect={false}
          data={breachScenarios.map((value) => ({ value, label: said.scenarios[value] }))}
          value={draft.scenario}
          onChange={(value) => {
            const scenario = breachScenarios.find((one) => one === value)
            if (scenario !== undefined) change(withScenario(draft, scenario))
          }}
        />
        <Checkbox.Group
          label={w.kinds}
          value={draft.kinds}
          onChange={(kinds) => change({ kinds: kinds as BreachKind[] })}
        >
          <Stack gap="xs" mt="xs">
            {breachKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={w.kindNames[kind]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {(['discoveredAt', 'beganAt', 'endedAt'] as const).map((field) => (
            <TextInput
              key={field}
              type="datetime-local"
              label={w[field]}
              required={field === 'discoveredAt'}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  )
}

function Concerned({ draft, change }: Part) {
  const { language } = useLanguage()
  const w = useBreachWords().form
  const accounts = useAccounts().data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Fieldset legend={w.concerned}>
      <Stack>
        <MultiSelect
          label={w.accountIds}
          searchable
          maxValues={breachAccountsMax}
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.accountIds}
          onChange={(accountIds) => change({ accountIds })}
        />
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
        <Select
          label={w.country}
          allowDeselect={false}
          data={breachCountries.map((value) => ({ value, label: territoryName(language, value) }))}
          value={draft.country}
          onChange={(value) => {
            const country = breachCountries.find((one) => one === value)
            if (country !== undefined) change({ country })
          }}
        />
      </Stack>
    </Fieldset>
  )
}

function Text(props: {
  label: string
  help?: string
  value: string
  max?: number
  change(value: string): void
}) {
  return (
    <Textarea
      label={props.label}
      description={props.help}
      autosize
      minRows={2}
      maxLength={props.max ?? breachTextMax}
      value={props.value}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

function Written({ draft, change }: Part) {
  const w = useBreachWords().form
  return (
    <Fieldset legend={w.written}>
      <Stack>
        {textFields.map((field) => (
          <Text
            key={field}
            label={w[field]}
            {...(field === 'facts' ? { help: w.textHelp } : {})}
            value={draft[field]}
            change={(value) => change({ [field]: value })}
          />
        ))}
        <TextInput
          label={w.contact}
          description={w.contactHelp}
          maxLength={500}
          value={draft.contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  )
}

function Judged({ draft, change }: Part) {
  const said = useBreachWords()
  const w = said.form
  const reason = (field: 'riskReason' | 'untoldReason' | 'authorityReason' | 'lateReason') => (
    <Text label={w[field]} value={draft[field]} change={(value) => change({ [field]: value })} />
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

export function BreachForm(props: {
  label: string
  held: BreachRecord | null
  isPending: boolean
  error: unknown
  isDone: boolean
  onRecord(record: BreachRecord): void
}) {
  const w = useBreachWords().form
  const [draft, setDraft] = useState(() =>
    props.held === null ? emptyDraft() : draftOf(props.held),
  )
  const record = recordOf(draft, props.held)
  const state = useAllowed('installation.manage', props.isPending, record === null ? w.needs : null)
  const part: Part = {
    draft,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
  }
  return (
    <RecordForm
      label={props.label}
      save={w.save}
      state={state}
      error={props.error}
      done={props.isDone ? w.saved : null}
      onSubmit={() => {
        if (record !== null) props.onRecord(record)
      }}
    >
      <Known {...part} />
      <Concerned {...part} />
      <Written {...part} />
      <Judged {...part} />
    </RecordForm>
  )
}
