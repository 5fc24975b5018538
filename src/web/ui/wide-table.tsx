// A table that is wider than a telephone scrolls in its own frame, by the keyboard too.
import { Table } from '@mantine/core'
import { useResizeObserver } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useLanguage } from '../data/language.tsx'
import './wide-table.css'

/**
 * `minWidth` in pixels: what the columns need to be read. A row of one line is 40 pixels high.
 * `stacks`: on a telephone each row is a block of its own, for forms that would scroll sideways:
 * its columns stand in a `StackedHead`, each row and cell says its role, and each cell the name of
 * its column as `data-label`, which stands above it. Where cells are short, take a `StackedTable`.
 */
export function WideTable(props: {
  minWidth: number
  spacing?: 'sm'
  stacks?: true
  children: ReactNode
}) {
  const { words } = useLanguage()
  const [frame, { width }] = useResizeObserver<HTMLDivElement>()
  const [table, { width: needed }] = useResizeObserver<HTMLTableElement>()
  // What stands in the cells may need more than was thought.
  const isWider = width > 0 && needed > width + 1
  // Only what scrolls is a stop of the keyboard (WCAG 2.1.1).
  const scrolls = isWider
    ? { tabIndex: 0, role: 'group', 'aria-label': words.wideTable, 'data-scrolls': true }
    : {}
  return (
    <div ref={frame} className="accord-wide" data-stacks={props.stacks} {...scrolls}>
      <Table
        ref={table}
        role={props.stacks === true ? 'table' : undefined}
        miw={props.stacks === true ? { base: 0, sm: props.minWidth } : props.minWidth}
        verticalSpacing={props.spacing ?? '0.625rem'}
      >
        {props.children}
      </Table>
    </div>
  )
}
