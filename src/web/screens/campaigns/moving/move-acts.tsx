// What can still be done with a campaign of which nothing has left: another date, or a draft again.
import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { CampaignView } from '../../../../campaigns/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { AskTwice } from '../../../ui/ask-twice.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { own } from '../../../words/own.ts'
import { movingWords } from '../../../words/sending/moving.ts'
import { useCampaignStep } from '../queries.ts'
import { MoveDialog } from './move-dialog.tsx'

export function MoveActs({ campaign }: { campaign: CampaignView }) {
  const { words } = useLanguage()
  const w = own(words, movingWords)
  const [isMoving, setMoving] = useState(false)
  const step = useCampaignStep(campaign.id)
  const state = useAllowed('campaigns.approve', step.isPending)
  if (!campaign.mayMove) return null
  return (
    <Stack gap="xs">
      <Group align="flex-start">
        <ActionButton
          variant="default"
          label={w.moveTo}
          state={state}
          onPress={() => setMoving(true)}
        />
        {campaign.state === 'approved' ? null : (
          <AskTwice
            label={w.takeBack}
            what={w.takeBackWhat}
            sure={w.takeBackSure}
            keep={w.takeBackKeep}
            color="blue"
            state={state}
            onSure={() => step.mutate({ verb: 'take-back' })}
          />
        )}
      </Group>
      {step.error ? <Failed error={step.error} /> : null}
      <MoveDialog campaign={isMoving ? campaign : null} onClose={() => setMoving(false)} />
    </Stack>
  )
}
