// The file itself, its first rows masked: each column with what it is and what becomes of it.
import { Stack, Table, Text, Title } from '@mantine/core'
import type { ImportColumn, ImportView } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { ClassBadge, tintOf } from './column-class.tsx'
import { asSaid } from './columns-table.tsx'
import type { ColumnChoices } from './mapped-columns.tsx'

const columnPixels = 180

function useFate(choices: ColumnChoices): (column: ImportColumn) => string {
  const { words } = useLanguage()
  const w = words.imports
  return ({ index }) => {
    const field = choices.chosen.get(index)
    const key = choices.custom.chosen.get(index)
    const custom = choices.custom.fields.find((one) => one.key === key)
    if (field !== undefined) return `→ ${w.fields[field]}`
    if (custom !== undefined) return `→ ${custom.name}`
    return choices.legalBases.has(index) ? `→ ${w.keptApart}` : w.dropped1
  }
}

export function PreviewTable(props: { view: ImportView; columns: ColumnChoices }) {
  const { words } = useLanguage()
  const w = words.imports
  const fateOf = useFate(props.columns)
  const columns = (props.view.analysis?.columns ?? []).map((one) => asSaid(one, props.columns))
  const rows = props.view.analysis?.preview ?? []
  if (rows.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {w.preview}
      </Title>
      <WideTable minWidth={columns.length * columnPixels} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.index}
                miw={columnPixels}
                style={{ backgroundColor: tintOf(column.class), verticalAlign: 'top' }}
              >
                <Stack gap={4} align="flex-start">
                  <span>{column.header || `#${column.index + 1}`}</span>
                  <ClassBadge of={column.class} />
                  <Text size="xs">{fateOf(column)}</Text>
                </Stack>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a masked row has nothing else to be named by, and none moves.
            <Table.Tr key={row}>
              {columns.map(({ index, class: of }) => (
                <Table.Td key={index} style={{ backgroundColor: tintOf(of) }}>
                  <Text size="xs" className="accord-mono" truncate maw={columnPixels - 24}>
                    {cells[index]}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  )
}
