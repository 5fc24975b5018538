// Who was invited and has not answered: until when they can, a new link, and taking it back.
import { Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InvitationView } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { invitedWords } from '../../words/account/invited.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

export const invitationsKey = ['invitations']
/** `isMailed`: the person has it by e-mail too. */
export type InvitationLink = { code: string; isMailed: boolean }

const stateOf = (isBusy: boolean): ActionState => ({ kind: isBusy ? 'busy' : 'ready' })

function InvitationRow(props: {
  invitation: InvitationView
  onLink: (link: InvitationLink | null) => void
}) {
  const { invitation } = props
  const { language, words } = useLanguage()
  const w = words.access.invitations
  const o = own(words, invitedWords)
  const queries = useQueryClient()
  const done = { onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey }) }
  const params = { id: invitation.id }
  const again = useMutation({
    mutationFn: () => call('POST /v1/users/invitations/{id}/code', { params }),
    onSuccess: props.onLink,
    ...done,
  })
  const withdraw = useMutation({
    mutationFn: () => call('DELETE /v1/users/invitations/{id}', { params }),
    onSuccess: () => props.onLink(null),
    ...done,
  })
  const hasEnded = Date.parse(invitation.expiresAt) <= Date.now()
  const date = dateTime(language, invitation.expiresAt)
  const error = again.error ?? withdraw.error
  return (
    <StackedRow>
      <StackedCell leads>{invitation.name}</StackedCell>
      <StackedCell>{invitation.email}</StackedCell>
      <StackedCell>{words.settings.roles[invitation.role]}</StackedCell>
      <StackedCell>
        <Text size="sm">{fill(hasEnded ? w.ended : w.until, { date })}</Text>
        {error ? <Failed error={error} /> : null}
      </StackedCell>
      <StackedCell>
        <Group gap="xs">
          <ActionButton
            size="xs"
            variant="light"
            label={fill(w.newLinkName, { name: invitation.name })}
            state={stateOf(again.isPending)}
            onPress={() => again.mutate()}
          />
          <AskTwice
            size="xs"
            label={fill(w.withdrawName, { name: invitation.name })}
            what={o.withdrawWhat}
            sure={o.withdrawSure}
            keep={o.keep}
            state={stateOf(withdraw.isPending)}
            onSure={() => withdraw.mutate()}
          />
        </Group>
      </StackedCell>
    </StackedRow>
  )
}

export function InvitationsTable(props: { onLink: (link: InvitationLink | null) => void }) {
  const { words } = useLanguage()
  const invitations = useQuery({
    queryKey: invitationsKey,
    queryFn: () => call('GET /v1/users/invitations'),
  })
  return (
    <Answer query={invitations}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Stack gap="xs">
            <Title order={3} size="h5">
              {words.access.invitations.waiting}
            </Title>
            <StackedTable minWidth={640}>
              {items.map((one) => (
                <InvitationRow key={one.id} invitation={one} onLink={props.onLink} />
              ))}
            </StackedTable>
          </Stack>
        )
      }
    </Answer>
  )
}
