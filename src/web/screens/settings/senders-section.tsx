// The senders that the account may show, and asking for another.
import { Badge, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { Answer } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { NewSenderForm } from './new-sender-form.tsx'

const colours: Record<SenderView['state'], string> = {
  pending: 'yellow',
  approved: 'green',
  refused: 'red',
}

function SenderTable(props: { items: readonly SenderView[] }) {
  const { words } = useLanguage()
  if (props.items.length === 0) return <Text c="dimmed">{words.none}</Text>
  return (
    <WideTable minWidth={480}>
      <Table.Tbody>
        {props.items.map((sender) => (
          <Table.Tr key={sender.id}>
            <Table.Td className="accord-figures">{sender.name}</Table.Td>
            <Table.Td>
              <Badge color={colours[sender.state]} variant="light" tt="none">
                {words.settings.senderStates[sender.state]}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
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
