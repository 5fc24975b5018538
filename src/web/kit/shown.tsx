// One state of a component, under the name of both.
import { Box, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export function Shown(props: { name: string; children: ReactNode }) {
  return (
    <Box component="article" aria-label={props.name} mb="lg">
      <Text size="xs" c="dimmed" className="accord-mono">
        {props.name}
      </Text>
      {props.children}
    </Box>
  )
}
