// The word of whoever manages the installation on one sender name; a refusal has its reason.
import { Badge, Group, Stack } from '@mantine/core'
import type { SenderView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { moderationWords } from '../../words/installation/moderation.ts'
import { own } from '../../words/own.ts'
import { senderRefusalWords } from '../../words/sending/sender-refusal.ts'
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
  const w = own(words, moderationWords).senders
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
          <ReasonDialog
            size="xs"
            label={fill(w.refuse, { name })}
            title={fill(w.refuse, { name })}
            what={w.refuseWhat}
            reasonLabel={own(words, senderRefusalWords).ask}
            save={w.refuseNow}
            state={allowed}
            error={decide.error}
            act={(reason, done) => decide.mutate({ accountId, id, state: 'refused', reason }, done)}
          />
        )}
      </Group>
      {decide.error && decide.variables?.state === 'approved' ? (
        <Failed error={decide.error} />
      ) : null}
    </Stack>
  )
}
