// What is open for whoever answers for the data: who acts, until when, and where.
import { Alert, Anchor, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { OpenPointsView, OpenPointView } from '../../../overview/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useOpenPoints } from './queries.ts'

function By({ point }: { point: OpenPointView }) {
  const { language, words } = useLanguage()
  const w = words.openPoints
  if (point.by === null)
    return (
      <Text size="sm" c="dimmed">
        {w.noDate}
      </Text>
    )
  return (
    <Group gap={4}>
      <span>{date(language, point.by)}</span>
      {point.isLate ? <StatusBadge meaning="refused">{w.late}</StatusBadge> : null}
    </Group>
  )
}

function Act({ point }: { point: OpenPointView }) {
  return (
    <Anchor component={Link} to={point.leadsTo} size="sm">
      {point.act}
    </Anchor>
  )
}

/** A telephone has room for one column: all of a point stands in it. */
function Points({ items }: Pick<OpenPointsView, 'items'>) {
  const { words } = useLanguage()
  const w = words.openPoints
  return (
    <WideTable minWidth={280}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.what}</Table.Th>
          <Table.Th visibleFrom="sm">{w.who}</Table.Th>
          <Table.Th visibleFrom="sm">{w.by}</Table.Th>
          <Table.Th visibleFrom="sm">{w.act}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((point) => (
          <Table.Tr key={point.id}>
            <Table.Td>
              {point.what}
              <Stack hiddenFrom="sm" gap={4} mt={4}>
                <Text size="sm" c="dimmed">
                  {point.who}
                </Text>
                <By point={point} />
                <Act point={point} />
              </Stack>
            </Table.Td>
            <Table.Td visibleFrom="sm">{point.who}</Table.Td>
            <Table.Td visibleFrom="sm">
              <By point={point} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <Act point={point} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Found() {
  const { words } = useLanguage()
  const w = words.openPoints
  const points = useOpenPoints()
  return (
    <Answer query={points}>
      {({ items, unread }) => (
        <>
          {unread.length === 0 ? null : <Alert color="yellow">{w.unread}</Alert>}
          {items.length > 0 ? <Points items={items} /> : null}
          {items.length === 0 && unread.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : null}
        </>
      )}
    </Answer>
  )
}

export function OpenPointsScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.openPoints
  return (
    <Page title={w.title} lead={w.lead}>
      {may('audit.read') ? <Found /> : <NotAllowed right="audit.read" />}
    </Page>
  )
}
