// What the import would do, before the button: who can receive marketing, and why others cannot.
import { Paper, Stack, Table, Text, Title } from '@mantine/core'
import type { ForecastRequest, ImportForecast, ImportView } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useForecast } from './queries.ts'

const meaningOf: Record<ImportForecast['problems'][number]['kind'], Meaning> = {
  rejected: 'refused',
  held: 'waits',
  quarantined: 'waits',
  declined: 'refused',
  objected: 'waits',
  custom_left: 'information',
  duplicate: 'neutral',
}

function Problems(props: { told: ImportForecast }) {
  const { language, words } = useLanguage()
  const w = words.imports
  return (
    <WideTable minWidth={780}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.consequence}</Table.Th>
          <Table.Th>{w.problem}</Table.Th>
          <Table.Th ta="right">{w.rows}</Table.Th>
          <Table.Th>{w.rowNumbers}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.told.problems.map(({ kind, reason, sentence, rows, lines }) => (
          <Table.Tr key={`${kind} ${reason}`}>
            <Table.Td miw={150}>
              <StatusBadge meaning={meaningOf[kind]}>{w.problems[kind]}</StatusBadge>
            </Table.Td>
            <Table.Td miw={220}>
              <Text size="sm">{sentence}</Text>
            </Table.Td>
            <Table.Td ta="right" className="accord-figures">
              {count(language, rows)}
            </Table.Td>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'normal' }}>
                {lines.map((line) => count(language, line)).join(', ')}
                {rows > lines.length && lines.length > 0 ? '…' : ''}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Told(props: { told: ImportForecast }) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { told } = props
  const { quarantined, declined, objected, rejected, held, duplicates } = told.counts
  const n = (value: number) => count(language, value)
  const others = [
    quarantined > declined ? fill(w.forecastLack, { count: n(quarantined - declined) }) : '',
    declined > 0 ? fill(w.forecastDeclined, { count: n(declined) }) : '',
    objected > 0 ? fill(w.forecastObjected, { count: n(objected) }) : '',
    rejected > 0 ? fill(w.forecastRejected, { count: n(rejected) }) : '',
    held > 0 ? fill(w.forecastHeld, { count: n(held) }) : '',
    duplicates > 0 ? fill(w.forecastDuplicates, { count: n(duplicates) }) : '',
  ].filter((part) => part !== '')
  return (
    <Stack gap="xs">
      <Text fw={600} size="lg" role="status">
        {fill(w.forecast, { can: n(told.canReceive), people: n(told.people) })}
      </Text>
      {told.isWhole ? null : (
        <Text size="sm">
          {fill(w.forecastEstimate, { read: n(told.rowsRead), rows: n(told.rows) })}
        </Text>
      )}
      {told.problems.length > 0 ? (
        <details>
          <summary>{fill(w.forecastSee, { problems: others.join(' · ') })}</summary>
          <Problems told={told} />
        </details>
      ) : null}
    </Stack>
  )
}

export function ForecastPanel(props: { view: ImportView; mapping: ForecastRequest | null }) {
  const { words } = useLanguage()
  const w = words.imports
  const forecast = useForecast(props.view.id, props.mapping)
  if (props.mapping === null) return null
  return (
    <Paper withBorder p="md" component="section" aria-label={w.forecastTitle}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {w.forecastTitle}
        </Title>
        {forecast.data ? <Told told={forecast.data} /> : null}
        {forecast.error ? <Failed error={forecast.error} /> : null}
        {forecast.isFetching ? (
          <Text size="sm" c="dimmed" role="status">
            {w.forecastWorks}
          </Text>
        ) : null}
      </Stack>
    </Paper>
  )
}
