// How much time is left to notify the authority; it counts down while one looks.
import { Alert, Text } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { AccountBreachView, BreachView } from '../../../disclosure/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { useBreachWords } from './use-breach-words.ts'

const lookEveryMs = 15_000
const minuteMs = 60_000

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEveryMs)
    return () => clearInterval(timer)
  }, [])
  return now
}

type Timed = Pick<
  BreachView | AccountBreachView,
  'authority' | 'dueAt' | 'hours' | 'clock' | 'notifiedAt' | 'isRecommended'
>

/** `until`: from when the hours count, in the words of whose clock it is. */
export function BreachClock({ breach, until }: { breach: Timed; until: string }) {
  const { language } = useLanguage()
  const w = useBreachWords().clock
  const now = useNow()
  const { authority, dueAt, hours, clock, notifiedAt, isRecommended } = breach
  const day = dateTime(language, dueAt)
  if (clock === 'met' || clock === 'met_late') {
    const on = notifiedAt === null ? '' : dateTime(language, notifiedAt)
    return <Text size="sm">{fill(w[clock], { authority, on, day })}</Text>
  }
  if (clock === 'stopped') return <Text size="sm">{w.stopped}</Text>
  const left = Date.parse(dueAt) - now
  const minutes = Math.max(0, Math.floor(left / minuteMs))
  const title =
    left <= 0
      ? fill(isRecommended ? w.overRecommended : w.over, { authority, day, hours: String(hours) })
      : fill(w.left, {
          authority,
          hours: String(Math.floor(minutes / 60)),
          minutes: String(minutes % 60),
        })
  return (
    <Alert
      color={left < 24 * 60 * minuteMs ? 'red' : 'yellow'}
      title={title}
      icon={<IconClock aria-hidden="true" />}
    >
      {fill(isRecommended ? w.untilRecommended : until, { day, hours: String(hours) })}
    </Alert>
  )
}
