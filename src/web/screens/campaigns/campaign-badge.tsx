// A campaign's state, in a colour that goes with its word; launched for later, it is scheduled.
import type { CampaignState, CampaignView } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

const meanings: Record<CampaignState, Meaning> = {
  draft: 'neutral',
  approved: 'information',
  accepting: 'information',
  running: 'information',
  paused: 'waits',
  cancelled: 'neutral',
  done: 'good',
}

/** Where it is not known what comes next, its state alone is told. */
type Shown = Pick<CampaignView, 'state'> & Partial<Pick<CampaignView, 'next'>>

export function CampaignBadge({ campaign }: { campaign: Shown }) {
  const words = useWords()
  const { state, next } = campaign
  const isScheduled = next?.what === 'waits_for_instant'
  return (
    <StatusBadge meaning={isScheduled ? 'waits' : meanings[state]}>
      {isScheduled ? words.compose.scheduled : words.campaigns.states[state]}
    </StatusBadge>
  )
}
