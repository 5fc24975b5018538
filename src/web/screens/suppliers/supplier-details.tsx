// What is declared of a supplier beside its contract: accounts read it, and notices say it.
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type SupplierRole,
  type SupplierView,
  supplierRoles,
} from '../../../governance/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { PlacesSelect } from '../installation/place-select.tsx'
import { useDescribe } from './queries.ts'

const draftOf = (supplier: SupplierView) => ({
  role: supplier.role,
  kept: supplier.numbersKeptDays === null ? ('' as const) : supplier.numbersKeptDays,
  erasure: supplier.erasureAddress ?? '',
  contact: supplier.contact ?? '',
  places: [...supplier.processingCountries],
})
type Draft = Omit<ReturnType<typeof draftOf>, 'kept'> & { kept: number | string }

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function Fields(props: { draft: Draft; change(part: Partial<Draft>): void }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const { draft, change } = props
  return (
    <>
      <Select
        label={w.role}
        allowDeselect={false}
        value={draft.role}
        data={supplierRoles.map((value) => ({ value, label: w.roles[value] }))}
        onChange={(role) => role && change({ role: role as SupplierRole })}
      />
      <NumberInput
        label={w.keptLabel}
        description={w.keptHelp}
        min={0}
        max={36_500}
        allowDecimal={false}
        value={draft.kept}
        onChange={(kept) => change({ kept })}
      />
      <TextInput
        label={w.erasure}
        description={w.erasureHelp}
        maxLength={300}
        value={draft.erasure}
        onChange={(event) => change({ erasure: event.currentTarget.value })}
      />
      <TextInput
        label={w.contact}
        maxLength={300}
        value={draft.contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
      <PlacesSelect
        label={w.places}
        description={w.placesHelp}
        value={draft.places}
        choose={(places) => change({ places })}
      />
    </>
  )
}

export function SupplierDetails({ supplier }: { supplier: SupplierView }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const [draft, setDraft] = useState<Draft>(() => draftOf(supplier))
  const describe = useDescribe(supplier.id)
  const state = useAllowed('installation.manage', describe.isPending)
  const submit = () =>
    describe.mutate({
      role: draft.role,
      numbersKeptDays: draft.kept === '' ? null : Number(draft.kept),
      erasureAddress: orNull(draft.erasure),
      contact: orNull(draft.contact),
      processingCountries: draft.places,
    })
  return (
    <RecordForm
      label={fill(w.details, { name: supplier.name })}
      save={w.save}
      state={state}
      error={describe.error}
      done={describe.isSuccess ? w.saved : null}
      onSubmit={submit}
    >
      <Fields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} />
    </RecordForm>
  )
}
