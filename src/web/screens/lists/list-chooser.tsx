// Chooses a list among any number of them: the newest are offered, and the rest as one types.
import { MultiSelect, Select } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { useListOptions } from './queries.ts'

type Option = { value: string; label: string }
type Props = {
  label: string
  /** Offered besides the lists, first and last. */
  first?: readonly Option[]
  last?: readonly Option[]
  except?: readonly string[]
  required?: boolean
  className?: string
  flex?: string
}

/** Says that there are others, where not all are offered; nobody can choose it. */
function useOffered({ first, last, except }: Props, typed: string, chosen: readonly string[]) {
  const w = own(useLanguage().words, listChoiceWords)
  const { options, isMore, keep } = useListOptions(typed, chosen)
  const shown = options.filter(({ value }) => except?.includes(value) !== true)
  const more = isMore ? [{ value: 'more', label: w.more, disabled: true }] : []
  return { data: [...(first ?? []), ...shown, ...(last ?? []), ...more], keep, w }
}

/** What stands there is replaced by what is typed, as a search begins. */
export const selectAll = (event: SyntheticEvent<HTMLInputElement>) => event.currentTarget.select()

const fieldOf = ({ label, required, className, flex }: Props) => ({
  label,
  ...(required ? { required } : {}),
  ...(className ? { className } : {}),
  ...(flex ? { flex } : {}),
})

const notLists = (id: string | null, { first, last }: Props) =>
  id === null || [...(first ?? []), ...(last ?? [])].some(({ value }) => value === id)

export function ListChooser(
  props: Props & { value: string | null; onChange(value: string | null): void },
) {
  const { value } = props
  const [typed, setTyped] = useState('')
  const ids = value === null || notLists(value, props) ? [] : [value]
  const { data, keep, w } = useOffered(props, typed, ids)
  return (
    <Select
      {...fieldOf(props)}
      searchable
      allowDeselect={false}
      nothingFoundMessage={w.nothing}
      value={value}
      data={data}
      searchValue={typed}
      onSearchChange={setTyped}
      // What is chosen anew is no other value: its name stands again in place of what was typed.
      onOptionSubmit={(id) => setTyped(data.find((one) => one.value === id)?.label ?? '')}
      onClick={selectAll}
      onFocus={selectAll}
      onChange={(chosen) => {
        keep(chosen)
        props.onChange(chosen)
      }}
    />
  )
}

export function ListsChooser(
  props: Props & { value: readonly string[]; onChange(value: string[]): void },
) {
  const [typed, setTyped] = useState('')
  const { data, keep, w } = useOffered(props, typed, props.value)
  return (
    <MultiSelect
      {...fieldOf(props)}
      searchable
      nothingFoundMessage={w.nothing}
      value={[...props.value]}
      data={data}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        keep(chosen.at(-1) ?? null)
        props.onChange(chosen)
      }}
    />
  )
}
