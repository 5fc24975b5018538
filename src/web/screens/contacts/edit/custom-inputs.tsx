// The account's own fields of one person, each with an input for what it keeps.
import { TextInput } from '@mantine/core'
import type { CustomFieldView, CustomType } from '../../../../contacts/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { own } from '../../../words/own.ts'
import { editWords } from '../../../words/people/edit.ts'
import { useCustomFields } from '../custom-field-queries.ts'

/** What is typed, by the key of the field. */
export type CustomTyped = Readonly<Record<string, string>>

export const filledIn = (typed: CustomTyped): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))

const inputOf: Record<CustomType, { type: string; inputMode?: 'decimal' }> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  amount: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
  date_time: { type: 'datetime-local' },
}

export function CustomInput(props: {
  field: CustomFieldView
  value: string
  help?: string | undefined
  disabled?: boolean
  change(value: string): void
}) {
  const { words } = useLanguage()
  const { field, value, help, disabled = false } = props
  const written = field.type === 'amount' ? own(words, editWords).amountHelp : undefined
  const told = [written, help].filter((one) => one !== undefined).join(' ')
  return (
    <TextInput
      label={field.name}
      {...inputOf[field.type]}
      {...(told === '' ? {} : { description: told })}
      autoComplete="off"
      maxLength={200}
      disabled={disabled}
      value={value}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

/** Those that are not archived. */
export function useFieldsInUse(): readonly CustomFieldView[] {
  return (useCustomFields().data ?? []).filter(({ isArchived }) => !isArchived)
}

export function CustomInputs(props: { typed: CustomTyped; change(typed: CustomTyped): void }) {
  const { typed, change } = props
  return useFieldsInUse().map((field) => (
    <CustomInput
      key={field.key}
      field={field}
      value={typed[field.key] ?? ''}
      change={(value) => change({ ...typed, [field.key]: value })}
    />
  ))
}
