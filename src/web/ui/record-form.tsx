// A form that records one thing: its fields, what went wrong, what was recorded, and its button.
import { Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ActionButton, type ActionState } from './action-button.tsx'
import { Failed } from './states.tsx'

export function RecordForm(props: {
  /** What the form is called, where no heading of its own stands before it. */
  label?: string
  save: string
  state: ActionState
  error: unknown
  /** What was recorded, once it is. */
  done: string | null
  onSubmit(): void
  children: ReactNode
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form onSubmit={submit} aria-label={props.label}>
      <Stack className="accord-measure">
        {props.children}
        {props.error ? <Failed error={props.error} /> : null}
        {props.done === null ? null : (
          <Text role="status" size="sm" className="accord-story">
            {props.done}
          </Text>
        )}
        <ActionButton submit label={props.save} state={props.state} />
      </Stack>
    </form>
  )
}
