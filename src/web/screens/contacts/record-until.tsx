// What is recorded of one person and holds until a day: the form, what lacks,
// and the day once it is.
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'

export function RecordUntil<Body>(props: {
  words: { title: string; save: string; incomplete: string; done: string }
  record: UseMutationResult<{ validUntil: string }, Error, Body>
  /** Null while a field is empty. */
  body: Body | null
  recorded(): void
  children: ReactNode
}) {
  const { language } = useLanguage()
  const { words, record, body } = props
  const state = useAllowed(
    'consent.record',
    record.isPending,
    body === null ? words.incomplete : null,
  )
  const { data } = record
  return (
    <RecordForm
      label={words.title}
      save={words.save}
      state={state}
      error={record.error}
      onSubmit={() => body && record.mutate(body, { onSuccess: props.recorded })}
      done={data ? fill(words.done, { until: dateTime(language, data.validUntil) }) : null}
    >
      {props.children}
    </RecordForm>
  )
}
