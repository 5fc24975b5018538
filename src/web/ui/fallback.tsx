// What stands in place of a screen that broke: a sentence and a way on, instead of an empty page.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useWords } from '../data/language.tsx'

function Broken() {
  const words = useWords()
  return (
    <Alert color="red" role="alert" title={words.problems.title} m="lg">
      <Stack gap="xs">
        <Text size="sm">{words.problems.screen}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            {words.retry}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

/** Catches what a screen throws while it is drawn; another address begins anew. */
export class Fallback extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }
  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
