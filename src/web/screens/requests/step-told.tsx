// Beside a step of a request: whether its person was told of it by SMS, when, or why not.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RequestDetail } from '../../../preferences/contract.ts'
import { dateTime, date as dayOf } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'

type Told = NonNullable<RequestDetail['steps'][number]['told']>

export function StepTold({ told }: { told: Told }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { state, at, messageId, why } = told
  const date = at === null ? '' : dateTime(language, at)
  if (state === 'waiting') return <Text size="sm">{w.told.waiting}</Text>
  if (state === 'not_sent')
    return <Text size="sm">{fill(w.told.not_sent, { why: why ?? '' })}</Text>
  if (state === 'other_way') {
    const day = at === null ? '' : dayOf(language, at)
    return <Text size="sm">{fill(w.told.other_way, { why: why ?? '', date: day })}</Text>
  }
  return (
    <Text size="sm">
      {fill(w.told.sent, { date })}{' '}
      {messageId === null ? null : (
        <Anchor component={Link} to={paths.message(messageId)} size="sm">
          {w.toldMessage}
        </Anchor>
      )}
    </Text>
  )
}
