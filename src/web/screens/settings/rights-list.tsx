// What somebody or something may do, in sentences; many stand folded, so that the others are seen.
import { List } from '@mantine/core'
import { type Right, rights } from '../../../kernel/index.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

const shownRights = 6

/** In the order in which they are told everywhere. */
export function RightsList(props: { held: readonly Right[] }) {
  const { language, words } = useLanguage()
  const held = rights.filter((right) => props.held.includes(right))
  const list = (
    <List size="sm">
      {held.map((right) => (
        <List.Item key={right}>{words.access.rights[right]}</List.Item>
      ))}
    </List>
  )
  if (held.length <= shownRights) return list
  return (
    <details>
      <summary>
        {fill(words.access.tokens.manyRights, { count: count(language, held.length) })}
      </summary>
      {list}
    </details>
  )
}
