// Reasons with how often each applied, in the order given.
import { Table } from '@mantine/core'
import { count } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'

export type CountedReason = { key: string; times: number; sentence: string }

export function CountedReasons(props: { label: string; items: readonly CountedReason[] }) {
  const { language } = useLanguage()
  return (
    <Table aria-label={props.label}>
      <Table.Tbody>
        {props.items.map((item) => (
          <Table.Tr key={item.key}>
            <Table.Td w={90} ta="right" fw={600} className="accord-figures">
              {count(language, item.times)}
            </Table.Td>
            <Table.Td>{item.sentence}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
