// A part of a page that is about one thing, with its title and what it is for.
import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** `narrow`: no wider than a line that is read at ease. */
export function Section(props: {
  title: string
  lead?: string
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <Paper withBorder p="lg" component="section" aria-label={props.title}>
      <Stack {...(props.narrow === true ? { className: 'accord-measure' } : {})}>
        <Title order={2} size="h4">
          {props.title}
        </Title>
        {props.lead === undefined ? null : <Text size="sm">{props.lead}</Text>}
        {props.children}
      </Stack>
    </Paper>
  )
}
