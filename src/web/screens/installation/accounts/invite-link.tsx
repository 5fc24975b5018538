// The link of an owner who was invited: shown once, to be handed over.
import { Code, Stack, Text } from '@mantine/core'
import type { OwnerInvited } from '../../../../accounts/contract.ts'
import { dateTime } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { paths } from '../../../paths.ts'
import { fill } from '../../../words/fill.ts'
import { accountsWords } from '../../../words/installation/accounts.ts'
import { own } from '../../../words/own.ts'

export function InviteLink({ invited }: { invited: OwnerInvited }) {
  const { language, words } = useLanguage()
  const w = own(words, accountsWords).accounts
  const { email, code, isMailed, expiresAt } = invited
  const date = dateTime(language, expiresAt)
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" className="accord-measure">
        {fill(isMailed ? w.mailed : w.notMailed, { email, date })}
      </Text>
      <Code block>{`${window.location.origin}${paths.join}#${code}`}</Code>
    </Stack>
  )
}
