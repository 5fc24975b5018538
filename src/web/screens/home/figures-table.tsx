// Thirty days in a table, the newest first.
import { Table } from '@mantine/core'
import type { FiguresView } from '../../../overview/contract.ts'
import { count, day, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

export function FiguresTable({ days }: Pick<FiguresView, 'days'>) {
  const { language, words } = useLanguage()
  const w = words.overview
  const columns: [string, (of: FiguresView['days'][number]) => string][] = [
    [w.sent, (of) => count(language, of.handedOver)],
    [w.delivered, (of) => count(language, of.delivered)],
    [w.failed, (of) => count(language, of.failed)],
    [w.cost, (of) => euros(language, of.costMicroEur)],
  ]
  return (
    <WideTable minWidth={440} spacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.day}</Table.Th>
          {columns.map(([label]) => (
            <Table.Th key={label} ta="right">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...days].reverse().map((one) => (
          <Table.Tr key={one.day}>
            <Table.Td>{day(language, one.day)}</Table.Td>
            {columns.map(([label, tell]) => (
              <Table.Td key={label} ta="right" className="accord-figure">
                {tell(one)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
