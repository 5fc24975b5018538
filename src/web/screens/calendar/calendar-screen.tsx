// What leaves on which day: a month as a table, and as a list where there is no room for one.
import { Anchor, Box, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CalendarItem, CalendarView } from '../../../campaigns/contract-api.ts'
import { call } from '../../data/client.ts'
import { dayInput } from '../../data/format.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { movingWords } from '../../words/sending/moving.ts'
import { newOnWords } from '../../words/sending/new-on.ts'
import { MoveDialog } from '../campaigns/moving/move-dialog.tsx'
import { weekdayName, wholeDay } from '../recurring/rule-words.ts'
import { isMonth, monthBeside, spanOf, weeksOf } from './month.ts'

type Day = CalendarView['days'][number]

function monthTitle(language: Language, month: string): string {
  const title = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`))
  return title.charAt(0).toUpperCase() + title.slice(1)
}

const notLaunched = new Set<CalendarItem['state']>(['draft', 'approved'])

/** Whatever may still be ahead; the server knows whether something of it has left. */
const mayBeMoved = ({ kind, at, state }: CalendarItem) =>
  kind === 'campaign' && at !== null && Date.parse(at) > Date.now() && state !== 'done'

type Move = (campaign: CalendarItem) => void

function Item({ item, move }: { item: CalendarItem; move: Move }) {
  const { words } = useLanguage()
  const w = words.calendar
  const m = own(words, movingWords)
  const { may } = useSession()
  const maySteer = item.state === 'draft' ? may('campaigns.prepare') : may('campaigns.approve')
  const isCampaign = item.kind === 'campaign'
  const more = isCampaign ? (notLaunched.has(item.state) ? w.notReady : null) : w.recurs
  return (
    <Text size="sm" component="div">
      {item.time}{' '}
      <Anchor
        size="sm"
        component={Link}
        to={isCampaign ? paths.campaign(item.id) : paths.recurringSend(item.id)}
      >
        {item.name}
      </Anchor>
      {more === null ? null : (
        <Text span size="xs" c="dimmed">
          {' '}
          {more}
        </Text>
      )}
      {maySteer && mayBeMoved(item) ? (
        <>
          {' '}
          <Anchor
            size="xs"
            component="button"
            type="button"
            className="accord-no-print"
            aria-label={`${m.move}, ${item.name}`}
            onClick={() => move(item)}
          >
            {m.move}
          </Anchor>
        </>
      ) : null}
    </Text>
  )
}

/** A day that is over has nothing new. */
function NewOn({ day, today }: { day: string; today: string }) {
  const { language, words } = useLanguage()
  const w = own(words, newOnWords)
  const { may } = useSession()
  if (!may('campaigns.prepare') || day < today) return null
  return (
    <Anchor
      component={Link}
      size="xs"
      className="accord-no-print"
      to={paths.newCampaignOn(day)}
      aria-label={fill(w.label, { day: wholeDay(language, day) })}
    >
      {w.short}
    </Anchor>
  )
}

type Shown = { view: CalendarView; month: string; move: Move }

function Cell({ one, month, view, move }: Shown & { one: Day }) {
  const { words } = useLanguage()
  const isOther = !one.day.startsWith(month)
  const isToday = one.day === view.today
  return (
    <Table.Td valign="top" className="accord-day">
      <Text size="sm" {...(isOther ? { c: 'dimmed' } : {})} {...(isToday ? { fw: 700 } : {})}>
        {Number(one.day.slice(8))}
        {isToday ? ` · ${words.calendar.isToday}` : ''}
      </Text>
      {one.items.map((item) => (
        <Item key={`${item.kind} ${item.id}`} item={item} move={move} />
      ))}
      <NewOn day={one.day} today={view.today} />
    </Table.Td>
  )
}

function MonthTable(shown: Shown) {
  const { view, month } = shown
  const { language } = useLanguage()
  return (
    <Table
      withTableBorder
      withColumnBorders
      layout="fixed"
      aria-label={monthTitle(language, month)}
    >
      <Table.Thead>
        <Table.Tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <Table.Th key={weekday}>{weekdayName(language, weekday)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeksOf(view.days).map((week) => (
          <Table.Tr key={week[0]?.day}>
            {week.map((one) => (
              <Cell key={one.day} one={one} {...shown} />
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** A telephone has no room for seven columns: the days with something on them, one by one. */
function DayList({ days, move, today }: { days: readonly Day[]; move: Move; today: string }) {
  const { language } = useLanguage()
  return (
    <Stack>
      {days.map((one) => (
        <Stack key={one.day} gap={4}>
          <Title order={3} size="h5">
            {wholeDay(language, one.day)}
          </Title>
          {one.items.map((item) => (
            <Item key={`${item.kind} ${item.id}`} item={item} move={move} />
          ))}
          <NewOn day={one.day} today={today} />
        </Stack>
      ))}
    </Stack>
  )
}

function Daily({ daily }: Pick<CalendarView, 'daily'>) {
  const { language, words } = useLanguage()
  const w = words.calendar
  if (daily.length === 0) return null
  return (
    <Section title={w.daily}>
      <List spacing="xs">
        {daily.map(({ id, name, time, from }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={paths.recurringSend(id)}>
              {fill(w.dailyOne, { time, name, day: wholeDay(language, from) })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function Month({ view, month }: Omit<Shown, 'move'>) {
  const { words } = useLanguage()
  const w = words.calendar
  const [moving, setMoving] = useState<CalendarItem | null>(null)
  const filled = view.days.filter((one) => one.day.startsWith(month) && one.items.length > 0)
  return (
    <>
      <Text size="sm" c="dimmed">
        {fill(w.zone, { zone: view.zone.replaceAll('_', ' ') })}
      </Text>
      {view.isWhole ? null : <Text role="status">{w.notWhole}</Text>}
      <Box visibleFrom="md">
        <MonthTable view={view} month={month} move={setMoving} />
      </Box>
      <Box hiddenFrom="md">
        {filled.length === 0 ? (
          <Empty title={w.empty} text={w.emptyText} />
        ) : (
          <DayList days={filled} move={setMoving} today={view.today} />
        )}
      </Box>
      <Daily daily={view.daily} />
      <MoveDialog campaign={moving} onClose={() => setMoving(null)} />
    </>
  )
}

export function CalendarScreen() {
  const { language, words } = useLanguage()
  const w = words.calendar
  const [search] = useSearchParams()
  const asked = search.get('month')
  const month = isMonth(asked) ? asked : dayInput(new Date().toISOString()).slice(0, 7)
  const span = spanOf(month)
  const calendar = useQuery({
    queryKey: ['calendar', month],
    queryFn: () => call('GET /v1/calendar', { query: span }),
    refetchInterval: 30_000,
  })
  return (
    <Page title={w.title} lead={w.lead}>
      <Group justify="space-between">
        <Title order={2} size="h3" aria-live="polite">
          {monthTitle(language, month)}
        </Title>
        <Group gap="xs" className="accord-no-print">
          <Button variant="default" component={Link} to={paths.calendarOf(monthBeside(month, -1))}>
            {w.previous}
          </Button>
          <Button variant="default" component={Link} to={paths.calendar}>
            {w.today}
          </Button>
          <Button variant="default" component={Link} to={paths.calendarOf(monthBeside(month, 1))}>
            {w.next}
          </Button>
        </Group>
      </Group>
      <Answer query={calendar}>{(view) => <Month view={view} month={month} />}</Answer>
    </Page>
  )
}
