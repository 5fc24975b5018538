// The filters of a list, with the way to clear them; on a telephone folded until they are used.
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { count } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { fill } from '../words/fill.ts'
import { filterWords } from '../words/finding/filters.ts'
import { own } from '../words/own.ts'
import { FoldedOnPhone } from './folded.tsx'

/** `set`: how many narrow the list; null in `clear`: nothing is chosen that could be cleared. */
export function FilterBar(props: { set: number; clear: (() => void) | null; children: ReactNode }) {
  const { language, words } = useLanguage()
  const f = own(words, filterWords)
  const { set, clear } = props
  const title = set === 0 ? f.title : fill(f.titleSet, { count: count(language, set) })
  return (
    <FoldedOnPhone title={title} isInUse={set > 0}>
      <Group component="section" aria-label={f.title} align="flex-end" gap="sm">
        {props.children}
        {clear === null ? null : (
          <Button variant="subtle" onClick={clear}>
            {f.clear}
          </Button>
        )}
      </Group>
    </FoldedOnPhone>
  )
}
