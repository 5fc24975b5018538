// One figure of the first page: its value, what it is, what it was before, and what is behind it.
import { Anchor, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

export function Tile(props: {
  label: string
  value: ReactNode
  what: string
  /** Words, not a number. */
  isText?: boolean
  before?: string | undefined
  to?: { path: string; label: string } | undefined
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={props.label} title={props.what}>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Text fz={props.isText ? 17 : 24} lh={1.3} fw={650} className="accord-figure">
        {props.value}
      </Text>
      {props.before === undefined ? null : (
        <Text size="xs" c="dimmed">
          {props.before}
        </Text>
      )}
      {props.to === undefined ? null : (
        <Anchor component={Link} to={props.to.path} size="xs">
          {props.to.label}
        </Anchor>
      )}
    </Paper>
  )
}
