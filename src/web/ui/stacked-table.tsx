// A table whose rows are blocks on a telephone: what matters first, the rest by its name, and the
// buttons in sight. Nothing is to be scrolled sideways for.
import { Table, type TableTdProps, type TableTrProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { WideTable } from './wide-table.tsx'

/** By its name; `figures` stand to the right. Null: of buttons, which name themselves. */
export type Column = string | { figures: string } | null

/** The columns of a table that stacks, by their names; a telephone shows them beside each cell. */
export function StackedHead({ columns }: { columns: readonly Column[] }) {
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        {columns.map((column) => {
          if (column === null) return <Table.Td key="buttons" role="cell" />
          const [name, isRight] = typeof column === 'string' ? [column] : [column.figures, true]
          return (
            <Table.Th key={name} role="columnheader" {...(isRight ? { ta: 'right' } : {})}>
              {name}
            </Table.Th>
          )
        })}
      </Table.Tr>
    </Table.Thead>
  )
}

/**
 * `minWidth` in pixels: what the columns need to be read, where they stand beside each other.
 * `columns`: none where each cell says by itself what it is.
 */
export function StackedTable({
  columns,
  children,
  ...rest
}: {
  minWidth: number
  spacing?: 'sm'
  columns?: readonly Column[]
  children: ReactNode
}) {
  return (
    <WideTable {...rest} stacks>
      {columns === undefined ? null : <StackedHead columns={columns} />}
      <Table.Tbody role="rowgroup">{children}</Table.Tbody>
    </WideTable>
  )
}

export function StackedRow(props: TableTrProps) {
  return <Table.Tr role="row" {...props} />
}

const isNothing = (children: ReactNode) => children === null || children === ''

/**
 * `label`: the name of its column, which a telephone shows beside it; without one it stands alone.
 * What holds nothing is left out there. `leads`: it stands before the others there, as the name and
 * the state do. `isFigure`: it stands to the right where columns stand beside each other.
 */
export function StackedCell({
  label,
  leads,
  isFigure,
  children,
  ...rest
}: TableTdProps & { label?: string; leads?: true; isFigure?: true }) {
  return (
    <Table.Td
      role="cell"
      data-beside={label}
      data-leads={leads}
      {...(isFigure === true ? { ta: { base: 'left', sm: 'right' } } : {})}
      {...rest}
    >
      {label === undefined || isNothing(children) ? children : <div>{children}</div>}
    </Table.Td>
  )
}
