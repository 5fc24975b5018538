// What is seldom needed: folded under its title until it is asked for.
import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'

export function Folded(props: { title: string; isOpen?: boolean; children: ReactNode }) {
  // As it was at first: what is recorded inside neither opens nor shuts it.
  const [isOpen] = useState(props.isOpen)
  return (
    <details className="accord-folded" open={isOpen}>
      <summary>{props.title}</summary>
      <Stack gap="lg" mt="md">
        {props.children}
      </Stack>
    </details>
  )
}
