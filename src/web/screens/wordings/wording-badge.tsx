// A wording's state, with what it means.
import type { WordingView } from '../../../consent/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

const meanings: Record<WordingView['state'], Meaning> = {
  draft: 'neutral',
  published: 'good',
  retired: 'neutral',
}

export function WordingBadge(props: { state: WordingView['state'] }) {
  const words = useWords()
  return <StatusBadge meaning={meanings[props.state]}>{words.wordings[props.state]}</StatusBadge>
}
