// A button for a file with people in clear: the reason is asked, then the browser keeps the file.
import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLanguage } from '../data/language.tsx'
import { takeFileWords } from '../words/compliance/take-file.ts'
import { own } from '../words/own.ts'
import type { ActionState } from './action-button.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

export function TakeFile(props: {
  /** The button's, and the dialog's title. */
  label: string
  /** What the file holds. */
  what: string
  /** Whether it may be made; that it is being made is seen here. */
  state: ActionState
  take(reason: string): Promise<void>
}) {
  const { words } = useLanguage()
  const w = own(words, takeFileWords)
  const { label, what, take } = props
  const taking = useMutation({ mutationFn: take, gcTime: 0 })
  return (
    <Stack gap="xs" align="flex-start">
      <ReasonDialog
        label={label}
        title={label}
        what={`${what} ${w.recorded}`}
        reasonLabel={w.reason}
        save={w.take}
        state={taking.isPending ? { kind: 'busy' } : props.state}
        error={taking.error}
        act={(reason, done) => taking.mutate(reason, done)}
      />
      {taking.isSuccess ? (
        <Text role="status" size="sm">
          {w.taken}
        </Text>
      ) : null}
    </Stack>
  )
}
