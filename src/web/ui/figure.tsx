// One figure with its label; where what it counts can be listed, it opens the list.
import { Anchor, Paper, Text } from '@mantine/core'
import { Link } from 'react-router'

export function Figure(props: {
  label: string
  value: string
  strong?: boolean
  /** The address of what it counts. */
  to?: string | null
}) {
  const { label, value, to = null } = props
  return (
    <Paper withBorder p="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={props.strong ? 700 : 600} className="accord-figures">
        {to === null ? (
          value
        ) : (
          <Anchor component={Link} to={to} inherit aria-label={`${value}, ${label}`}>
            {value}
          </Anchor>
        )}
      </Text>
    </Paper>
  )
}
