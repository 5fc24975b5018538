// What leaves on which day: campaigns by their instant, and the days to come of what recurs.
import { accountOf } from '../../accounts/index.ts'
import { instantOf, isoDateOf, wallTimeOf } from '../../countries/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { CalendarItem, CalendarView } from '../contract-calendar.ts'
import { calendarItemsMax } from '../contract-calendar.ts'
import type { CampaignsDeps } from '../deps.ts'
import { listBetween } from '../search-store.ts'
import { dayOfIso, type Recurring, ruleOf, spanOf } from './recurring.ts'
import { nextDay, todayIn } from './rule.ts'
import { listActive } from './store.ts'

const minuteMs = 60_000
const two = (value: number) => String(value).padStart(2, '0')
const timeOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

type Placed = { day: number; minute: number; item: CalendarItem }

export async function viewCalendar(
  deps: CampaignsDeps,
  { accountId }: Caller,
  asked: { from: string; days: number },
): Promise<CalendarView> {
  const first = dayOfIso(asked.from)
  const past = first + asked.days
  return deps.database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    const span = { from: instantOf(zone, first, 0), to: instantOf(zone, past, 0) }
    const campaigns = await listBetween(tx, accountId, { ...span, limit: calendarItemsMax + 1 })
    const active = await listActive(tx, deps.vault, accountId)
    const placed: Placed[] = campaigns.slice(0, calendarItemsMax).map(({ at, ...campaign }) => {
      const { day, sinceMidnightMs } = wallTimeOf(zone, at)
      const minute = Math.floor(sinceMidnightMs / minuteMs)
      const shown = { time: timeOf(minute), at: new Date(at).toISOString() }
      return { day, minute, item: { kind: 'campaign', ...campaign, ...shown } }
    })
    const ofCalendar = active.filter(({ every }) => every !== 'persons_date')
    placed.push(...ofCalendar.flatMap((held) => daysOf(held, { first, past })))
    placed.sort((one, other) => one.minute - other.minute)
    return {
      zone,
      today: isoDateOf(todayIn(zone, deps.clock.now())),
      days: Array.from({ length: asked.days }, (_, index) => ({
        day: isoDateOf(first + index),
        items: placed.filter(({ day }) => day === first + index).map(({ item }) => item),
      })),
      daily: active.flatMap(({ id, name, every, sendMinute, nextDay: from }) =>
        every === 'persons_date' && from !== null && dayOfIso(from) < past
          ? [{ id, name, time: timeOf(sendMinute), from }]
          : [],
      ),
      isWhole: campaigns.length <= calendarItemsMax,
    }
  })
}

/** From its next day on: what came before has its campaigns. */
function daysOf(held: Recurring, { first, past }: { first: number; past: number }): Placed[] {
  const rule = ruleOf(held)
  if (rule === null || held.nextDay === null) return []
  const span = spanOf(rule, held)
  const found: Placed[] = []
  const minute = held.sendMinute
  const begin = Math.max(first, dayOfIso(held.nextDay))
  for (let day = nextDay(span, begin); day !== null && day < past; day = nextDay(span, day + 1)) {
    const { id, name } = held
    found.push({
      day,
      minute,
      item: { kind: 'recurring', id, name, time: timeOf(minute), at: null, state: null },
    })
  }
  return found
}
