// A button that, when it cannot be used, stays visible and says why.
import { Button, type ButtonProps, Stack, Text } from '@mantine/core'
import { useId } from 'react'

export type ActionState = { kind: 'ready' } | { kind: 'busy' } | { kind: 'refused'; reason: string }

export function ActionButton(
  props: {
    label: string
    /** For whoever hears it alone, among others of the same label: it begins with the label. */
    name?: string
    state: ActionState
    onPress?: () => void
    submit?: boolean
  } & Pick<ButtonProps, 'variant' | 'color' | 'size'>,
) {
  const reasonId = useId()
  const { label, name, state, onPress, submit, ...looks } = props
  return (
    <Stack gap={4} align="flex-start">
      <Button
        {...looks}
        type={submit ? 'submit' : 'button'}
        disabled={state.kind === 'refused'}
        loading={state.kind === 'busy'}
        aria-label={name}
        aria-describedby={state.kind === 'refused' ? reasonId : undefined}
        onClick={onPress}
      >
        {label}
      </Button>
      {state.kind === 'refused' ? (
        <Text id={reasonId} size="sm" c="dimmed" role="status">
          {state.reason}
        </Text>
      ) : null}
    </Stack>
  )
}
