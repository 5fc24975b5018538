// When figures were counted, where that is no longer now: counting a million people takes seconds.
import { Text } from '@mantine/core'
import { clock } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

const toldFromMs = 60_000

export function CountedAt(props: { at: string }) {
  const { language, words } = useLanguage()
  if (Date.now() - Date.parse(props.at) < toldFromMs) return null
  return (
    <Text size="sm" c="dimmed">
      {fill(words.overview.countedAt, { time: clock(language, props.at) })}
    </Text>
  )
}
