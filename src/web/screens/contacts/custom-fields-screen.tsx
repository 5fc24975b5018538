// The custom fields of the account: what is kept of people beside their names.
import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type CustomFieldView,
  type CustomType,
  customExamples,
  customFieldsMax,
  customTypes,
  writeCustom,
} from '../../../contacts/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useAddCustomField, useChangeCustomField, useCustomFields } from './custom-field-queries.ts'

function Renaming(props: { field: CustomFieldView; close: () => void }) {
  const { words } = useLanguage()
  const w = words.customFields
  const { field, close } = props
  const [name, setName] = useState(field.name)
  const change = useChangeCustomField(field.id)
  const lacking = name.trim() === '' ? w.nameNeeded : null
  const state = useAllowed('contacts.write', change.isPending, lacking)
  return (
    <Stack gap="xs">
      <TextInput
        label={w.name}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="xs" align="flex-start">
        <ActionButton
          size="xs"
          label={w.save}
          state={state}
          onPress={() => change.mutate({ name: name.trim() }, { onSuccess: close })}
        />
        <ActionButton
          size="xs"
          variant="default"
          label={w.cancel}
          state={{ kind: 'ready' }}
          onPress={close}
        />
      </Group>
      {change.error ? <Failed error={change.error} /> : null}
    </Stack>
  )
}

function FieldActs(props: { field: CustomFieldView; rename: () => void }) {
  const { words } = useLanguage()
  const w = words.customFields
  const { field } = props
  const change = useChangeCustomField(field.id)
  const state = useAllowed('contacts.write', change.isPending)
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionButton
          size="xs"
          variant="default"
          label={w.rename}
          state={state}
          onPress={props.rename}
        />
        <ActionButton
          size="xs"
          variant="default"
          label={field.isArchived ? w.restore : w.archive}
          state={state}
          onPress={() => change.mutate({ isArchived: !field.isArchived })}
        />
      </Group>
      {change.error ? <Failed error={change.error} /> : null}
    </Stack>
  )
}

function FieldRow(props: { field: CustomFieldView }) {
  const { language, words } = useLanguage()
  const w = words.customFields
  const { field } = props
  const [isRenaming, setRenaming] = useState(false)
  return (
    <StackedRow>
      <StackedCell leads>
        {isRenaming ? <Renaming field={field} close={() => setRenaming(false)} /> : field.name}
      </StackedCell>
      <StackedCell label={w.type}>{w.types[field.type]}</StackedCell>
      <StackedCell label={w.inText} className="accord-mono">{`{${field.key}}`}</StackedCell>
      <StackedCell label={w.example} className="accord-figures">
        {writeCustom(field.type, customExamples[field.type], language)}
      </StackedCell>
      <StackedCell leads>
        <StatusBadge meaning={field.isArchived ? 'neutral' : 'good'}>
          {field.isArchived ? w.archived : w.active}
        </StatusBadge>
      </StackedCell>
      <StackedCell>
        {isRenaming ? null : <FieldActs field={field} rename={() => setRenaming(true)} />}
      </StackedCell>
    </StackedRow>
  )
}

function FieldTable(props: { items: readonly CustomFieldView[] }) {
  const { language, words } = useLanguage()
  const w = words.customFields
  if (props.items.length === 0) return <Empty title={w.empty} text={w.emptyText} />
  const active = props.items.filter(({ isArchived }) => !isArchived).length
  return (
    <Stack>
      <StackedTable
        minWidth={760}
        spacing="sm"
        columns={[w.name, w.type, w.inText, w.example, w.state, null]}
      >
        {props.items.map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </StackedTable>
      <Text size="sm" c="dimmed">
        {fill(w.count, { count: count(language, active), max: count(language, customFieldsMax) })}
        {'. '}
        {w.archiveHelp}
      </Text>
    </Stack>
  )
}

function AddField() {
  const { words } = useLanguage()
  const w = words.customFields
  const [name, setName] = useState('')
  const [type, setType] = useState<CustomType | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const add = useAddCustomField((field) => {
    setDone(fill(w.added, { name: field.name }))
    setName('')
  })
  const lacking = name.trim() === '' ? w.nameNeeded : type === null ? w.typeNeeded : null
  const state = useAllowed('contacts.write', add.isPending, lacking)
  return (
    <Section title={w.addTitle} narrow>
      <RecordForm
        save={w.add}
        state={state}
        error={add.error}
        done={done}
        onSubmit={() => {
          setDone(null)
          if (type !== null) add.mutate({ name: name.trim(), type })
        }}
      >
        <TextInput
          label={w.name}
          description={w.nameHelp}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={w.type}
          description={w.typeHelp}
          value={type}
          data={customTypes.map((value) => ({ value, label: w.types[value] }))}
          onChange={(value) => setType(value as CustomType | null)}
        />
      </RecordForm>
    </Section>
  )
}

export function CustomFieldsScreen() {
  const { words } = useLanguage()
  const w = words.customFields
  const fields = useCustomFields()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={fields}>{(items) => <FieldTable items={items} />}</Answer>
      <AddField />
    </Page>
  )
}
