// The senders that the account may show, and asking for another, or again for one that has ended.
import { Badge, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { colon, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { hasEnded } from '../../data/senders.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { senderRefusalWords } from '../../words/sending/sender-refusal.ts'
import { NewSenderForm } from './new-sender-form.tsx'

const colours: Record<SenderView['state'], string> = {
  pending: 'yellow',
  approved: 'green',
  refused: 'red',
}

function SenderState({ sender }: { sender: SenderView }) {
  const { language, words } = useLanguage()
  const w = own(words, senderRefusalWords)
  const isOver = sender.state !== 'refused' && hasEnded(sender)
  return (
    <>
      <Badge color={isOver ? 'red' : colours[sender.state]} variant="light" tt="none">
        {isOver
          ? fill(w.expired, { date: date(language, sender.expiresAt ?? '') })
          : words.settings.senderStates[sender.state]}
      </Badge>
      {sender.state === 'pending' && !isOver ? <Text size="sm">{w.waits}</Text> : null}
      {sender.refusal === null ? null : (
        <Text size="sm">
          {w.why}
          {colon(language)} {sender.refusal}
        </Text>
      )}
    </>
  )
}

function SenderTable(props: {
  items: readonly SenderView[]
  onAgain: (sender: SenderView) => void
}) {
  const { words } = useLanguage()
  const allowed = useAllowed('account.manage', false)
  if (props.items.length === 0) return <Text c="dimmed">{words.none}</Text>
  return (
    <StackedTable minWidth={480}>
      {props.items.map((sender) => (
        <StackedRow key={sender.id}>
          <StackedCell leads className="accord-figures">
            {sender.name}
          </StackedCell>
          <StackedCell>
            <SenderState sender={sender} />
          </StackedCell>
          <StackedCell>
            {sender.state === 'refused' || hasEnded(sender) ? (
              <ActionButton
                size="xs"
                variant="default"
                label={fill(own(words, senderRefusalWords).again, { name: sender.name })}
                state={allowed}
                onPress={() => props.onAgain(sender)}
              />
            ) : null}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

export function SendersSection() {
  const { words } = useLanguage()
  const w = own(words, senderRefusalWords)
  const [again, setAgain] = useState<SenderView | null>(null)
  const senders = useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
  })
  return (
    <Stack>
      <Answer query={senders}>
        {({ items }) => <SenderTable items={items} onAgain={setAgain} />}
      </Answer>
      {again === null ? null : (
        <Text size="sm">{again.state === 'approved' ? w.endedLead : w.againLead}</Text>
      )}
      <NewSenderForm key={again?.id ?? ''} again={again} onDone={() => setAgain(null)} />
    </Stack>
  )
}
