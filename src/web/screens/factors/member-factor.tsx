// Of a user of the account: whether they have a second factor, and the way back when it is lost.
import { Badge, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UserView } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'

export function FactorBadge({ user }: { user: UserView }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).users
  const { hasSecondFactor } = user
  return (
    <Badge color={hasSecondFactor ? 'teal' : 'gray'} variant="light" tt="none" size="sm">
      {hasSecondFactor ? w.has : w.hasNot}
    </Badge>
  )
}

export function RemoveFactor({ user }: { user: UserView }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = own(words, factorWords).users
  const queries = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const { proof, setProof, body, clear } = useProof()
  const remove = useMutation({
    mutationFn: () =>
      call('POST /v1/users/second-factor-removals', {
        body: { userId: user.id, reason: reason.trim(), ...body },
      }),
    onSuccess: () => {
      close()
      queries.invalidateQueries({ queryKey: ['users'] })
    },
    onSettled: clear,
  })
  const { name } = user
  // One's own is turned off in the profile.
  if (!user.hasSecondFactor || user.id === me.user?.id) return null
  return (
    <>
      <ActionButton
        size="xs"
        variant="light"
        label={w.remove}
        state={{ kind: 'ready' }}
        onPress={open}
      />
      <Dialog opened={opened} onClose={close} title={fill(w.removeTitle, { name })}>
        <Stack>
          <Text size="sm">{w.removeWhat}</Text>
          <RecordForm
            label={fill(w.removeName, { name })}
            save={w.removeNow}
            state={remove.isPending ? { kind: 'busy' } : { kind: 'ready' }}
            error={remove.error}
            done={null}
            onSubmit={() => remove.mutate()}
          >
            <Textarea
              label={w.reason}
              required
              minLength={5}
              maxLength={500}
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ProofFields proof={proof} onChange={setProof} />
          </RecordForm>
        </Stack>
      </Dialog>
    </>
  )
}
