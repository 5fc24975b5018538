// A table that is wider than a telephone scrolls in its own frame, by the keyboard too.
import { Table } from '@mantine/core'
import { useResizeObserver } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useLanguage } from '../data/language.tsx'

/** `minWidth` in pixels: what the columns need to be read. */
export function WideTable(props: { minWidth: number; spacing?: 'sm'; children: ReactNode }) {
  const { words } = useLanguage()
  const [frame, { width }] = useResizeObserver<HTMLDivElement>()
  const isWider = width > 0 && width < props.minWidth
  // Only what scrolls is a stop of the keyboard (WCAG 2.1.1).
  const scrolls = isWider ? { tabIndex: 0, role: 'group', 'aria-label': words.wideTable } : {}
  return (
    <div ref={frame} className="accord-wide" {...scrolls}>
      <Table miw={props.minWidth} verticalSpacing={props.spacing ?? 'xs'}>
        {props.children}
      </Table>
    </div>
  )
}
