// The frame of the pages before one is logged in: a title, the language switch, a narrow column.
import { Container, Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../data/language.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export function Door(props: { title: string; children: ReactNode }) {
  const { appName } = useWords()
  useEffect(() => {
    document.title = `${props.title} · ${appName}`
  }, [props.title, appName])
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
