// A button, and the dialog in which its reason is written before anything happens.
import { Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { Dialog } from './dialog.tsx'
import { RecordForm } from './record-form.tsx'
import type { useAllowed } from './use-allowed.ts'

export function ReasonDialog(props: {
  /** The button's. */
  label: string
  title: string
  /** What will happen. */
  what: string
  reasonLabel: string
  save: string
  state: ReturnType<typeof useAllowed>
  error: unknown
  /** `done` closes the dialog. */
  act(reason: string, done: { onSuccess(): void }): void
  size?: 'xs'
}) {
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const { label, title, save, state, size } = props
  return (
    <>
      <ActionButton
        {...(size === undefined ? {} : { size })}
        variant="default"
        label={label}
        state={{ kind: 'ready' }}
        onPress={open}
      />
      <Dialog title={title} opened={opened} onClose={close}>
        <RecordForm
          save={save}
          state={state}
          error={props.error}
          done={null}
          onSubmit={() => props.act(reason, { onSuccess: close })}
        >
          <Text size="sm">{props.what}</Text>
          <Textarea
            label={props.reasonLabel}
            required
            minLength={5}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </RecordForm>
      </Dialog>
    </>
  )
}
