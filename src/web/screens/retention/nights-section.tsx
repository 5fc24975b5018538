// What the nights deleted: the last of each kind of data, and the earlier ones when asked for.
import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { RetentionNightView } from '../../../retention/contract.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useNights } from './queries.ts'

const meanings: Record<RetentionNightView['state'], Meaning> = {
  done: 'good',
  running: 'information',
  failed: 'refused',
}

function State({ night }: { night: RetentionNightView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  return (
    <Stack gap={4} align="flex-start">
      <StatusBadge meaning={meanings[night.state]}>{w.states[night.state]}</StatusBadge>
      {night.failure === null ? null : <Text size="sm">{night.failure}</Text>}
    </Stack>
  )
}

function Nights({ items }: { items: readonly RetentionNightView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  const seconds = (ms: number) => fill(w.seconds, { count: count(language, Math.ceil(ms / 1_000)) })
  return (
    <WideTable minWidth={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.kind}</Table.Th>
          <Table.Th>{w.night}</Table.Th>
          <Table.Th ta="right">{w.deleted}</Table.Th>
          <Table.Th>{w.period}</Table.Th>
          <Table.Th>{w.oldest}</Table.Th>
          <Table.Th ta="right">{w.took}</Table.Th>
          <Table.Th>{w.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((night) => (
          <Table.Tr key={`${night.kind} ${night.night}`}>
            <Table.Td>{w.kinds[night.kind]}</Table.Td>
            <Table.Td>{date(language, night.night)}</Table.Td>
            <Table.Td ta="right" className="accord-figures">
              {count(language, night.deleted)}
            </Table.Td>
            <Table.Td>
              {fill(w.unit[night.term.unit], { count: String(night.term.count) })}
            </Table.Td>
            <Table.Td>
              {night.oldestLeft === null ? '—' : date(language, night.oldestLeft)}
            </Table.Td>
            <Table.Td ta="right">{seconds(night.tookMs)}</Table.Td>
            <Table.Td>
              <State night={night} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

export function NightsSection({ last }: { last: readonly RetentionNightView[] }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const [areEarlier, setEarlier] = useState(false)
  const nights = useNights(areEarlier)
  const all = nights.data?.pages.flatMap(({ items }) => items)
  if (last.length === 0) {
    return (
      <Section title={w.nights}>
        <Empty title={w.noNights} text={w.noNightsText} />
      </Section>
    )
  }
  const goOn = () => (areEarlier ? nights.fetchNextPage() : setEarlier(true))
  return (
    <Section title={w.nights} lead={w.nightsLead}>
      <Stack>
        <Nights items={all ?? last} />
        {nights.error === null ? null : <Failed error={nights.error} />}
        {areEarlier && !nights.hasNextPage ? null : (
          <Group>
            <Button variant="default" onClick={goOn}>
              {areEarlier ? w.more : w.earlier}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  )
}
