// The word of whoever manages the installation on one sender name; a refusal is asked for twice.
import { Badge, Group, Stack } from '@mantine/core'
import type { SenderView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useDecideSender } from './queries.ts'

const colours: Record<SenderView['state'], string> = {
  pending: 'yellow',
  approved: 'green',
  refused: 'red',
}

export function SenderBadge({ state }: Pick<SenderView, 'state'>) {
  const { words } = useLanguage()
  return (
    <Badge color={colours[state]} variant="light" tt="none">
      {words.settings.senderStates[state]}
    </Badge>
  )
}

export function SenderDecision(props: { accountId: string; sender: SenderView }) {
  const { accountId, sender } = props
  const { words } = useLanguage()
  const w = words.installation.senders
  const decide = useDecideSender()
  const allowed = useAllowed('installation.manage', decide.isPending)
  const { id, name, state } = sender
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start">
        {state === 'approved' ? null : (
          <ActionButton
            size="xs"
            label={fill(w.approve, { name })}
            state={allowed}
            onPress={() => decide.mutate({ accountId, id, state: 'approved' })}
          />
        )}
        {state === 'refused' ? null : (
          <AskTwice
            size="xs"
            label={fill(w.refuse, { name })}
            what={w.refuseWhat}
            sure={w.refuseNow}
            keep={w.keep}
            state={allowed}
            onSure={() => decide.mutate({ accountId, id, state: 'refused' })}
          />
        )}
      </Group>
      {decide.error ? <Failed error={decide.error} /> : null}
    </Stack>
  )
}
