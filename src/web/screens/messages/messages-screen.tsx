// Messages, newest first, by campaign and state; the choice stands in the address.
import { Anchor, Button, Select, Text } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import {
  failures,
  type MessageGroup,
  type MessageView,
  messageGroups,
  messageStates,
} from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { countedWords } from '../../words/sending/counted.ts'
import { HowMany, instantIn, Narrowed, periodOf } from './counted.tsx'
import { StateBadge } from './state-badge.tsx'

function MessageTable(props: { items: readonly MessageView[] }) {
  const { language, words } = useLanguage()
  const w = words.messages
  return (
    <StackedTable
      minWidth={640}
      spacing="sm"
      columns={[w.to, w.class, w.state, { figures: w.segments }, w.accepted]}
    >
      {props.items.map((message) => (
        <StackedRow key={message.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.message(message.id)} className="accord-figures">
              {message.to}
            </Anchor>
          </StackedCell>
          <StackedCell label={w.class}>{w.classes[message.class]}</StackedCell>
          <StackedCell leads>
            <StateBadge state={message.state} />
            {(message.failure ?? message).sentence ? (
              <Text size="xs" c="dimmed">
                {(message.failure ?? message).sentence}
              </Text>
            ) : null}
          </StackedCell>
          <StackedCell label={w.segments} isFigure>
            {message.segments}
          </StackedCell>
          <StackedCell label={w.accepted}>
            <Text size="sm" c="dimmed">
              {dateTime(language, message.acceptedAt)}
            </Text>
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function useMessages(search: URLSearchParams) {
  const period = periodOf(search)
  const campaignId = search.get('campaign') ?? undefined
  const state = messageStates.find((one) => one === search.get('state'))
  const group = state === undefined ? groupIn(search) : undefined
  const reason = failures.find((one) => one === search.get('reason'))
  const isOfCampaigns = period !== null || campaignId !== undefined
  const routeId = isOfCampaigns ? (search.get('route') ?? undefined) : undefined
  const audienceId = search.get('list') ?? undefined
  const since = {
    acceptedFrom: instantIn(search, 'accepted'),
    leftFrom: instantIn(search, 'left'),
    endedFrom: instantIn(search, 'ended'),
  }
  const chosen = { state, group, routeId }
  const list = useGrowingList(
    ['messages', period, campaignId ?? null, audienceId, state, group, reason, routeId, since],
    (page) =>
      period === null
        ? call('GET /v1/messages', { query: { ...page, ...chosen, ...since, campaignId, reason } })
        : call('GET /v1/campaign-results/messages', {
            query: { ...page, ...period, ...chosen, audienceId },
          }),
    5_000,
  )
  return { list, state, group, reason }
}

const groupNames = Object.keys(messageGroups) as MessageGroup[]
const groupIn = (search: URLSearchParams) => groupNames.find((one) => one === search.get('group'))

export function MessagesScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.messages
  const c = own(words, countedWords)
  const [search, setSearch] = useSearchParams()
  const { list, state, group, reason } = useMessages(search)
  const choose = (value: string | null) => {
    const next = new URLSearchParams(search)
    // A reason belongs to its state.
    for (const name of ['reason', 'state', 'group']) next.delete(name)
    const isGroup = groupNames.some((one) => one === value)
    if (value) next.set(isGroup ? 'group' : 'state', value)
    setSearch(next, { replace: true })
  }
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        may('messages.send') ? (
          <Button component={Link} to={paths.newMessage}>
            {words.compose.single.create}
          </Button>
        ) : null
      }
    >
      <Select
        className="accord-measure"
        label={w.state}
        allowDeselect={false}
        value={state ?? group ?? ''}
        data={[
          { value: '', label: w.anyState },
          ...messageStates.map((value) => ({ value, label: w.states[value] })),
          ...groupNames.map((value) => ({ value, label: c.groups[value] })),
        ]}
        onChange={choose}
      />
      {reason === undefined ? null : (
        <Text>
          {own(words, resultsWords).oneReason}{' '}
          <Anchor component="button" onClick={() => choose(state ?? null)}>
            {own(words, resultsWords).anyReason}
          </Anchor>
        </Text>
      )}
      <Narrowed
        search={search}
        all={{ path: paths.messages, label: c.all }}
        since={['accepted', 'left', 'ended']}
      />
      <GrowingList list={list} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => (
          <>
            <HowMany shown={items.length} isAll={!list.hasNextPage} say={c} />
            <MessageTable items={items} />
          </>
        )}
      </GrowingList>
    </Page>
  )
}
