// Sub-processors and their changes, as staff and accounts both read them.
import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SubprocessorChangeView, SubprocessorView } from '../../../governance/contract.ts'
import { date, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'

export function Heading({ children }: { children: string }) {
  return (
    <Title order={3} size="h6">
      {children}
    </Title>
  )
}

/** `act`: what can be done with one of them. */
export function SubprocessorTable(props: {
  subprocessors: readonly SubprocessorView[]
  act?: (one: SubprocessorView) => ReactNode
}) {
  const { language, words } = useLanguage()
  const w = words.accountSuppliers
  const { subprocessors, act } = props
  if (subprocessors.length === 0) return <Text size="sm">{w.noSubprocessors}</Text>
  return (
    <StackedTable minWidth={560} columns={[w.subprocessor, w.country, w.purpose, w.since]}>
      {subprocessors.map((one) => (
        <StackedRow key={one.id}>
          <StackedCell leads>
            {one.name}
            {act?.(one)}
          </StackedCell>
          <StackedCell label={w.country}>{territoryName(language, one.country)}</StackedCell>
          <StackedCell label={w.purpose}>{one.purpose}</StackedCell>
          <StackedCell label={w.since}>
            {date(language, one.since)}
            {one.until === null ? null : (
              <Text size="sm">{fill(w.until, { date: date(language, one.until) })}</Text>
            )}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function useTold() {
  const { language, words } = useLanguage()
  const w = words.accountSuppliers
  return ({ kind, added, removed, effectiveAt }: SubprocessorChangeView) =>
    fill(w[kind], {
      date: date(language, effectiveAt),
      name: added?.name ?? '',
      country: added === null ? '' : territoryName(language, added.country),
      purpose: added?.purpose ?? '',
      old: removed?.name ?? '',
    })
}

export function ChangeLine<Change extends SubprocessorChangeView>(props: {
  change: Change
  children?: ReactNode
}) {
  const { language, words } = useLanguage()
  const w = words.accountSuppliers
  const told = useTold()
  const { change, children } = props
  const { announcedAt, objectUntil } = change
  return (
    <Stack gap={4}>
      <Text size="sm">{told(change)}</Text>
      <Text size="sm" c="dimmed">
        {[
          fill(w.announced, { date: date(language, announcedAt) }),
          ...(objectUntil === null
            ? []
            : [fill(w.objectUntil, { date: date(language, objectUntil) })]),
        ].join(' ')}
      </Text>
      {children}
    </Stack>
  )
}
