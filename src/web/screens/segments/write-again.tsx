// From the results of a campaign to a segment of those whom it did not reach, or who did not reply.
import { Anchor, Stack } from '@mantine/core'
import { Link } from 'react-router'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { useWords } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { segmentOf } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { own } from '../../words/own.ts'
import { campaignRuleWords } from '../../words/sending/campaign-rules.ts'

export function WriteAgain({ results }: { results: CampaignResults }) {
  const w = own(useWords(), campaignRuleWords)
  const { may } = useSession()
  const isKept = (results.breakdown?.detailsDeletedAt ?? null) === null
  if (!isKept || !may('contacts.write')) return null
  return (
    <Section title={w.again} lead={w.againText}>
      <Stack gap={4} align="flex-start">
        <Anchor component={Link} to={segmentOf(results.id, 'not_replied')}>
          {w.againNotReplied}
        </Anchor>
        <Anchor component={Link} to={segmentOf(results.id, 'not_delivered')}>
          {w.againNotReached}
        </Anchor>
      </Stack>
    </Section>
  )
}
