// Two days that narrow a list, both counted whole.
import { TextInput } from '@mantine/core'
import { isBackward } from '../data/days.ts'
import { useWords } from '../data/language.tsx'
import { filterWords } from '../words/finding/filters.ts'
import { own } from '../words/own.ts'

export function DayFields(props: {
  from: string | null
  until: string | null
  choose(name: 'from' | 'until', value: string | null): void
}) {
  const w = own(useWords(), filterWords)
  const { from, until, choose } = props
  return (
    <>
      <TextInput
        type="date"
        label={w.from}
        value={from ?? ''}
        onChange={(event) => choose('from', event.currentTarget.value || null)}
      />
      <TextInput
        type="date"
        label={w.until}
        value={until ?? ''}
        {...(isBackward(props) ? { error: w.backward } : {})}
        onChange={(event) => choose('until', event.currentTarget.value || null)}
      />
    </>
  )
}
