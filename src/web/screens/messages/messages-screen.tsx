// Messages, newest first, by day, class, state, sender and reference; the choice is in the address.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type ListedMessage, sheetMessagesMax } from '../../../sending/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { isBackward } from '../../data/days.ts'
import { dateTime, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { filterWords } from '../../words/finding/filters.ts'
import { messageFilterWords } from '../../words/finding/messages.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { countedWords } from '../../words/sending/counted.ts'
import { messagePageWords } from '../../words/sending/message-page.ts'
import { HowMany, Narrowed, type Period, periodOf } from './counted.tsx'
import {
  type Asked,
  askedFor,
  MessageFilters,
  StateSelect,
  useMessageCount,
  useMessageFilters,
} from './message-filters.tsx'
import { StateBadge } from './state-badge.tsx'

function CampaignLink({ message }: { message: ListedMessage }) {
  const { campaignId, campaignName } = message
  if (campaignId === null || campaignName === null) return null
  return (
    <Anchor component={Link} to={paths.campaign(campaignId)}>
      {campaignName}
    </Anchor>
  )
}

/** `isOfOne`: all are of one campaign, which is named above. */
function MessageTable(props: { items: readonly ListedMessage[]; isOfOne: boolean }) {
  const { language, words } = useLanguage()
  const w = words.messages
  const m = own(words, messagePageWords)
  const figures = [{ figures: w.segments }, { figures: m.cost }]
  const campaign = props.isOfOne ? [] : [m.campaign]
  return (
    <StackedTable
      minWidth={props.isOfOne ? 820 : 980}
      spacing="sm"
      columns={[w.to, w.state, ...campaign, m.sender, w.class, ...figures, w.accepted]}
    >
      {props.items.map((message) => (
        <StackedRow key={message.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.message(message.id)} className="accord-figures">
              {message.to}
            </Anchor>
          </StackedCell>
          <StackedCell leads>
            <StateBadge state={message.state} />
            {(message.failure ?? message).sentence ? (
              <Text size="xs" c="dimmed">
                {(message.failure ?? message).sentence}
              </Text>
            ) : null}
          </StackedCell>
          {props.isOfOne ? null : (
            <StackedCell label={m.campaign}>
              {message.campaignName === null ? null : <CampaignLink message={message} />}
            </StackedCell>
          )}
          <StackedCell label={m.sender}>{message.sender}</StackedCell>
          <StackedCell label={w.class}>{w.classes[message.class]}</StackedCell>
          <StackedCell label={w.segments} isFigure>
            {message.segments}
          </StackedCell>
          <StackedCell label={m.cost} isFigure>
            {euros(language, message.costMicroEur)}
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

type Many = { count: number; isAtLeast: boolean }

/** The list as a file, with what narrows it. */
function Downloads({ asked, many }: { asked: Asked; many: Many | undefined }) {
  const { language, words } = useLanguage()
  const m = own(words, messagePageWords)
  if (many === undefined || (many.count === 0 && !many.isAtLeast)) return null
  const query = { ...asked, language }
  return (
    <Group gap="sm" component="section" aria-label={m.download} className="accord-no-print">
      <Text size="sm">{m.download}</Text>
      <Anchor size="sm" href={addressOf('GET /v1/messages/export.csv', { query })} download>
        {m.csv}
      </Anchor>
      {many.isAtLeast && many.count >= sheetMessagesMax ? null : (
        <Anchor size="sm" href={addressOf('GET /v1/messages/export.ods', { query })} download>
          {m.ods}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {m.downloadTold}
      </Text>
    </Group>
  )
}

/** The messages of the campaigns of a period, as its results count them. */
type OfPeriod = Period & { audienceId: string | undefined; routeId: string | undefined }

/** Of an account with very many messages an answer ends before the page is full: it goes on. */
const soughtAtOnce = 20

function useMessages(asked: Asked, ofPeriod: OfPeriod | null) {
  const { state, group } = asked
  const list = useGrowingList(
    ['messages', asked, ofPeriod],
    (page) =>
      ofPeriod === null
        ? call('GET /v1/messages', { query: { ...page, ...asked } })
        : call('GET /v1/campaign-results/messages', {
            query: { ...page, ...ofPeriod, state, group },
          }),
    // Who reads far down is left in peace.
    ({ state: { data } }) => ((data?.pages.length ?? 0) > 1 ? false : 5_000),
  )
  const pages = list.data?.pages ?? []
  const lookedBackTo = pages.at(-1)?.lookedBackTo ?? null
  const found = pages.reduce((sum, { items }) => sum + items.length, 0)
  const isSeeking = lookedBackTo !== null && found < 50 && pages.length < soughtAtOnce
  const { fetchNextPage, isFetching, error } = list
  useEffect(() => {
    if (isSeeking && !isFetching && !error) void fetchNextPage()
  }, [isSeeking, isFetching, error, fetchNextPage])
  const counted = useMessageCount(asked, ofPeriod === null)
  const shown = { count: found, isAtLeast: list.hasNextPage }
  return { list, found, isSeeking, lookedBackTo, many: ofPeriod === null ? counted.data : shown }
}

function Messages({ asked, ofPeriod }: { asked: Asked; ofPeriod: OfPeriod | null }) {
  const { language, words } = useLanguage()
  const w = words.messages
  const f = own(words, filterWords)
  const m = own(words, messageFilterWords)
  const { list, found, isSeeking, lookedBackTo, many } = useMessages(asked, ofPeriod)
  const isWhole = ofPeriod === null && Object.values(asked).every((one) => one === undefined)
  const empty = isWhole
    ? { title: w.empty, text: w.emptyText }
    : { title: f.none, text: f.noneText }
  const isNowhere = found === 0 && lookedBackTo !== null
  return (
    <>
      <HowMany of={many} say={own(words, countedWords)} />
      {ofPeriod === null ? <Downloads asked={asked} many={many} /> : null}
      {lookedBackTo === null ? null : (
        <Text size="sm" c="dimmed" role="status">
          {fill(m.lookedBackTo, { date: dateTime(language, lookedBackTo) })}
        </Text>
      )}
      {isNowhere && isSeeking ? (
        <Loading />
      ) : (
        <GrowingList list={list} empty={empty}>
          {(items) => <MessageTable items={items} isOfOne={asked.campaignId !== undefined} />}
        </GrowingList>
      )}
      {isNowhere && !isSeeking ? (
        <Button variant="default" onClick={() => void list.fetchNextPage()}>
          {m.lookFurther}
        </Button>
      ) : null}
    </>
  )
}

function ofPeriodIn(search: URLSearchParams): OfPeriod | null {
  const period = periodOf(search)
  const [audienceId, routeId] = ['list', 'route'].map((name) => search.get(name) ?? undefined)
  return period === null ? null : { ...period, audienceId, routeId }
}

export function MessagesScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.messages
  const f = own(words, filterWords)
  const r = own(words, resultsWords)
  const [search] = useSearchParams()
  const filters = useMessageFilters()
  const { chosen, choose } = filters
  const asked = askedFor(filters)
  const ofPeriod = ofPeriodIn(search)
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
      {ofPeriod === null ? <MessageFilters {...filters} /> : <StateSelect {...filters} />}
      {asked.reason === undefined ? null : (
        <Text>
          {r.oneReason}{' '}
          <Anchor component="button" type="button" onClick={() => choose('reason', null)}>
            {r.anyReason}
          </Anchor>
        </Text>
      )}
      <Narrowed
        search={search}
        all={{ path: paths.messages, label: own(words, countedWords).all }}
        since={['accepted', 'left', 'ended']}
      />
      {isBackward(chosen) ? (
        <Empty title={f.none} text={f.backward} />
      ) : (
        <Messages key={JSON.stringify([asked, ofPeriod])} asked={asked} ofPeriod={ofPeriod} />
      )}
    </Page>
  )
}
