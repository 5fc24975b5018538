// The senders that the account may show, and asking for another.
import { Badge, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SenderView } from '../../../routing/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'

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
  const { words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [evidence, setEvidence] = useState('')
  const senders = useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
  })
  const add = useMutation({
    mutationFn: () =>
      call('POST /v1/senders', { body: { name: name.trim(), evidence: evidence.trim() } }),
    onSuccess: () => setName(''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['senders'] }),
  })
  const state = useAllowed('account.manage', add.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <Stack>
      <Answer query={senders}>{({ items }) => <SenderTable items={items} />}</Answer>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={w.senderName}
            description={words.campaigns.senderHelp}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={w.senderNote}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
          <ActionButton submit variant="default" label={w.addSender} state={state} />
        </Group>
      </form>
      {add.error ? <Failed error={add.error} /> : null}
    </Stack>
  )
}
