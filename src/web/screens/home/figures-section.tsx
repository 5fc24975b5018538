// What a sender sees first: who can be reached, what was sent in thirty days, and what it cost.
import {
  Group,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Figures, FiguresView } from '../../../overview/contract.ts'
import { clock, count, euros, ratio, share } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { messagesSince, paths, stopsSince } from '../../paths.ts'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { useFigures, useReachable } from './queries.ts'
import { Tile } from './tile.tsx'

/** The library that draws is as large as the rest of the app: it comes after the figures. */
const FiguresChart = lazy(async () => ({
  default: (await import('./figures-chart.tsx')).FiguresChart,
}))

/** Whoever asks for the table gets it then. */
const FiguresTable = lazy(async () => ({
  default: (await import('./figures-table.tsx')).FiguresTable,
}))

const chartHeight = 260
const isAnything = ({ accepted, handedOver, replies }: Figures) =>
  accepted + handedOver + replies > 0

function ReachableTile() {
  const { language, words } = useLanguage()
  const w = words.overview
  const { data, isPending } = useReachable()
  const value =
    data === undefined ? isPending ? <Skeleton h={31} w={90} /> : '–' : count(language, data.people)
  return (
    <Tile
      label={w.reachable}
      value={value}
      what={w.reachableWhat}
      before={
        data === undefined
          ? undefined
          : fill(w.countedAt, { time: clock(language, data.countedAt) })
      }
      to={{ path: paths.contactsThat('can_receive'), label: w.seePeople }}
    />
  )
}

const deliveredShare = ({ delivered, failed }: Figures) =>
  delivered + failed === 0 ? null : delivered / (delivered + failed)
const stopRate = ({ stops, delivered }: Figures) =>
  delivered === 0 ? null : (1_000 * stops) / delivered

function Tiles({ total, before, from }: Pick<FiguresView, 'total' | 'before' | 'from'>) {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const w = words.overview
  const earlier = (value: string | null) =>
    isAnything(before) && value !== null ? fill(w.before, { value }) : w.nothingBefore
  const tellShare = (of: Figures) => {
    const value = deliveredShare(of)
    return value === null ? null : share(language, value)
  }
  const tellRate = (of: Figures) => {
    const value = stopRate(of)
    return value === null ? null : ratio(language, value)
  }
  /** What a figure counts, by its number; nothing of none. */
  const to = (many: number, path: string) =>
    many === 0 ? undefined : { path, label: fill(w.seeThem, { count: count(language, many) }) }
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
      {may('contacts.read') ? <ReachableTile /> : null}
      <Tile
        label={w.sent}
        value={count(language, total.handedOver)}
        what={w.sentWhat}
        before={earlier(count(language, before.handedOver))}
        to={to(total.handedOver, messagesSince('left', from))}
      />
      <Tile
        label={w.delivered}
        value={tellShare(total) ?? '–'}
        what={w.deliveredWhat}
        before={earlier(tellShare(before))}
        to={to(total.delivered, messagesSince('ended', from, '&state=delivered'))}
      />
      <Tile
        label={w.failed}
        value={count(language, total.failed)}
        what={w.failedWhat}
        before={earlier(count(language, before.failed))}
        to={to(total.failed, messagesSince('ended', from, '&group=not_arrived'))}
      />
      <Tile
        label={w.cost}
        value={euros(language, total.costMicroEur)}
        what={w.costWhat}
        before={earlier(euros(language, before.costMicroEur))}
        to={to(total.accepted, messagesSince('accepted', from))}
      />
      <Tile
        label={w.stops}
        value={tellRate(total) ?? '–'}
        what={w.stopsWhat}
        before={earlier(tellRate(before))}
        to={to(total.stops, stopsSince(from))}
      />
    </SimpleGrid>
  )
}

function PerDay({ days }: Pick<FiguresView, 'days'>) {
  const { words } = useLanguage()
  const w = words.overview
  const [shown, setShown] = useState('chart')
  return (
    <Paper withBorder p="lg" component="section" aria-label={w.perDay}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {w.perDay}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={w.show}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'chart', label: w.asChart },
            { value: 'table', label: w.asTable },
          ]}
        />
      </Group>
      <Suspense fallback={<Skeleton h={chartHeight} />}>
        {shown === 'table' ? (
          <FiguresTable days={days} />
        ) : (
          <FiguresChart days={days} height={chartHeight} />
        )}
      </Suspense>
    </Paper>
  )
}

export function FiguresSection() {
  const { words } = useLanguage()
  const figures = useFigures()
  return (
    <Answer query={figures}>
      {({ days, total, before, from }) => (
        <Stack gap="sm" component="section" aria-label={words.overview.figures}>
          <Tiles total={total} before={before} from={from} />
          {isAnything(total) ? (
            <PerDay days={days} />
          ) : (
            <Text size="sm" c="dimmed">
              {words.overview.noneSent}
            </Text>
          )}
        </Stack>
      )}
    </Answer>
  )
}
