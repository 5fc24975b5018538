// A wording's state, in a colour that goes with its word.
import { Badge } from '@mantine/core'
import type { WordingView } from '../../../consent/contract.ts'
import { useWords } from '../../data/language.tsx'

const colours: Record<WordingView['state'], string> = {
  draft: 'gray',
  published: 'green',
  retired: 'orange',
}

export function WordingBadge(props: { state: WordingView['state'] }) {
  const words = useWords()
  return (
    <Badge color={colours[props.state]} variant="light">
      {words.wordings[props.state]}
    </Badge>
  )
}
