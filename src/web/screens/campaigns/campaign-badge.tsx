// A campaign's state, in a colour that goes with its word; launched for later, it is scheduled.
import { Badge } from '@mantine/core'
import type { CampaignState, CampaignView } from '../../../campaigns/contract.ts'
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

export function CampaignBadge({ campaign }: { campaign: Pick<CampaignView, 'state' | 'next'> }) {
  const words = useWords()
  const { state, next } = campaign
  const isScheduled = next.what === 'waits_for_instant'
  return (
    <Badge color={isScheduled ? 'blue' : colours[state]} variant="light">
      {isScheduled ? words.compose.scheduled : words.campaigns.states[state]}
    </Badge>
  )
}
