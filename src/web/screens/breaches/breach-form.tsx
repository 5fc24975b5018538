// The record of a breach as a form: what is known, who is concerned, what letters say, decisions.
// The installation writes it for several accounts, an account for itself.
import {
  Checkbox,
  Fieldset,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  type AccountBreachRecord,
  type BreachKind,
  type BreachRecord,
  breachAccountsMax,
  breachCountries,
  breachKinds,
  breachScenarios,
} from '../../../disclosure/contract.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useAccountChoice } from '../installation/accounts/account-choice.ts'
import {
  type BreachDraft,
  draftOf,
  emptyDraft,
  ownRecordOf,
  recordOf,
  withScenario,
} from './breach-draft.ts'
import { Counts, Judged, LongText, Said } from './judgement-fields.tsx'
import { useBreachWords } from './use-breach-words.ts'

type Part = { draft: BreachDraft; change(part: Partial<BreachDraft>): void }

function Known({ draft, change, whose }: Part & { whose: Whose }) {
  const said = useBreachWords()
  const w = said.form
  return (
    <Fieldset legend={w.known}>
      <Stack>
        <TextInput
          label={w.title}
          description={whose === 'account' ? w.ownTitleHelp : w.titleHelp}
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

function Accounts({ draft, change }: Part) {
  const { language } = useLanguage()
  const w = useBreachWords().form
  const { known: accounts, search } = useAccountChoice()
  return (
    <>
      <MultiSelect
        label={w.accountIds}
        searchable
        onSearchChange={search}
        maxValues={breachAccountsMax}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.accountIds}
        onChange={(accountIds) => change({ accountIds })}
      />
      <Select
        label={w.country}
        allowDeselect={false}
        searchable
        data={breachCountries.map((value) => ({ value, label: territoryName(language, value) }))}
        value={draft.country}
        onChange={(value) => {
          const country = breachCountries.find((one) => one === value)
          if (country !== undefined) change({ country })
        }}
      />
    </>
  )
}

type Shown = {
  label: string
  isPending: boolean
  error: unknown
  isDone: boolean
}

function Form(
  props: Shown & {
    whose: Whose
    held: BreachRecord | AccountBreachRecord | null
    concerned: (part: Part) => ReactNode
    isWhole: (draft: BreachDraft) => boolean
    onDraft(draft: BreachDraft): void
  },
) {
  const { whose, held } = props
  const w = useBreachWords().form
  const [draft, setDraft] = useState(() => (held === null ? emptyDraft() : draftOf(held)))
  const lacking = props.isWhole(draft) ? null : w.needs
  const state = useAllowed(ofWhose[whose].needs, props.isPending, lacking)
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
        if (lacking === null) props.onDraft(draft)
      }}
    >
      <Known {...part} whose={whose} />
      <Fieldset legend={w.concerned}>
        <Stack>
          {props.concerned(part)}
          <Counts {...part} />
        </Stack>
      </Fieldset>
      <Fieldset legend={w.written}>
        <Stack>
          <LongText
            label={w.facts}
            help={whose === 'account' ? w.ownTextHelp : w.textHelp}
            value={draft.facts}
            change={(facts) => part.change({ facts })}
          />
          <Said {...part} whose={whose} />
        </Stack>
      </Fieldset>
      <Judged {...part} />
    </RecordForm>
  )
}

export const BreachForm = ({
  onRecord,
  ...props
}: Shown & { held: BreachRecord | null; onRecord(record: BreachRecord): void }) => (
  <Form
    {...props}
    whose="installation"
    concerned={(part) => <Accounts {...part} />}
    isWhole={(draft) => recordOf(draft, props.held) !== null}
    onDraft={(draft) => {
      const record = recordOf(draft, props.held)
      if (record !== null) onRecord(record)
    }}
  />
)

export const OwnBreachForm = ({
  onRecord,
  ...props
}: Shown & { held: AccountBreachRecord | null; onRecord(record: AccountBreachRecord): void }) => (
  <Form
    {...props}
    whose="account"
    concerned={() => null}
    isWhole={(draft) => ownRecordOf(draft, props.held) !== null}
    onDraft={(draft) => {
      const record = ownRecordOf(draft, props.held)
      if (record !== null) onRecord(record)
    }}
  />
)
