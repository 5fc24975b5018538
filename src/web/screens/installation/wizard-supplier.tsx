// Whose network a new route leads to: one of the suppliers that are there, or a new one.
import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { SupplierView } from '../../../governance/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { AddSupplier } from './add-supplier.tsx'

const another = 'new'

export function ChooseSupplier(props: {
  items: readonly SupplierView[]
  choose: (id: string) => void
}) {
  const { items, choose } = props
  const { words } = useLanguage()
  const w = words.installation.wizard
  const [chosen, setChosen] = useState(items[0]?.id ?? another)
  const added = <AddSupplier onAdded={({ id }) => choose(id)} />
  if (items.length === 0) return added
  const select = (
    <Select
      label={w.choose}
      className="accord-measure"
      allowDeselect={false}
      value={chosen}
      data={[
        ...items.map(({ id, name }) => ({ value: id, label: name })),
        { value: another, label: w.other },
      ]}
      onChange={(value) => value && setChosen(value)}
    />
  )
  if (chosen === another) {
    return (
      <Stack>
        {select}
        {added}
      </Stack>
    )
  }
  return (
    <RecordForm
      label={w.choose}
      save={w.next}
      state={{ kind: 'ready' }}
      error={null}
      done={null}
      onSubmit={() => choose(chosen)}
    >
      {select}
    </RecordForm>
  )
}
