// Sender names one below the other, each with why it is theirs and the decision on it: on a
// telephone the buttons stay within reach.
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { SenderView } from '../../../routing/contract.ts'
import { colon, date, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import { moderationWords } from '../../words/installation/moderation.ts'
import { own } from '../../words/own.ts'
import { senderRefusalWords } from '../../words/sending/sender-refusal.ts'
import { SenderBadge, SenderDecision } from './sender-decision.tsx'

/** `account`: whose it is, where that is not said by the page. */
export type ListedSender = {
  accountId: string
  sender: SenderView
  account?: { id: string; name: string }
}

function OneSender({ accountId, sender, account }: ListedSender) {
  const { language, words } = useLanguage()
  const w = own(words, moderationWords).senders
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} className="accord-measure">
          <Group gap="xs">
            <Text fw={600}>{sender.name}</Text>
            <SenderBadge state={sender.state} />
          </Group>
          {account === undefined ? null : (
            <Anchor component={Link} to={paths.account(account.id)} size="sm">
              {account.name}
            </Anchor>
          )}
          <Text size="sm">
            {w.evidence}
            {colon(language)} {sender.evidence || w.noEvidence}
          </Text>
          {sender.refusal === null ? null : (
            <Text size="sm">
              {own(words, senderRefusalWords).why}
              {colon(language)} {sender.refusal}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {territoryName(language, sender.country)} ·{' '}
            {fill(w.asked, { date: date(language, sender.createdAt) })}
          </Text>
        </Stack>
        <SenderDecision accountId={accountId} sender={sender} />
      </Group>
    </Paper>
  )
}

export function SenderList(props: { label: string; items: readonly ListedSender[] }) {
  return (
    <Stack component="ul" gap="sm" className="accord-plain" aria-label={props.label}>
      {props.items.map((one) => (
        <OneSender key={one.sender.id} {...one} />
      ))}
    </Stack>
  )
}
