// A campaign's state, in a colour that goes with its word.
import { Badge } from '@mantine/core'
import type { CampaignState } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'

const colours: Record<CampaignState, string> = {
  draft: 'gray',
  approved: 'blue',
  accepting: 'cyan',
  running: 'cyan',
  paused: 'yellow',
  cancelled: 'orange',
  done: 'green',
}

export function CampaignBadge(props: { state: CampaignState }) {
  const words = useWords()
  return (
    <Badge color={colours[props.state]} variant="light">
      {words.campaigns.states[props.state]}
    </Badge>
  )
}
