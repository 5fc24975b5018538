// What the nights deleted: the last of each kind of data, and the earlier ones when asked for.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RetentionNightView } from '../../../retention/contract.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
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
    <StackedTable
      minWidth={720}
      columns={[
        w.kind,
        w.night,
        { figures: w.deleted },
        w.period,
        w.oldest,
        { figures: w.took },
        w.state,
      ]}
    >
      {items.map((night) => (
        <StackedRow key={`${night.kind} ${night.night}`}>
          <StackedCell leads>{w.kinds[night.kind]}</StackedCell>
          <StackedCell label={w.night}>{date(language, night.night)}</StackedCell>
          <StackedCell label={w.deleted} isFigure className="accord-figures">
            {count(language, night.deleted)}
          </StackedCell>
          <StackedCell label={w.period}>
            {fill(w.unit[night.term.unit], { count: String(night.term.count) })}
          </StackedCell>
          <StackedCell label={w.oldest}>
            {night.oldestLeft === null ? '—' : date(language, night.oldestLeft)}
          </StackedCell>
          <StackedCell label={w.took} isFigure>
            {seconds(night.tookMs)}
          </StackedCell>
          <StackedCell leads>
            <State night={night} />
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
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
