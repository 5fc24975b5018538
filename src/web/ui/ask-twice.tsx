// A button for what has no way back: pressed once it says what will be, pressed again it is done.
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ActionButton, type ActionState } from './action-button.tsx'

export function AskTwice(props: {
  label: string
  /** What will be, told before the second press. */
  what?: string
  sure: string
  keep: string
  state: ActionState
  size?: 'xs' | 'sm'
  color?: string
  onSure: () => void
}) {
  const { label, what, sure, keep, state, size = 'sm', color = 'red' } = props
  const [isAsking, setAsking] = useState(false)
  if (!isAsking || state.kind === 'refused') {
    const open = () => setAsking(true)
    return <ActionButton size={size} variant="default" label={label} state={state} onPress={open} />
  }
  const close = () => setAsking(false)
  return (
    <Stack gap="xs">
      {what === undefined ? null : (
        <Text size="sm" className="accord-measure" role="status">
          {what}
        </Text>
      )}
      <Group align="flex-start">
        <ActionButton size={size} color={color} label={sure} state={state} onPress={props.onSure} />
        <ActionButton
          size={size}
          variant="default"
          label={keep}
          state={{ kind: 'ready' }}
          onPress={close}
        />
      </Group>
    </Stack>
  )
}
