// One person of the account: their role, and leaving.
import { Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AccountRole, accountRoles, type UserView } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { StackedCell, StackedRow } from '../../ui/stacked-table.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { FactorBadge, RemoveFactor } from '../factors/member-factor.tsx'
import { RoleRights } from './role-rights.tsx'

const stateOf = (pending: boolean): ActionState => ({ kind: pending ? 'busy' : 'ready' })

export function UserRow(props: { user: UserView }) {
  const { user } = props
  const { words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const done = { onSettled: () => queries.invalidateQueries({ queryKey: ['users'] }) }
  const change = useMutation({
    mutationFn: (role: AccountRole) =>
      call('PATCH /v1/users/{id}', { params: { id: user.id }, body: { role } }),
    ...done,
  })
  const { error } = change
  return (
    <StackedRow>
      <StackedCell leads>
        {user.name}
        <div>
          <FactorBadge user={user} />
        </div>
      </StackedCell>
      <StackedCell>{user.email}</StackedCell>
      <StackedCell>
        <Select
          aria-label={fill(w.roleOf, { name: user.name })}
          size="xs"
          allowDeselect={false}
          value={user.role}
          data={accountRoles.map((value) => ({ value, label: w.roles[value] }))}
          onChange={(role) => role && role !== user.role && change.mutate(role)}
        />
        {error ? <Failed error={error} /> : null}
        <Text component="div" size="sm" mt={4}>
          <RoleRights role={user.role} />
        </Text>
      </StackedCell>
      <StackedCell>
        <Stack gap="xs" align="flex-start">
          <RemoveUser user={user} />
          <RemoveFactor user={user} />
        </Stack>
      </StackedCell>
    </StackedRow>
  )
}

function RemoveUser(props: { user: UserView }) {
  const { words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/users/{id}', { params: { id: props.user.id } }),
    onSuccess: () => {
      close()
      queries.invalidateQueries({ queryKey: ['users'] })
      queries.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  return (
    <>
      <ActionButton
        size="xs"
        color="red"
        variant="light"
        label={w.remove}
        state={{ kind: 'ready' }}
        onPress={open}
      />
      <Dialog
        opened={opened}
        onClose={close}
        title={fill(w.removeTitle, { name: props.user.name })}
      >
        <Stack>
          <Text size="sm">{w.removeWhat}</Text>
          <ActionButton
            color="red"
            label={w.removeNow}
            state={stateOf(remove.isPending)}
            onPress={() => remove.mutate()}
          />
          {remove.error ? <Failed error={remove.error} /> : null}
        </Stack>
      </Dialog>
    </>
  )
}
