// Who runs the installation and its data protection officer, its notice, its register as processor.
import { Anchor, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  declaredMax,
  type OperatorField,
  type OperatorView,
  operatorFields,
  type ProcessorRegisterView,
} from '../../../disclosure/contract.ts'
import { addressOf } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { operatorWords, registerWords } from '../../words/compliance/register.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { PlaceSelect } from '../installation/place-select.tsx'
import { StaffPage } from '../installation/staff-page.tsx'
import { Current, Lacks, Preview, Versions } from './notice-parts.tsx'
import { useDeclareOperator, useNotice, useOperator, useProcessorRegister } from './queries.ts'

/** No country has it for a code. */
const undeclared = ''

function Declare({ operator }: { operator: OperatorView }) {
  const { language, words } = useLanguage()
  const w = own(words, operatorWords)
  const [typed, setTyped] = useState<Partial<Record<OperatorField, string>>>({})
  const declare = useDeclareOperator()
  const heldIn = (field: OperatorField) => operator[field] ?? ''
  const changed = operatorFields.filter(
    (field) => typed[field] !== undefined && typed[field]?.trim() !== heldIn(field),
  )
  const lacking = changed.length === 0 ? w.nothingChanged : null
  const state = useAllowed('installation.manage', declare.isPending, lacking)
  const write = (field: OperatorField, value: string) =>
    setTyped((before) => ({ ...before, [field]: value }))
  const submit = () => {
    const body = Object.fromEntries(changed.map((field) => [field, typed[field]?.trim() ?? '']))
    declare.mutate(body, { onSuccess: () => setTyped({}) })
  }
  return (
    <Section title={w.declare} narrow>
      <RecordForm
        label={w.declare}
        save={w.save}
        state={state}
        error={declare.error}
        done={declare.isSuccess && changed.length === 0 ? w.saved : null}
        onSubmit={submit}
      >
        {operatorFields.map((field) => {
          const value = typed[field] ?? heldIn(field)
          if (field === 'hostCountry') {
            const first = { value: undeclared, label: w.noCountry }
            return (
              <PlaceSelect
                key={field}
                label={w.fields[field]}
                value={value}
                isOptional
                first={first}
                choose={(country) => write(field, country)}
              />
            )
          }
          const Input = field === 'measures' ? Textarea : TextInput
          return (
            <Input
              key={field}
              label={w.fields[field]}
              maxLength={declaredMax}
              value={value}
              onChange={(event: { currentTarget: { value: string } }) =>
                write(field, event.currentTarget.value)
              }
            />
          )
        })}
      </RecordForm>
      {operator.changedAt === null ? null : (
        <Text size="sm" c="dimmed">
          {fill(w.changed, { day: dateTime(language, operator.changedAt) })}
        </Text>
      )}
    </Section>
  )
}

function Records({ register }: { register: ProcessorRegisterView }) {
  const { words } = useLanguage()
  const w = own(words, operatorWords)
  return (
    <StackedTable
      minWidth={720}
      spacing="sm"
      columns={[w.account, w.controllers, w.contact, w.categories]}
    >
      {register.records.map(({ accountId, account, isSandbox, ...record }) => (
        <StackedRow key={accountId}>
          <StackedCell leads>
            {account}
            {isSandbox ? ` (${w.trial})` : ''}
          </StackedCell>
          <StackedCell label={w.controllers}>{record.controllers.value}</StackedCell>
          <StackedCell label={w.contact}>
            {record.contact.value || own(words, registerWords).missing}
          </StackedCell>
          <StackedCell label={w.categories}>{record.categories.value}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function Register() {
  const { language, words } = useLanguage()
  const w = own(words, operatorWords)
  const query = { language }
  return (
    <Section title={w.register} lead={w.registerLead}>
      <Group>
        <Anchor href={addressOf('GET /v1/operator/register/sheet.ods', { query })} download>
          {own(words, registerWords).ods}
        </Anchor>
        <Anchor href={addressOf('GET /v1/operator/register/sheet.csv', { query })} download>
          {own(words, registerWords).csv}
        </Anchor>
        <Anchor href={addressOf('GET /v1/operator/register/sheet.pdf', { query })} download>
          {own(words, registerWords).pdf}
        </Anchor>
        <Anchor href={addressOf('GET /v1/operator/register/sheet.html', { query })} download>
          {own(words, registerWords).print}
        </Anchor>
      </Group>
      <Answer query={useProcessorRegister()}>
        {(register) => <Records register={register} />}
      </Answer>
    </Section>
  )
}

function Everything() {
  return (
    <Stack gap="lg">
      <Answer query={useOperator()}>{(operator) => <Declare operator={operator} />}</Answer>
      <Answer query={useNotice('installation')}>
        {(notice) => (
          <>
            <Current notice={notice} />
            <Lacks notice={notice} />
            <Preview notice={notice} />
            <Versions whose="installation" />
          </>
        )}
      </Answer>
      <Register />
    </Stack>
  )
}

export function OperatorScreen() {
  const { words } = useLanguage()
  const w = own(words, operatorWords)
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Everything />
    </StaffPage>
  )
}
