// One figure with its label.
import { Paper, Text } from '@mantine/core'

export function Figure(props: { label: string; value: string; strong?: boolean }) {
  return (
    <Paper withBorder p="sm">
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      <Text size="xl" fw={props.strong ? 700 : 600} className="accord-figures">
        {props.value}
      </Text>
    </Paper>
  )
}
