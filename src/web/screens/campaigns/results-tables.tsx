// The tables of a campaign's results; each number leads to its messages.
import { Anchor, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { count, percent, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { messagesOf } from '../../paths-of-figures.ts'
import { Section } from '../../ui/section.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { periodResultsWords } from '../../words/sending/period-results.ts'
import { StateBadge } from '../messages/state-badge.tsx'
import { places } from './results-chart.tsx'

type Shown = { results: CampaignResults }

/** Null once they are deleted: a list of nothing would say that there were none. */
export const messagesBehind = (
  { id, breakdown }: CampaignResults,
  of: Parameters<typeof messagesOf>[1],
): string | null =>
  breakdown !== null && breakdown.detailsDeletedAt !== null ? null : messagesOf(id, of)

/** A number that opens its messages; where there are none, or none any more, nothing opens. */
export function Opens(props: { value: number; to: string | null; label: string }) {
  const { language } = useLanguage()
  if (props.value === 0 || props.to === null) return <>{count(language, props.value)}</>
  return (
    <Anchor
      component={Link}
      to={props.to}
      aria-label={`${count(language, props.value)}, ${props.label}`}
    >
      {count(language, props.value)}
    </Anchor>
  )
}

function Head(props: {
  text: readonly string[]
  figures: readonly string[]
  more?: readonly string[]
}) {
  return (
    <Table.Thead>
      <Table.Tr>
        {props.text.map((title) => (
          <Table.Th key={title}>{title}</Table.Th>
        ))}
        {props.figures.map((title) => (
          <Table.Th key={title} ta="right">
            {title}
          </Table.Th>
        ))}
        {(props.more ?? []).map((title) => (
          <Table.Th key={title}>{title}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

const Figure = (props: { children: ReactNode }) => (
  <Table.Td ta="right" className="accord-figures">
    {props.children}
  </Table.Td>
)

/** One state, or several under one word. */
export const groupAsked = {
  delivered: { state: 'delivered' },
  failed: { group: 'failed' },
  unconfirmed: { state: 'unconfirmed' },
  refused: { state: 'refused' },
  cancelled: { state: 'cancelled' },
  underway: { group: 'underway' },
} as const

export function GroupsTable({ results }: Shown) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  return (
    <Section title={w.groups}>
      <WideTable minWidth={280} spacing="sm">
        <Head text={[w.group]} figures={[w.messages, w.share]} />
        <Table.Tbody>
          {results.groups.map(({ group, messages, share }) => (
            <Table.Tr key={group}>
              <Table.Th
                scope="row"
                fw={400}
                className="accord-measure"
                style={{ whiteSpace: 'normal' }}
              >
                <Text fw={600}>{w.names[group]}</Text>
                {messages === 0 ? null : (
                  <Text c="dimmed">
                    {w.meanings[group]} <strong>{w.todo}</strong> {w.todos[group]}
                  </Text>
                )}
              </Table.Th>
              <Figure>
                <Opens
                  value={messages}
                  to={messagesBehind(results, groupAsked[group])}
                  label={w.names[group]}
                />
              </Figure>
              <Figure>{percent(language, share)}</Figure>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

export function NotArrivedTable({ results }: Shown) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  const items = results.breakdown?.notArrived ?? []
  return (
    <Section title={w.why}>
      {items.length === 0 ? (
        <Text c="dimmed">{results.breakdown === null ? w.counting : w.whyNone}</Text>
      ) : (
        <WideTable minWidth={560}>
          <Head text={[words.messages.state]} figures={[w.messages]} more={[w.reason]} />
          <Table.Tbody>
            {items.map(({ state, reason, sentence, messages }) => (
              <Table.Tr key={`${state} ${reason}`}>
                <Table.Td>
                  <StateBadge state={state} />
                </Table.Td>
                <Figure>
                  <Opens
                    value={messages}
                    to={messagesBehind(results, { state, reason })}
                    label={sentence}
                  />
                </Figure>
                <Table.Td>{sentence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Section>
  )
}

export function RefusedTable({ results }: Shown) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  return (
    <Section title={w.whyRefused}>
      {results.refused.length === 0 ? (
        <Text c="dimmed">{w.refusedNone}</Text>
      ) : (
        <WideTable minWidth={480}>
          <Head text={[]} figures={[w.messages]} more={[w.reason]} />
          <Table.Tbody>
            {results.refused.map(({ refusal, sentence, people }) => (
              <Table.Tr key={refusal}>
                <Figure>
                  <Opens
                    value={people}
                    to={messagesBehind(results, { state: 'refused', reason: refusal })}
                    label={sentence}
                  />
                </Figure>
                <Table.Td w="100%">{sentence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Section>
  )
}

/** `of`: what narrows the messages of the campaign to those of the row. */
type Counted = {
  name: string
  messages: number
  of: { route: string } | { country: string }
} & Record<(typeof places)[number], number>

function EndedTable(props: Shown & { first: string; items: readonly Counted[] }) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  const ends = places.map((place) => w.names[place])
  const shown = (item: Counted, place: (typeof places)[number] | null) => {
    const value = place === null ? item.messages : item[place]
    // What was refused or cancelled took no operator to no country.
    const asked = place === null ? { group: 'charged' } : groupAsked[place]
    const to = messagesBehind(props.results, { ...item.of, ...asked })
    const what = place === null ? w.messages : w.names[place]
    return <Opens value={value} to={to} label={`${item.name}, ${what}`} />
  }
  return (
    <WideTable minWidth={560}>
      <Head text={[props.first]} figures={[w.messages, ...ends]} />
      <Table.Tbody>
        {props.items.map((item) => (
          <Table.Tr key={item.name}>
            <Table.Th scope="row">{item.name}</Table.Th>
            <Figure>{shown(item, null)}</Figure>
            {places.map((place) => (
              <Figure key={place}>{shown(item, place)}</Figure>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

export function PlacesTables({ results }: Shown) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const { breakdown } = results
  if (breakdown === null) return null
  const routes = breakdown.routes.map(({ routeId, ...rest }) => ({
    ...rest,
    of: { route: routeId },
  }))
  const countries = breakdown.countries.map(({ country, ...rest }) => ({
    ...rest,
    name: territoryName(language, country),
    of: { country },
  }))
  return (
    <>
      <Section title={w.routes} lead={own(words, periodResultsWords).routesLead}>
        <EndedTable results={results} first={w.route} items={routes} />
      </Section>
      {countries.length > 1 ? (
        <Section title={w.countries}>
          <EndedTable results={results} first={w.country} items={countries} />
        </Section>
      ) : null}
    </>
  )
}

export function PastTable({ results }: Shown) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const { past } = results
  if (past === null) {
    return (
      <Section title={w.past}>
        <Text c="dimmed">{w.pastTooFew}</Text>
      </Section>
    )
  }
  const lead = w.pastText.replace('{count}', count(language, past.campaigns))
  return (
    <Section title={w.past} lead={lead}>
      <WideTable minWidth={480}>
        <Head text={[w.measure]} figures={[w.own, w.usual]} />
        <Table.Tbody>
          {past.rates.map(({ rate, own, median }) => (
            <Table.Tr key={rate}>
              <Table.Th scope="row">{w.rates[rate]}</Table.Th>
              <Figure>{percent(language, own)}</Figure>
              <Figure>{percent(language, median)}</Figure>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}
