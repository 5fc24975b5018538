// What holds the content of a page.
import { Button, Group, Table } from '@mantine/core'
import { personStatuses } from '../../contacts/contract.ts'
import { useWords } from '../data/language.tsx'
import { CountedReasons } from '../ui/counted-reasons.tsx'
import { DayFields } from '../ui/day-fields.tsx'
import { Door } from '../ui/door.tsx'
import { Figure } from '../ui/figure.tsx'
import { FilterBar } from '../ui/filter-bar.tsx'
import { Folded, FoldedOnPhone } from '../ui/folded.tsx'
import { Page } from '../ui/page.tsx'
import { PersonStatus } from '../ui/person-status.tsx'
import { Section } from '../ui/section.tsx'
import { StackedCell, StackedHead, StackedRow, StackedTable } from '../ui/stacked-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { WideTable } from '../ui/wide-table.tsx'
import { Shown } from './shown.tsx'

const columns = Array.from({ length: 12 }, (_, index) => `${index + 1}`)

export function KitOfContent() {
  const words = useWords()
  return (
    <>
      <Shown name="Page, with a lead and actions">
        <Page
          title={words.appName}
          lead={words.problems.unknown}
          actions={<Button>{words.retry}</Button>}
        >
          <p>{words.wideTable}</p>
        </Page>
      </Shown>
      <Shown name="Page">
        <Page title={words.appName}>
          <p>{words.wideTable}</p>
        </Page>
      </Shown>
      <Shown name="PersonStatus, each">
        <Group>
          {personStatuses.map((code) => (
            <PersonStatus key={code} code={code} sentence={words.people.statuses[code]} />
          ))}
        </Group>
      </Shown>
      <Shown name="Door">
        <Door title={words.login.title}>
          <p>{words.wideTable}</p>
        </Door>
      </Shown>
      <Shown name="Section">
        <Section title={words.appName}>
          <p>{words.wideTable}</p>
        </Section>
      </Shown>
      <Shown name="Section, narrow, with a lead">
        <Section title={words.appName} lead={words.problems.unknown} narrow>
          <p>{words.wideTable}</p>
        </Section>
      </Shown>
      <Shown name="FoldedOnPhone">
        <FoldedOnPhone title={words.appName} isInUse={false}>
          <p>{words.wideTable}</p>
        </FoldedOnPhone>
      </Shown>
      <Shown name="Folded">
        <Folded title={words.appName}>
          <p>{words.wideTable}</p>
        </Folded>
      </Shown>
      <Shown name="Figure, a strong one, and one that opens a list">
        <Group>
          <Figure label={words.login.email} value="12 345" />
          <Figure label={words.login.email} value="12 345" strong />
          <Figure label={words.login.email} value="12 345" to="/" />
        </Group>
      </Shown>
      <Shown name="StatusBadge, in each meaning">
        <Group>
          {(['good', 'waits', 'refused', 'information', 'neutral'] as const).map((meaning) => (
            <StatusBadge key={meaning} meaning={meaning}>
              {words.appName}
            </StatusBadge>
          ))}
        </Group>
      </Shown>
      <Shown name="CountedReasons, the second opens something">
        <CountedReasons
          label={words.appName}
          items={[
            { key: 'one', times: 12_345, sentence: words.problems.unknown },
            { key: 'two', times: 1, sentence: words.problems.offline, open: () => undefined },
          ]}
        />
      </Shown>
      <Shown name="WideTable">
        <WideTable minWidth={2_400}>
          <Table.Tbody>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Td key={column}>{column}</Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </WideTable>
      </Shown>
      <Shown name="StackedTable">
        <StackedTable minWidth={320} columns={[columns[0] ?? '', null]}>
          <StackedRow>
            <StackedCell label={columns[0] ?? ''}>{columns[0]}</StackedCell>
            <StackedCell leads>{columns[1]}</StackedCell>
          </StackedRow>
        </StackedTable>
      </Shown>
      <Shown name="FilterBar, two set">
        <FilterBar set={2} clear={() => undefined}>
          <Button>{words.retry}</Button>
        </FilterBar>
      </Shown>
      <Shown name="DayFields, the second before the first">
        <DayFields from="2026-12-02" until="2026-12-01" choose={() => undefined} />
      </Shown>
      <Shown name="StackedHead">
        <WideTable minWidth={320} stacks>
          <StackedHead columns={columns.slice(0, 2)} />
          <Table.Tbody role="rowgroup">
            <Table.Tr role="row">
              {columns.slice(0, 2).map((column) => (
                <Table.Td key={column} role="cell" data-label={column}>
                  {column}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </WideTable>
      </Shown>
    </>
  )
}
