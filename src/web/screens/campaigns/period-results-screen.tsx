// The results of a period: by list or segment, by operator, by campaign; the days stand in the
// address, and each number opens what it counts.
import { Alert, Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PeriodResults, ResultFileFormat } from '../../../campaigns/contract-api.ts'
import { call, download } from '../../data/client.ts'
import { count, dateTime, euros } from '../../data/format.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { messagesThat, paths } from '../../paths.ts'
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
/** What the number of a group opens; several states have no address together. */
const stateOf: Partial<Record<(typeof groups)[number], string>> = {
  delivered: 'delivered',
  unconfirmed: 'unconfirmed',
  refused: 'refused',
  cancelled: 'cancelled',
}

const dayMs = 86_400_000
const dayText = (at: number) => new Date(at).toISOString().slice(0, 10)
const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** The last thirty days where nothing else is asked; null: no period. */
function usePeriod() {
  const [search, setSearch] = useSearchParams()
  const today = Date.now()
  const [from, until] = [search.get('from'), search.get('until')]
  const first = isDay(from) ? from : dayText(today - 29 * dayMs)
  const last = isDay(until) ? until : dayText(today)
  const days = (Date.parse(last) - Date.parse(first)) / dayMs
  const change = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
  }
  const audience = search.get('list')
  return { first, last, isPeriod: days >= 0 && days < 366, audience, change }
}

const Figure = (props: { children: ReactNode }) => (
  <Table.Td ta="right" className="accord-figures">
    {props.children}
  </Table.Td>
)

function Bill({ of }: { of: { parts: number; costMicroEur: number } }) {
  const { language } = useLanguage()
  return (
    <>
      <Figure>{count(language, of.parts)}</Figure>
      <Figure>{euros(language, of.costMicroEur)}</Figure>
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

function ByList({ results, choose }: Shown & { choose(audienceId: string): void }) {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const heads = [w.campaigns, w.messages, ...groups.map((group) => names[group])]
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
                <Figure>
                  <Anchor
                    component="button"
                    type="button"
                    aria-label={`${count(language, one.campaigns)}, ${w.campaigns}, ${name}`}
                    onClick={() => choose(one.audienceId)}
                  >
                    {count(language, one.campaigns)}
                  </Anchor>
                </Figure>
                <Figure>{count(language, one.accepted)}</Figure>
                {groups.map((group) => (
                  <Figure key={group}>{count(language, one[group])}</Figure>
                ))}
                <Figure>{count(language, one.stopped)}</Figure>
                <Figure>{count(language, one.replies)}</Figure>
                <Bill of={one} />
              </Table.Tr>
            )
          })}
          <Table.Tr>
            <Table.Th scope="row">{w.total}</Table.Th>
            <Figure>{count(language, results.campaigns.length)}</Figure>
            <Figure>{count(language, results.total.accepted)}</Figure>
            {groups.map((group) => (
              <Figure key={group}>{count(language, results.total[group])}</Figure>
            ))}
            <Figure>{count(language, results.total.stopped)}</Figure>
            <Figure>{count(language, results.total.replies)}</Figure>
            <Bill of={results.total} />
          </Table.Tr>
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

function ByOperator({ results }: Shown) {
  const { language, words } = useLanguage()
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
          {results.operators.map((one) => (
            <Table.Tr key={one.routeId}>
              <Table.Th scope="row" fw={400}>
                {one.name}
              </Table.Th>
              <Figure>{count(language, one.campaigns)}</Figure>
              <Figure>{count(language, one.messages)}</Figure>
              {ends.map((end) => (
                <Figure key={end}>{count(language, one[end])}</Figure>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

function EachCampaign(props: Shown & { audience: string | null; all(): void }) {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { names } = own(words, resultsWords)
  const { audience, results } = props
  const shown = results.campaigns.filter(
    ({ audienceId }) => audience === null || audienceId === audience,
  )
  const ends = groups.map((group) => names[group])
  const heads = [w.messages, ...ends, w.stopped, w.replies, w.parts, w.cost]
  return (
    <Section title={w.each} lead={w.eachLead}>
      {audience === null ? null : (
        <Text size="sm">
          {fill(w.onlyOne, { name: shown[0]?.audience ?? w.gone })}{' '}
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
              <Figure>
                <Opens
                  value={one.accepted}
                  to={paths.campaignMessages(one.id)}
                  label={`${one.name}, ${w.messages}`}
                />
              </Figure>
              {groups.map((group) => {
                const state = stateOf[group]
                const label = `${one.name}, ${names[group]}`
                return (
                  <Figure key={group}>
                    <Opens
                      value={one[group]}
                      to={
                        state === undefined
                          ? paths.campaignResults(one.id)
                          : messagesThat(one.id, state)
                      }
                      label={label}
                    />
                  </Figure>
                )
              })}
              <Figure>{count(language, one.stopped)}</Figure>
              <Figure>{count(language, one.replies)}</Figure>
              <Bill of={one} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

function Files(props: { from: string; until: string }) {
  const w = own(useLanguage().words, resultsWords)
  const file = useMutation({
    mutationFn: async (format: ResultFileFormat) => {
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
      </Group>
      {file.error ? <Failed error={file.error} /> : null}
    </Stack>
  )
}

export function PeriodResultsScreen() {
  const { language, words } = useLanguage()
  const w = own(words, periodResultsWords)
  const { first, last, isPeriod, audience, change } = usePeriod()
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
          onChange={(event) => change('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={w.until}
          value={last}
          onChange={(event) => change('until', event.currentTarget.value)}
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
                  <ByList results={data} choose={(id) => change('list', id)} />
                  <ByOperator results={data} />
                  <EachCampaign
                    results={data}
                    audience={audience}
                    all={() => change('list', null)}
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
