// Of an account that nobody is in yet: who is invited as its owner, and inviting them anew.
import { Text } from '@mantine/core'
import { useState } from 'react'
import { dateTime } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Answer } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { accountsWords } from '../../../words/installation/accounts.ts'
import { own } from '../../../words/own.ts'
import { useInviteOwner, useOwner } from '../queries.ts'
import { InviteLink } from './invite-link.tsx'
import { nobody, OwnerFields } from './owner-fields.tsx'

function Invite({ accountId }: { accountId: string }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const [owner, setOwner] = useState(nobody)
  const invite = useInviteOwner(accountId)
  const state = useAllowed('installation.manage', invite.isPending)
  const submit = () => invite.mutate(owner, { onSuccess: () => setOwner(nobody) })
  return (
    <>
      <RecordForm
        label={w.invite}
        save={w.invite}
        state={state}
        error={invite.error}
        done={null}
        onSubmit={submit}
      >
        <OwnerFields owner={owner} change={(part) => setOwner((old) => ({ ...old, ...part }))} />
        <Text size="sm" c="dimmed">
          {w.inviteLead}
        </Text>
      </RecordForm>
      {invite.data === undefined ? null : <InviteLink invited={invite.data} />}
    </>
  )
}

export function FirstOwner({ accountId }: { accountId: string }) {
  const { language, words } = useLanguage()
  const w = own(words, accountsWords).account
  const owner = useOwner(accountId)
  const says = (invited: { email: string; expiresAt: string } | null) => {
    if (invited === null) return w.noInvitation
    const { email, expiresAt } = invited
    const hasEnded = Date.parse(expiresAt) <= owner.dataUpdatedAt
    return fill(hasEnded ? w.ended : w.waits, { email, date: dateTime(language, expiresAt) })
  }
  if (owner.data?.hasPeople !== false && !owner.isError) return null
  return (
    <Section title={w.owner}>
      <Answer query={owner}>
        {({ invited }) => (
          <>
            <Text size="sm">
              {w.nobody} {says(invited)}
            </Text>
            <Invite accountId={accountId} />
          </>
        )}
      </Answer>
    </Section>
  )
}
