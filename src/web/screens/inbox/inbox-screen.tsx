// The inbox: who wrote on one side, what was said on the other; on a telephone one after the other.
import { Anchor, Grid, SegmentedControl, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { inboxShows, waitingMax } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { Conversation } from './conversation.tsx'
import { ConversationList } from './conversation-list.tsx'
import { ReadingBar } from './reading-bar.tsx'

export function InboxScreen() {
  const { words } = useLanguage()
  const w = words.inbox
  const { id = null } = useParams()
  const [search, setSearch] = useSearchParams()
  const show = inboxShows.find((one) => one === search.get('show')) ?? 'open'
  const conversations = useGrowingList(
    ['inbox', show],
    (page) => call('GET /v1/inbox', { query: { ...page, show } }),
    5_000,
  )
  const address = search.size > 0 ? `?${search}` : ''
  const hiddenWithOne = id === null ? {} : { visibleFrom: 'md' as const }
  return (
    <Page title={w.title} lead={w.lead}>
      <ReadingBar />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} {...hiddenWithOne}>
          <Stack gap="sm">
            <Shown show={show} choose={(value) => setSearch({ show: value }, { replace: true })} />
            <GrowingList
              list={conversations}
              empty={{ title: w.empty[show], text: w.emptyText[show] }}
            >
              {(items) => <ConversationList items={items} current={id} search={address} />}
            </GrowingList>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} {...(id === null ? { visibleFrom: 'md' } : {})}>
          {id === null ? (
            <Empty title={w.choose} text={w.chooseText} />
          ) : (
            <Stack>
              <Anchor component={Link} to={`${paths.inbox}${address}`} hiddenFrom="md">
                {w.back}
              </Anchor>
              <Conversation key={id} id={id} />
            </Stack>
          )}
        </Grid.Col>
      </Grid>
    </Page>
  )
}

type Show = (typeof inboxShows)[number]

function Shown(props: { show: Show; choose: (show: Show) => void }) {
  const { language, words } = useLanguage()
  const w = words.inbox
  const waiting = useQuery({
    queryKey: ['inbox', 'waiting'],
    queryFn: () => call('GET /v1/inbox/waiting'),
    refetchInterval: 5_000,
  }).data
  const named = (show: Show) => {
    const name = w.shows[show]
    const waits = show === 'done' ? 0 : (waiting?.[show] ?? 0)
    if (waits === 0) return name
    const told = count(language, waits) + (waits === waitingMax ? '+' : '')
    return fill(w.counted, { name, count: told })
  }
  return (
    <SegmentedControl
      aria-label={w.show}
      fullWidth
      size="xs"
      className="accord-wraps"
      value={props.show}
      onChange={(value) => props.choose(value as Show)}
      data={inboxShows.map((value) => ({ value, label: named(value) }))}
    />
  )
}
