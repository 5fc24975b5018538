// The frame of the pages before one is logged in: a title, the language switch, a narrow column.
import { Container, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './frame.tsx'

export function Door(props: { title: string; children: ReactNode }) {
  return (
    <Container size="xs" py="xl" component="main">
      <Stack>
        <Group justify="space-between" align="flex-start">
          <Title order={1}>{props.title}</Title>
          <LanguageSwitch />
        </Group>
        {props.children}
      </Stack>
    </Container>
  )
}
