// What a user declares of the account or of one processing: its fields, saved together.
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type AccountField,
  declaredMax,
  type ProcessingField,
  type RegisterField,
} from '../../../disclosure/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { registerWords } from '../../words/compliance/register.ts'
import { own } from '../../words/own.ts'
import { PlacesSelect } from '../installation/place-select.tsx'
import { useDeclare } from './queries.ts'

type Field = AccountField | ProcessingField
export type Declarable = { field: Field; now: RegisterField | null }

/** Measured words are no one's declaration: the field begins empty, and shows them as a hint. */
const heldIn = ({ now }: Declarable): string => (now?.origin === 'declared' ? now.value : '')

export function DeclareForm(props: {
  label: string
  place: string
  fields: readonly Declarable[]
}) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  const { place, fields } = props
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})
  const declare = useDeclare()
  const changed = fields.filter(
    (one) => typed[one.field] !== undefined && typed[one.field]?.trim() !== heldIn(one),
  )
  const lacking = changed.length === 0 ? w.nothingChanged : null
  const state = useAllowed('registers.manage', declare.isPending, lacking)
  const submit = () =>
    declare.mutate(
      changed.map(({ field }) => ({ place, field, value: typed[field]?.trim() ?? '' })),
      { onSuccess: () => setTyped({}) },
    )
  return (
    <RecordForm
      label={props.label}
      save={w.save}
      state={state}
      error={declare.error}
      done={declare.isSuccess && changed.length === 0 ? w.saved : null}
      onSubmit={submit}
    >
      {fields.map((one) => {
        const type = (value: string) => setTyped((before) => ({ ...before, [one.field]: value }))
        if (one.field === 'recipientCountries') {
          const codes = typed[one.field] ?? heldIn(one)
          return (
            <PlacesSelect
              key={one.field}
              label={w.fields[one.field]}
              description={w.help[one.field]}
              value={codes === '' ? [] : codes.split(',')}
              choose={(countries) => type(countries.join(','))}
            />
          )
        }
        const Input = one.field === 'about' || one.field === 'measures' ? Textarea : TextInput
        return (
          <Input
            key={one.field}
            label={w.fields[one.field]}
            description={w.help[one.field]}
            placeholder={one.now?.origin === 'measured' ? one.now.value : ''}
            maxLength={declaredMax}
            value={typed[one.field] ?? heldIn(one)}
            onChange={(event: { currentTarget: { value: string } }) =>
              type(event.currentTarget.value)
            }
          />
        )
      })}
    </RecordForm>
  )
}
