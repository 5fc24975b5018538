// In place of what somebody may not see or do: that they may not, and whom to ask.
import { Text } from '@mantine/core'
import type { Right } from '../../kernel/index.ts'
import { useWords } from '../data/language.tsx'
import { notAllowed } from '../words/not-allowed.ts'

export function NotAllowed(props: { right: Right }) {
  const words = useWords()
  return (
    <Text size="sm" c="dimmed">
      {notAllowed(words, props.right)}
    </Text>
  )
}
