// A further supplier: its name, and the country to which data goes with it.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SupplierView } from '../../../governance/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { PlaceSelect } from './place-select.tsx'
import { useAddSupplier } from './queries.ts'

export function AddSupplier(props: { onAdded?: (supplier: SupplierView) => void }) {
  const { words } = useLanguage()
  const w = words.installation.suppliers
  const [draft, setDraft] = useState({ name: '', country: 'FR' })
  const add = useAddSupplier()
  const state = useAllowed('installation.manage', add.isPending)
  const submit = () =>
    add.mutate(draft, {
      onSuccess: (supplier) => {
        setDraft({ name: '', country: 'FR' })
        props.onAdded?.(supplier)
      },
    })
  return (
    <RecordForm
      label={w.add}
      save={w.add}
      state={state}
      error={add.error}
      done={null}
      onSubmit={submit}
    >
      <TextInput
        label={w.name}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => {
          const name = event.currentTarget.value
          setDraft((old) => ({ ...old, name }))
        }}
      />
      <PlaceSelect
        label={w.country}
        value={draft.country}
        choose={(country) => setDraft((old) => ({ ...old, country }))}
      />
    </RecordForm>
  )
}
