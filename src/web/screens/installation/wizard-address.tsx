// The address of a new route: it is kept switched off until somebody opens it.
import { Checkbox, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { type AddressDraft, emptyAddress, urlOf } from './address-draft.ts'
import { AddressFields } from './address-fields.tsx'
import { useSaveRoute } from './queries.ts'
import { emptyReach, type ReachDraft, ReachFields, reachRequest } from './reach-fields.tsx'

export function NewAddress(props: { supplier: SupplierView; onMade: (route: RouteView) => void }) {
  const { words } = useLanguage()
  const w = words.installation.address
  const [name, setName] = useState(props.supplier.name)
  const [isSandbox, setSandbox] = useState(false)
  const [address, setAddress] = useState<AddressDraft>(emptyAddress)
  const [reach, setReach] = useState<ReachDraft>(emptyReach)
  const add = useSaveRoute()
  const state = useAllowed('installation.manage', add.isPending)
  const submit = () => {
    const route = {
      url: urlOf(address),
      supplierId: props.supplier.id,
      name: name.trim(),
      isSandbox,
      enabled: false,
      ...reachRequest(reach),
    }
    add.mutate({ id: null, route }, { onSuccess: props.onMade })
  }
  return (
    <RecordForm
      label={words.installation.wizard.address}
      save={w.save}
      state={state}
      error={add.error}
      done={null}
      onSubmit={submit}
    >
      <TextInput
        label={w.name}
        required
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <AddressFields
        draft={address}
        change={(part) => setAddress((old) => ({ ...old, ...part }))}
      />
      <ReachFields draft={reach} change={(part) => setReach((old) => ({ ...old, ...part }))} />
      <Checkbox
        label={w.isSandbox}
        checked={isSandbox}
        onChange={(event) => setSandbox(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        {w.moreByApi}
      </Text>
    </RecordForm>
  )
}
