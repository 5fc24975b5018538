// What the last drill found, check by check.
import { Table, Text } from '@mantine/core'
import type { BackupDrillView } from '../../../backup/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { backupWords } from '../../words/compliance/backups.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

type Line = { check: string; result: string; isFault: boolean }

function useLines() {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const told = (value: number) => count(language, value)
  return ({ found }: BackupDrillView): Line[] => {
    const fine = (check: string, result: string): Line => ({ check, result, isFault: false })
    const until = found.pendingUntil
    return [
      fine(w.tables, fill(w.tablesResult, { tables: told(found.tables), rows: told(found.rows) })),
      {
        check: w.wrong,
        result: found.tablesWrong.length === 0 ? told(0) : found.tablesWrong.join(', '),
        isFault: found.tablesWrong.length > 0,
      },
      {
        check: w.sampled,
        result: fill(w.sampledResult, {
          opened: told(found.opened),
          sampled: told(found.sampled),
        }),
        isFault: found.opened !== found.sampled,
      },
      {
        check: w.replayed,
        result:
          found.changesFault ??
          (found.changesUntil === null
            ? w.replayedNone
            : fill(w.replayedUntil, { date: dateTime(language, found.changesUntil) })),
        isFault: found.changesFault !== null,
      },
      { check: w.closed, result: told(found.closed), isFault: found.closed > 0 },
      fine(fill(w.erased, { count: told(found.backups) }), told(found.erased)),
      fine(w.unreadable, told(found.unreadable)),
      fine(
        until === null ? w.pendingNone : fill(w.pending, { date: dateTime(language, until) }),
        told(found.pending),
      ),
      { check: w.readable, result: told(found.readable), isFault: found.readable > 0 },
    ]
  }
}

export function LastDrill({ drill }: { drill: BackupDrillView | null }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const lines = useLines()
  if (drill === null) {
    return (
      <Section title={w.found}>
        <Text size="sm">{w.noDrill}</Text>
      </Section>
    )
  }
  const seconds = count(language, drill.found.seconds)
  return (
    <Section
      title={w.found}
      lead={fill(w.foundLead, { date: dateTime(language, drill.begunAt), seconds })}
    >
      <StatusBadge meaning={drill.state === 'passed' ? 'good' : 'refused'}>
        {drill.state === 'passed' ? w.passed : w.failed}
      </StatusBadge>
      {drill.sentence === null ? null : <Text>{drill.sentence}</Text>}
      <WideTable minWidth={260}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.check}</Table.Th>
            <Table.Th ta="right">{w.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines(drill).map(({ check, result, isFault }) => (
            <Table.Tr key={check}>
              <Table.Td>{check}</Table.Td>
              <Table.Td ta="right">
                {isFault ? <StatusBadge meaning="refused">{result}</StatusBadge> : result}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}
