// The results of a period: by list or segment, by operator, by campaign; the days stand in the
// address, and each number opens the messages or replies that it counts.
import { Alert, Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PeriodResults, ResultFileFormat } from '../../../campaigns/contract-api.ts'
import { call, download } from '../../data/client.ts'
import { lastDays } from '../../data/days.ts'
import { count, dateTime, euros } from '../../data/format.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { messagesOf, messagesOfPeriod, repliesOfPeriod, repliesTo } from '../../paths-of-figures.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { periodResultsWords } from '../../words/sending/period-results.ts'
import { Opens } from './results-tables.tsx'

const groups = ['delivered', 'failed', 'unconfirmed', 'refused', 'cancelled', 'underway'] as const
type End = (typeof groups)[number]
/** As the list of messages is asked for them. */
const askedAs = (group: End) =>
  group === 'failed' || group === 'underway' ? { group } : { state: group }

const dayMs = 86_400_000
const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** The last thirty days where nothing else is asked; null: no period. */
function usePeriod() {
  const [search, setSearch] = useSearchParams()
  const usual = lastDays(30)
  const [from, until] = [search.get('from'), search.get('until')]
  const first = isDay(from) ? from : usual.first
  const last = isDay(until) ? until : usual.last
  const days = (Date.parse(last) - Date.parse(first)) / dayMs
  const change = (values: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setSearch(next, { replace: true })
  }
  const only = { audience: search.get('list'), route: search.get('route') }
  return { first, last, isPeriod: days >= 0 && days < 366, only, change }
}

const Figure = (props: { children: ReactNode }) => (
  <Table.Td ta="right" className="accord-figures">
    {props.children}
  </Table.Td>
)

type Ways = {
  messages(of?: { state?: string; group?: string }): string
  replies(show?: string): string
}

/** A row of figures; each opens the messages or replies that it counts. Parts are in no list. */
function Counted(props: { of: PeriodResults['total']; name: string; to: Ways }) {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const { of, name, to } = props
  const charged = to.messages({ group: 'charged' })
  const cost = euros(language, of.costMicroEur)
  return (
    <>
      <Figure>
        <Opens value={of.accepted} to={to.messages()} label={`${name}, ${w.messages}`} />
      </Figure>
      {groups.map((group) => (
        <Figure key={group}>
          <Opens
            value={of[group]}
            to={to.messages(askedAs(group))}
            label={`${name}, ${names[group]}`}
          />
        </Figure>
      ))}
      <Figure>
        <Opens value={of.stopped} to={to.replies('stopped')} label={`${name}, ${w.stopped}`} />
      </Figure>
      <Figure>
        <Opens value={of.replies} to={to.replies()} label={`${name}, ${w.replies}`} />
      </Figure>
      <Figure>{count(language, of.parts)}</Figure>
      <Figure>
        {of.costMicroEur === 0 ? (
          cost
        ) : (
          <Anchor component={Link} to={charged} aria-label={`${cost}, ${name}, ${w.cost}`}>
            {cost}
          </Anchor>
        )}
      </Figure>
    </>
  )
}

function Heads(props: { texts: readonly string[]; figures: readonly string[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {props.texts.map((title) => (
          <Table.Th key={title}>{title}</Table.Th>
        ))}
        {props.figures.map((title) => (
          <Table.Th key={title} ta="right">
            {title}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

type Shown = { results: PeriodResults }

/** A number that shows its campaigns below. */
function Chooses(props: { value: number; label: string; choose(): void }) {
  const { language } = useLanguage()
  const text = count(language, props.value)
  return (
    <Figure>
      <Anchor
        component="button"
        type="button"
        aria-label={`${text}, ${props.label}`}
        onClick={props.choose}
      >
        {text}
      </Anchor>
    </Figure>
  )
}

function ByList({ results, choose }: Shown & { choose(audienceId: string | null): void }) {
  const { words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const heads = [w.campaigns, w.messages, ...groups.map((group) => names[group])]
  const waysTo = (list: string | null): Ways => ({
    messages: (of) => messagesOfPeriod(results, { list, ...of }),
    replies: (show) => repliesOfPeriod(results, show === undefined ? { list } : { list, show }),
  })
  return (
    <Section title={w.lists}>
      <WideTable minWidth={1_060} spacing="sm">
        <Heads texts={[w.list]} figures={[...heads, w.stopped, w.replies, w.parts, w.cost]} />
        <Table.Tbody>
          {results.lists.map((one) => {
            const name = one.name ?? w.gone
            return (
              <Table.Tr key={one.audienceId}>
                <Table.Th scope="row" fw={400}>
                  {one.segmentId === null ? name : fill(w.segment, { name })}
                </Table.Th>
                <Chooses
                  value={one.campaigns}
                  label={`${w.campaigns}, ${name}`}
                  choose={() => choose(one.audienceId)}
                />
                <Counted of={one} name={name} to={waysTo(one.audienceId)} />
              </Table.Tr>
            )
          })}
          <Table.Tr>
            <Table.Th scope="row">{w.total}</Table.Th>
            <Chooses
              value={results.campaigns.length}
              label={`${w.campaigns}, ${w.total}`}
              choose={() => choose(null)}
            />
            <Counted of={results.total} name={w.total} to={waysTo(null)} />
          </Table.Tr>
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

function ByOperator({ results, choose }: Shown & { choose(routeId: string): void }) {
  const { words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const ends = ['delivered', 'failed', 'unconfirmed'] as const
  return (
    <Section title={w.operators} lead={w.routesLead}>
      <WideTable minWidth={560} spacing="sm">
        <Heads
          texts={[w.operator]}
          figures={[w.campaigns, w.messages, ...ends.map((end) => names[end])]}
        />
        <Table.Tbody>
          {results.operators.map(({ routeId: route, ...one }) => (
            <Table.Tr key={route}>
              <Table.Th scope="row" fw={400}>
                {one.name}
              </Table.Th>
              <Chooses
                value={one.campaigns}
                label={`${w.campaigns}, ${one.name}`}
                choose={() => choose(route)}
              />
              <Figure>
                <Opens
                  value={one.messages}
                  to={messagesOfPeriod(results, { route })}
                  label={`${one.name}, ${w.messages}`}
                />
              </Figure>
              {ends.map((end) => (
                <Figure key={end}>
                  <Opens
                    value={one[end]}
                    to={messagesOfPeriod(results, { route, ...askedAs(end) })}
                    label={`${one.name}, ${names[end]}`}
                  />
                </Figure>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

type Only = { audience: string | null; route: string | null }

function EachCampaign(props: Shown & { only: Only; all(): void }) {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const { only, results } = props
  const shown = results.campaigns.filter(
    ({ audienceId, routeIds }) =>
      (only.audience === null || audienceId === only.audience) &&
      (only.route === null || routeIds.includes(only.route)),
  )
  const operator = results.operators.find(({ routeId }) => routeId === only.route)?.name
  const told = [
    ...(only.audience === null ? [] : [fill(w.onlyOne, { name: shown[0]?.audience ?? w.gone })]),
    ...(only.route === null ? [] : [fill(w.onlyRoute, { name: operator ?? w.gone })]),
  ]
  const ends = groups.map((group) => names[group])
  const heads = [w.messages, ...ends, w.stopped, w.replies, w.parts, w.cost]
  return (
    <Section title={w.each} lead={w.eachLead}>
      {told.length === 0 ? null : (
        <Text size="sm" role="status">
          {told.join(' ')}{' '}
          <Anchor component="button" type="button" inherit onClick={props.all}>
            {w.all}
          </Anchor>
        </Text>
      )}
      <WideTable minWidth={1_160} spacing="sm">
        <Heads texts={[w.campaign, w.list, w.launched]} figures={heads} />
        <Table.Tbody>
          {shown.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row" fw={400}>
                <Anchor component={Link} to={paths.campaignResults(one.id)}>
                  {one.name}
                </Anchor>
              </Table.Th>
              <Table.Td>{one.audience ?? w.gone}</Table.Td>
              <Table.Td>{dateTime(language, one.startedAt)}</Table.Td>
              <Counted of={one} name={one.name} to={waysOf(one.id)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

const waysOf = (id: string): Ways => ({
  messages: (of = {}) => messagesOf(id, of),
  replies: (show) => repliesTo(id, show),
})

function Files(props: { from: string; until: string }) {
  const w = own(useLanguage().words, resultsWords)
  const file = useMutation({
    mutationFn: async (format: ResultFileFormat | 'pdf') => {
      if (format === 'pdf') {
        keepFile(await download('GET /v1/campaign-results/pdf', { query: props }))
        return
      }
      keepFile(
        await download('GET /v1/campaign-results/file', {
          query: { ...props, format },
        }),
      )
    },
  })
  const state = file.isPending ? ({ kind: 'busy' } as const) : ({ kind: 'ready' } as const)
  return (
    <Stack gap="xs" className="accord-no-print">
      <Group gap="sm">
        <ActionButton
          label={w.csv}
          variant="default"
          state={state}
          onPress={() => file.mutate('csv')}
        />
        <ActionButton
          label={w.xlsx}
          variant="default"
          state={state}
          onPress={() => file.mutate('xlsx')}
        />
        <ActionButton
          label={w.pdf}
          variant="default"
          state={state}
          onPress={() => file.mutate('pdf')}
        />
      </Group>
      {file.error ? <Failed error={file.error} /> : null}
    </Stack>
  )
}

export function PeriodResultsScreen() {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { first, last, isPeriod, only, change } = usePeriod()
  const results = useQuery({
    queryKey: ['period-results', first, last],
    queryFn: isPeriod
      ? () => call('GET /v1/campaign-results', { query: { from: first, until: last } })
      : skipToken,
    refetchInterval: ({ state }) => ((state.data?.uncounted ?? 0) > 0 ? 3_000 : 60_000),
  })
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {words.compose.print}
        </Button>
      }
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label={w.from}
          value={first}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={w.until}
          value={last}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </Group>
      {isPeriod ? (
        <Answer query={results}>
          {(data) => (
            <Stack gap="lg">
              <Text size="sm" c="dimmed">
                {fill(w.zone, { zone: data.zone.replaceAll('_', ' ') })}
              </Text>
              {data.isCut ? (
                <Alert>{fill(w.cut, { count: count(language, data.campaigns.length) })}</Alert>
              ) : null}
              {data.campaigns.length === 0 ? (
                <Empty title={w.empty} text={w.emptyText} />
              ) : (
                <>
                  {data.uncounted > 0 ? (
                    <Text size="sm" role="status">
                      {fill(w.uncounted, { count: count(language, data.uncounted) })}
                    </Text>
                  ) : null}
                  <ByList results={data} choose={(list) => change({ list, route: null })} />
                  <ByOperator results={data} choose={(route) => change({ list: null, route })} />
                  <EachCampaign
                    results={data}
                    only={only}
                    all={() => change({ list: null, route: null })}
                  />
                  <Files from={first} until={last} />
                </>
              )}
            </Stack>
          )}
        </Answer>
      ) : (
        <Alert color="red">{w.wrong}</Alert>
      )}
    </Page>
  )
}
