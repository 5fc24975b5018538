// A campaign of a trial account waits for the hours of marketing: who tries need not wait with it.
import { Alert, Group, Stack, Text } from '@mantine/core'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { useSandboxClock, useSetSandboxClock } from '../../data/sandbox-clock.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

const minuteMs = 60_000

export function SandboxHours({ campaign }: { campaign: CampaignView }) {
  const w = useWords().campaigns
  const clock = useSandboxClock()
  const set = useSetSandboxClock()
  const state = useAllowed('account.manage', set.isPending)
  const { what, at, allAt } = campaign.next
  if (clock.data === undefined || what !== 'waits_for_hours' || at === null) return null
  const { readsAs, realTime } = clock.data
  // The opening is told in real time, and the clock may have been set before. Both instants are
  // the server's: the clock of this machine may be wrong.
  const aheadMs = Date.parse(readsAs) - Date.parse(realTime)
  const target = () => new Date(Date.parse(allAt ?? at) + aheadMs + minuteMs).toISOString()
  return (
    <Alert color="blue" title={w.sandboxHours}>
      <Stack gap="xs">
        <Text size="sm">{w.sandboxHoursText}</Text>
        <Group>
          <ActionButton
            label={w.sandboxHoursOpen}
            state={state}
            onPress={() => set.mutate(target())}
          />
        </Group>
        {set.error ? <Failed error={set.error} /> : null}
      </Stack>
    </Alert>
  )
}
