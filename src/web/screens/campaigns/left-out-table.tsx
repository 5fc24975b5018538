// Who is left out, by first reason, in the public order of refusals.
import { Stack, Table, Text, Title } from '@mantine/core'
import type { CheckSheet } from '../../../campaigns/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'

export function LeftOutTable(props: { items: CheckSheet['leftOut'] }) {
  const { language, words } = useLanguage()
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.campaigns.leftOutWhy}
      </Title>
      {props.items.length === 0 ? (
        <Text c="dimmed">{words.campaigns.nobodyLeftOut}</Text>
      ) : (
        <Table aria-label={words.campaigns.leftOutWhy}>
          <Table.Tbody>
            {props.items.map((item) => (
              <Table.Tr key={item.refusal}>
                <Table.Td w={90} ta="right" fw={600} className="accord-mono">
                  {count(language, item.people)}
                </Table.Td>
                <Table.Td>{item.sentence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
