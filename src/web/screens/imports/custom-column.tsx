// A new custom field, made where a column needs it.
import { Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CustomType, customTypes } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useAddCustomField } from '../contacts/custom-field-queries.ts'

export function NewCustomField(props: {
  header: string
  sample: readonly string[]
  made: (key: string) => void
  cancel: () => void
}) {
  const { words } = useLanguage()
  const w = words.customFields
  const [name, setName] = useState(props.header.slice(0, 60))
  const [type, setType] = useState<CustomType>(() => likelyType(props.sample))
  const add = useAddCustomField((field) => props.made(field.key))
  const lacking = name.trim() === '' ? w.nameNeeded : null
  const state = useAllowed('contacts.write', add.isPending, lacking)
  return (
    <Stack gap="xs" mt="xs" role="group" aria-label={w.newField}>
      <TextInput
        label={w.name}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={w.type}
        value={type}
        allowDeselect={false}
        data={customTypes.map((value) => ({ value, label: w.types[value] }))}
        onChange={(value) => value !== null && setType(value as CustomType)}
      />
      {add.error ? <Failed error={add.error} /> : null}
      <Group gap="xs" align="flex-start">
        <ActionButton
          size="xs"
          label={w.create}
          state={state}
          onPress={() => add.mutate({ name: name.trim(), type })}
        />
        <ActionButton
          size="xs"
          variant="default"
          label={w.cancel}
          state={{ kind: 'ready' }}
          onPress={props.cancel}
        />
      </Group>
    </Stack>
  )
}

const digit = String.raw`[\d•]`
const european = `${digit}{1,2}[/.-]${digit}{1,2}[/.-]${digit}{2,4}`
const day = `(?:${european}|${digit}{4}-${digit}{2}-${digit}{2})`
const number = `-?${digit}(?:${digit}|[ .,](?=${digit}))*`
const shapes: readonly (readonly [CustomType, RegExp])[] = [
  ['date', new RegExp(`^${day}$`)],
  ['date_time', new RegExp(`^${day}(?: |T| à )${digit}{1,2} ?[:hH]`)],
  ['amount', new RegExp(`^(?:${number} ?(?:€|EUR|CHF|£|\\$)|(?:€|£|\\$) ?${number})$`, 'i')],
]

/** A guess by the shape of the masked sample; whoever imports sees it and corrects it. */
export function likelyType(sample: readonly string[]): CustomType {
  const cells = sample.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [type] = shapes.find(([, shape]) => cells.every((cell) => shape.test(cell))) ?? ['text']
  return cells.length === 0 ? 'text' : type
}
