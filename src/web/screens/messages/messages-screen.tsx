// Messages, newest first, by campaign and state; the choice stands in the address.
import { Anchor, Button, Select, Text } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { failures, type MessageView, messageStates } from '../../../sending/contract.ts'
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
import { periodResultsWords } from '../../words/sending/period-results.ts'
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

export function MessagesScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.messages
  const [search, setSearch] = useSearchParams()
  const campaignId = search.get('campaign')
  const state = messageStates.find((one) => one === search.get('state'))
  const reason = failures.find((one) => one === search.get('reason'))
  const routeId = campaignId === null ? undefined : (search.get('route') ?? undefined)
  const messages = useGrowingList(
    ['messages', campaignId, state, reason, routeId],
    (page) =>
      call('GET /v1/messages', {
        query: { ...page, campaignId: campaignId ?? undefined, state, reason, routeId },
      }),
    5_000,
  )
  const choose = (value: string | null) => {
    const next = new URLSearchParams(search)
    // A reason belongs to its state.
    next.delete('reason')
    if (value) next.set('state', value)
    else next.delete('state')
    setSearch(next, { replace: true })
  }
  const anyRoute = () => {
    const next = new URLSearchParams(search)
    next.delete('route')
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
        value={state ?? ''}
        data={[
          { value: '', label: w.anyState },
          ...messageStates.map((value) => ({ value, label: w.states[value] })),
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
      {routeId === undefined ? null : (
        <Text>
          {own(words, periodResultsWords).oneOperator}{' '}
          <Anchor component="button" onClick={anyRoute}>
            {own(words, periodResultsWords).anyOperator}
          </Anchor>
        </Text>
      )}
      <GrowingList list={messages} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => <MessageTable items={items} />}
      </GrowingList>
    </Page>
  )
}
