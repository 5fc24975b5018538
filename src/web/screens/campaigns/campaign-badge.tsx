// A campaign's state, with what it means.
import type { CampaignState } from '../../../campaigns/contract.ts'
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

export function CampaignBadge(props: { state: CampaignState }) {
  const words = useWords()
  return (
    <StatusBadge meaning={meanings[props.state]}>{words.campaigns.states[props.state]}</StatusBadge>
  )
}
