// What a row of the list and an opened request both say of it: who asks, for what, by when.
import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RequestView } from '../../../preferences/contract.ts'
import { date, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { ReadText } from './read-text.tsx'

/** Their number is masked too, where they gave one. */
function Nobody(props: { request: RequestView }) {
  const { words } = useLanguage()
  const { numberMasked, heardBy } = props.request
  return (
    <>
      <Text size="sm">{own(words, noContactWords).who}</Text>
      {numberMasked === null ? null : (
        <Text size="sm" className="accord-figures">
          {numberMasked}
        </Text>
      )}
      {heardBy === null ? null : (
        <Text size="xs">
          <Heard heardBy={heardBy} />
        </Text>
      )}
    </>
  )
}

function Heard({ heardBy }: { heardBy: NonNullable<RequestView['heardBy']> }) {
  const { words } = useLanguage()
  if (heardBy === 'sms') return own(words, requestWords).bySms
  if (heardBy === 'web') return own(words, noContactWords).byWeb
  return fill(words.desk.byStaff, { how: words.desk.heardBys[heardBy] })
}

/** Masked here; in clear at the desk, with a reason. */
export function Who(props: { request: RequestView }) {
  const { words } = useLanguage()
  const { whoAsks, contactId, numberMasked, heardBy } = props.request
  if (whoAsks === 'no_contact') return <Nobody request={props.request} />
  if (contactId === null) return <Text size="sm">{own(words, requestWords).gone}</Text>
  return (
    <>
      <Anchor component={Link} to={paths.desk(contactId)} className="accord-figures">
        {numberMasked}
      </Anchor>
      {heardBy ? (
        <Text size="xs">
          <Heard heardBy={heardBy} />
        </Text>
      ) : null}
    </>
  )
}

/** What is due and when, and why it may be later than a month. */
export function Due(props: { request: RequestView }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { kind, acknowledgedAt, dueAt, isOverdue, pausedAt, extendedAt, answeredAt } = props.request
  if (answeredAt !== null) return <Text size="sm">—</Text>
  const isUnseen = kind === 'complaint' && acknowledgedAt === null
  const since = fill(w.overdueSince, { date: date(language, dueAt) })
  return (
    <Stack gap={4} align="flex-start">
      {isOverdue ? <StatusBadge meaning="refused">{since}</StatusBadge> : null}
      <Text size="sm">
        {isUnseen ? `${w.acknowledgeBy} ` : null}
        {dateTime(language, dueAt)}
      </Text>
      {pausedAt === null ? null : <StatusBadge meaning="waits">{w.paused}</StatusBadge>}
      {extendedAt === null ? null : <StatusBadge meaning="neutral">{w.extended}</StatusBadge>}
    </Stack>
  )
}

export function Asked({ request }: { request: RequestView }) {
  const { words } = useLanguage()
  return (
    <Stack gap={6} align="flex-start">
      {own(words, requestWords).kinds[request.kind]}
      {request.hasText ? <ReadText request={request} /> : null}
    </Stack>
  )
}
