// A screen's frame: its title, one sentence on what it is for, its actions, its content.
import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export function Page(props: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Stack gap={4} className="accord-measure">
          <Title order={1}>{props.title}</Title>
          {props.lead ? (
            <Text c="dimmed" textWrap="pretty">
              {props.lead}
            </Text>
          ) : null}
        </Stack>
        {props.actions ? <Group gap="sm">{props.actions}</Group> : null}
      </Group>
      {props.children}
    </Stack>
  )
}
