// How an account stands, in words: live or sandbox, and whether it is suspended or to be deleted.
import { Badge, Group } from '@mantine/core'
import type { AccountView } from '../../../accounts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { accountsWords } from '../../words/installation/accounts.ts'
import { own } from '../../words/own.ts'

export function AccountBadges({ account }: { account: AccountView }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  return (
    <Group gap="xs">
      <Badge color={account.kind === 'live' ? 'green' : 'blue'} variant="light" tt="none">
        {account.kind === 'live' ? w.live : w.sandbox}
      </Badge>
      {account.suspendedAt === null ? null : (
        <Badge color="red" variant="light" tt="none">
          {w.suspended}
        </Badge>
      )}
      {account.deletionDueAt === null ? null : (
        <Badge color="red" variant="light" tt="none">
          {w.leaving}
        </Badge>
      )}
    </Group>
  )
}
