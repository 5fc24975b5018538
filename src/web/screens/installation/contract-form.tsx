// A contract with a supplier as it stands on paper: from when, until when, what it says.
import { Button, Checkbox, Group, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Art28Item,
  art28Items,
  type ContractKind,
  contractKinds,
  type TransferInstrument,
  transferInstruments,
} from '../../../governance/contract.ts'
import { dayInput } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useAddContract } from './queries.ts'

const within = 'none'

type Draft = {
  kind: ContractKind
  reference: string
  validFrom: string
  validUntil: string
  items: string[]
  transfer: TransferInstrument | typeof within
}

/** A date on a paper has no hour: its first instant, by the clock of the account. */
const firstInstant = (day: string) => dayStart(day)

const emptyDraft = (): Draft => ({
  kind: 'processor',
  reference: '',
  validFrom: dayInput(new Date().toISOString()),
  validUntil: '',
  items: [],
  transfer: within,
})

const requestOf = (draft: Draft) => ({
  kind: draft.kind,
  reference: draft.reference.trim(),
  validFrom: firstInstant(draft.validFrom),
  validUntil: draft.validUntil === '' ? null : firstInstant(draft.validUntil),
  art28Items: draft.kind === 'own' ? [] : art28Items.filter((one) => draft.items.includes(one)),
  transferInstrument: draft.transfer === within ? null : draft.transfer,
})

type Part = { draft: Draft; change: (part: Partial<Draft>) => void }

function Dates({ draft, change }: Part) {
  const { words } = useLanguage()
  const w = words.installation.contract
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        type="date"
        label={w.validFrom}
        required
        value={draft.validFrom}
        onChange={(event) => change({ validFrom: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={w.validUntil}
        description={w.noEnd}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.validUntil}
        onChange={(event) => change({ validUntil: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}

function Article28({ draft, change }: Part) {
  const { words } = useLanguage()
  const w = words.installation.contract
  return (
    <Stack gap="xs">
      <Checkbox.Group label={w.items} value={draft.items} onChange={(items) => change({ items })}>
        <Stack gap="xs" mt="xs">
          {art28Items.map((item: Art28Item) => (
            <Checkbox key={item} value={item} label={w.art28[item]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Button size="xs" variant="default" onClick={() => change({ items: [...art28Items] })}>
          {w.all}
        </Button>
      </Group>
      <Select
        label={w.transfer}
        description={w.transferHelp}
        allowDeselect={false}
        value={draft.transfer}
        data={[within, ...transferInstruments].map((value) => ({
          value,
          label: w.transfers[value as keyof typeof w.transfers],
        }))}
        onChange={(chosen) => chosen && change({ transfer: chosen as Draft['transfer'] })}
      />
    </Stack>
  )
}

export function ContractForm(props: { supplierId: string; label: string; onSaved?: () => void }) {
  const { words } = useLanguage()
  const w = words.installation.contract
  const [draft, setDraft] = useState(emptyDraft)
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const add = useAddContract(props.supplierId)
  const state = useAllowed('installation.manage', add.isPending)
  const submit = () =>
    add.mutate(requestOf(draft), {
      onSuccess: () => {
        setDraft(emptyDraft())
        props.onSaved?.()
      },
    })
  return (
    <RecordForm
      label={props.label}
      save={w.save}
      state={state}
      error={add.error}
      done={null}
      onSubmit={submit}
    >
      <Radio.Group
        label={w.kind}
        value={draft.kind}
        onChange={(kind) => change({ kind: kind as ContractKind })}
      >
        <Stack gap="xs" mt="xs">
          {contractKinds.map((kind) => (
            <Radio key={kind} value={kind} label={w.kinds[kind]} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={w.reference}
        required
        maxLength={200}
        value={draft.reference}
        onChange={(event) => change({ reference: event.currentTarget.value })}
      />
      <Dates draft={draft} change={change} />
      {draft.kind === 'processor' ? <Article28 draft={draft} change={change} /> : null}
    </RecordForm>
  )
}
