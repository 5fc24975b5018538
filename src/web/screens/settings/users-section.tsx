// The people of the account and their roles; inviting one more gives a link to hand over.
import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { accountRoles } from '../../../accounts/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CopiedCode } from '../../ui/copied-code.tsx'
import { StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { invitedWords } from '../../words/account/invited.ts'
import { own } from '../../words/own.ts'
import { type InvitationLink, InvitationsTable, invitationsKey } from './invitations-table.tsx'
import { RoleRights } from './role-rights.tsx'
import { UserRow } from './user-row.tsx'

type Draft = BodyOf<'POST /v1/users'>
const emptyDraft: Draft = { name: '', email: '', role: 'sender' }

export function UsersSection() {
  const { language, words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const [link, setLink] = useState<InvitationLink | null>(null)
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () => call('GET /v1/users'),
  })
  const invite = useMutation({
    mutationFn: () => call('POST /v1/users', { body: draft }),
    onSuccess: (invited) => {
      setDraft(emptyDraft)
      setLink(invited)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  })
  const state = useAllowed('account.manage', invite.isPending)
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <Stack>
      <Answer query={users}>
        {({ items }) => (
          <StackedTable minWidth={520}>
            {items.map((user) => (
              <UserRow key={user.id} user={user} />
            ))}
          </StackedTable>
        )}
      </Answer>
      <InvitationsTable onLink={setLink} />
      <Text size="sm" c="dimmed">
        {words.access.invitations.explained}
      </Text>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={w.userName}
            required
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={w.userEmail}
            type="email"
            required
            value={draft.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
          <Select
            label={w.role}
            allowDeselect={false}
            value={draft.role}
            data={accountRoles.map((value) => ({ value, label: w.roles[value] }))}
            onChange={(role) => role && change({ role: role as Draft['role'] })}
          />
          <ActionButton submit variant="default" label={w.invite} state={state} />
        </Group>
        <Text component="div" size="sm" mt="xs">
          {w.roles[draft.role]}
          {colon(language)} <RoleRights role={draft.role} />
        </Text>
      </form>
      {link !== null ? (
        <Stack gap="xs">
          <Text size="sm">{link.isMailed ? w.inviteMailed : w.inviteOnce}</Text>
          <CopiedCode
            label={own(words, invitedWords).link}
            code={`${window.location.origin}${paths.join}#${link.code}`}
          />
        </Stack>
      ) : null}
      {invite.error ? <Failed error={invite.error} /> : null}
    </Stack>
  )
}
