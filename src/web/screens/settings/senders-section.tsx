// The senders that the account may show, and asking for another.
import { Badge, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { senderRefusalWords } from '../../words/sending/sender-refusal.ts'
import { NewSenderForm } from './new-sender-form.tsx'

const colours: Record<SenderView['state'], string> = {
  pending: 'yellow',
  approved: 'green',
  refused: 'red',
}

function SenderTable(props: { items: readonly SenderView[] }) {
  const { language, words } = useLanguage()
  if (props.items.length === 0) return <Text c="dimmed">{words.none}</Text>
  return (
    <StackedTable minWidth={480}>
      {props.items.map((sender) => (
        <StackedRow key={sender.id}>
          <StackedCell leads className="accord-figures">
            {sender.name}
          </StackedCell>
          <StackedCell>
            <Badge color={colours[sender.state]} variant="light" tt="none">
              {words.settings.senderStates[sender.state]}
            </Badge>
            {sender.refusal === null ? null : (
              <Text size="sm">
                {own(words, senderRefusalWords).why}
                {colon(language)} {sender.refusal}
              </Text>
            )}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

export function SendersSection() {
  const senders = useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
  })
  return (
    <Stack>
      <Answer query={senders}>{({ items }) => <SenderTable items={items} />}</Answer>
      <NewSenderForm />
    </Stack>
  )
}
