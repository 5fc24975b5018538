// Whether an account sends, and to whom: suspended, let go on, live or sandbox; going into it.
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { AccountView } from '../../../accounts/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession, useSessionActions } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { accountsWords } from '../../words/installation/accounts.ts'
import { own } from '../../words/own.ts'
import { AccountBadges } from './account-badges.tsx'
import { useKindChange, useResume, useSuspend } from './queries.ts'

type Props = { account: AccountView }

function Suspend({ account }: Props) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const suspend = useSuspend(account.id)
  return (
    <ReasonDialog
      label={w.suspend}
      title={fill(w.suspendTitle, { name: account.name })}
      what={w.suspendWhat}
      reasonLabel={w.reason}
      save={w.suspendNow}
      state={useAllowed('installation.manage', suspend.isPending)}
      error={suspend.error}
      act={suspend.mutate}
    />
  )
}

function Resume({ account }: Props) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const resume = useResume(account.id)
  return (
    <Stack gap="xs">
      <AskTwice
        label={w.resume}
        what={w.resumeWhat}
        sure={w.resumeNow}
        keep={w.keep}
        color="teal"
        state={useAllowed('installation.manage', resume.isPending)}
        onSure={() => resume.mutate(undefined)}
      />
      {resume.error ? <Failed error={resume.error} /> : null}
    </Stack>
  )
}

function Kind({ account }: Props) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const change = useKindChange(account.id)
  const state = useAllowed('installation.manage', change.isPending)
  const isLive = account.kind === 'live'
  return (
    <Stack gap="xs">
      <AskTwice
        // Once it is done, the other way is asked for anew.
        key={account.kind}
        label={isLive ? w.toSandbox : w.toLive}
        what={isLive ? w.toSandboxWhat : w.toLiveWhat}
        sure={isLive ? w.toSandboxNow : w.toLiveNow}
        keep={w.keep}
        state={state}
        onSure={() => change.mutate(isLive ? 'sandbox' : 'live')}
      />
      {change.error ? <Failed error={change.error} /> : null}
    </Stack>
  )
}

export function AccountStanding({ account }: Props) {
  const { language, words } = useLanguage()
  const w = own(words, accountsWords).account
  const { suspendedAt } = account
  return (
    <Section title={w.standing}>
      <Stack gap="xs">
        <AccountBadges account={account} />
        <Text size="sm" className="accord-measure">
          {account.kind === 'live' ? w.live : w.sandbox}
        </Text>
        {suspendedAt === null ? null : (
          <Text size="sm" className="accord-measure">
            {fill(w.suspended, { date: dateTime(language, suspendedAt) })}
          </Text>
        )}
      </Stack>
      <Group align="flex-start">
        {suspendedAt === null ? <Suspend account={account} /> : <Resume account={account} />}
        <Kind account={account} />
      </Group>
      <Enter account={account} />
    </Section>
  )
}

function Enter({ account }: Props) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).account
  const { me } = useSession()
  const { switchTo } = useSessionActions()
  const [isLeaving, setLeaving] = useState(false)
  if (account.id === me.account.id) return null
  if (!me.accounts.some(({ id }) => id === account.id)) {
    return (
      <Text size="sm" c="dimmed">
        {w.notInside}
      </Text>
    )
  }
  const enter = () => {
    setLeaving(true)
    void switchTo(account.id).catch(() => setLeaving(false))
  }
  return (
    <Stack gap={4}>
      <ActionButton
        label={w.enter}
        state={{ kind: isLeaving ? 'busy' : 'ready' }}
        onPress={enter}
      />
      <Text size="sm" c="dimmed">
        {w.enterLead}
      </Text>
    </Stack>
  )
}
