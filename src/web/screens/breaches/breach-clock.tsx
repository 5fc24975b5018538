// How much time is left to notify the authority; it counts down while one looks.
import { Alert, Text } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { BreachView } from '../../../disclosure/contract.ts'
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

export function BreachClock({ breach }: { breach: BreachView }) {
  const { language } = useLanguage()
  const w = useBreachWords().clock
  const now = useNow()
  const { authority, dueAt, hours, clock } = breach
  if (clock !== 'running' && clock !== 'late') return <Text size="sm">{w.done}</Text>
  const left = Date.parse(dueAt) - now
  const day = dateTime(language, dueAt)
  const minutes = Math.max(0, Math.floor(left / minuteMs))
  const title =
    left <= 0
      ? fill(w.over, { authority, day })
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
      {fill(w.until, { day, hours: String(hours) })}
    </Alert>
  )
}
