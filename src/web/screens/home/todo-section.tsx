// What waits for whoever looks, and what leaves next.
import { Anchor, List, SimpleGrid, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RecurringWaiting, WaitingApprovals } from '../../../campaigns/contract.ts'
import type { Departure } from '../../../overview/contract.ts'
import { count, dateTime, day } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { useWaiting } from '../../frame/use-waiting.ts'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed, Loading } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import {
  useApprovals,
  useDepartures,
  useExpiring,
  useRecurringWaiting,
  useUnproven,
} from './queries.ts'

/** Each with its name: whoever decides wants to know on what. */
function Approvals({ waiting }: { waiting: WaitingApprovals }) {
  const w = useLanguage().words.approvals
  const items = [
    ...waiting.toDecide.map((one) => ({
      id: one.campaignId,
      says:
        one.by === null
          ? fill(w.toDecideByProgram, { campaign: one.name })
          : fill(w.toDecide, { name: one.by, campaign: one.name }),
    })),
    ...waiting.returned.map((one) => ({
      id: one.campaignId,
      says: fill(one.isMine ? w.cameBack : w.cameBackOf, {
        campaign: one.name,
        name: one.by ?? '—',
        remark: one.remark ?? '',
      }),
    })),
  ]
  return items.map(({ id, says }) => (
    <List.Item key={id}>
      <Anchor component={Link} to={paths.campaign(id)}>
        {says}
      </Anchor>
    </List.Item>
  ))
}

function Recurring({ waiting }: { waiting: RecurringWaiting }) {
  const { language, words } = useLanguage()
  const w = words.recurring
  const items = [
    ...waiting.toStart.map(({ id, name, by }) => ({
      key: id,
      to: paths.recurringSend(id),
      says: by === null ? fill(w.toStart, { name }) : fill(w.toStartBy, { name, by }),
    })),
    ...waiting.starterGone.map(({ id, name, by }) => ({
      key: `${id} starter`,
      to: paths.recurringSend(id),
      says: fill(w.starterGone, { name, by: by ?? w.somebody }),
    })),
    ...waiting.waiting.map(({ id, name, day: on, reason, until }) => ({
      key: `${id} ${on}`,
      to: paths.recurringSend(id),
      says: fill(w.waitsOn, {
        ...{ name, reason },
        ...{ day: day(language, on), until: dateTime(language, until) },
      }),
    })),
    ...waiting.notSent.map(({ id, name, day: on, reason }) => ({
      key: `${id} ${on}`,
      to: paths.recurringSend(id),
      says: fill(w.notSent, { name, day: day(language, on), reason: reason ?? w.missedWhy }),
    })),
  ]
  return items.map(({ key, to, says }) => (
    <List.Item key={key}>
      <Anchor component={Link} to={to}>
        {says}
      </Anchor>
    </List.Item>
  ))
}

function Todo() {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const w = words.overview
  const asked = [
    useWaiting(),
    useUnproven(may('contacts.read')),
    useExpiring(may('consent.read')),
    useApprovals(may('campaigns.prepare')),
    useRecurringWaiting(may('campaigns.prepare')),
  ] as const
  const [{ data: waiting }, { data: unproven }, { data: expiring }] = asked
  const [, , , { data: approvals }, { data: recurring }] = asked
  const unread = asked.filter(({ isError, data }) => isError && data === undefined)
  const [firstUnread] = unread
  const isComing = asked.some(({ isLoading }) => isLoading)
  const { toStart = [], starterGone = [], waiting: days = [], notSent = [] } = recurring ?? {}
  const recur = toStart.length + starterGone.length + days.length + notSent.length
  const decided = (approvals?.toDecide.length ?? 0) + (approvals?.returned.length ?? 0)
  const soon = (expiring?.items ?? []).reduce((sum, one) => sum + one.soon, 0)
  const all = [
    { key: 'replies', times: waiting?.replies ?? 0, to: paths.inbox, say: w.replies },
    { key: 'requests', times: waiting?.requests ?? 0, to: paths.requests, say: w.requests },
    { key: 'senders', times: waiting?.senders ?? 0, to: paths.moderation, say: w.senders },
    { key: 'unproven', times: unproven?.contacts ?? 0, to: paths.quarantine, say: w.unproven },
    { key: 'expiring', times: soon, to: paths.expiring, say: w.expiring },
  ].filter(({ times }) => times > 0)
  const isEmpty = all.length + decided + recur === 0
  return (
    <Section title={w.todo}>
      {firstUnread === undefined ? null : (
        <Failed
          error={firstUnread.error}
          retry={() => {
            for (const one of unread) void one.refetch()
          }}
        />
      )}
      {isEmpty && isComing ? <Loading /> : null}
      {isEmpty && !isComing && firstUnread === undefined ? (
        <Text size="sm" c="dimmed">
          {w.nothingWaits}
        </Text>
      ) : null}
      {isEmpty ? null : (
        <List spacing="xs">
          {approvals === undefined ? null : <Approvals waiting={approvals} />}
          {recurring === undefined ? null : <Recurring waiting={recurring} />}
          {all.map(({ key, times, to, say }) => (
            <List.Item key={key}>
              <Anchor component={Link} to={to}>
                {times === 1 ? say.one : fill(say.many, { count: count(language, times) })}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}

function Departing({ one }: { one: Departure }) {
  const { language, words } = useLanguage()
  const w = words.overview
  const says = {
    approved: w.toLaunch,
    accepting: w.leavesNow,
    running: w.leavesNow,
    paused: w.paused,
  }
  const when = one.at === null ? null : fill(w.leavesAt, { date: dateTime(language, one.at) })
  const isMoving = one.state === 'accepting' || one.state === 'running'
  return (
    <div>
      <Anchor component={Link} to={paths.campaign(one.campaignId)} fw={600}>
        {one.name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {when === null ? says[one.state] : isMoving ? when : `${says[one.state]} · ${when}`}
      </Text>
    </div>
  )
}

function Next() {
  const { words } = useLanguage()
  const departures = useDepartures()
  const w = words.overview
  return (
    <Section title={w.next}>
      <Answer query={departures}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.nothingNext}
            </Text>
          ) : (
            <Stack gap="xs">
              {items.map((one) => (
                <Departing key={one.campaignId} one={one} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Section>
  )
}

export function TodoSection() {
  const { may } = useSession()
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
      <Todo />
      {may('campaigns.read') ? <Next /> : null}
    </SimpleGrid>
  )
}
