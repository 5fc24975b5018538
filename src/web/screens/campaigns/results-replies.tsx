// Who replied to a campaign, masked, with what was understood.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'

function List(props: { id: string }) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const replies = useGrowingList(['inbound', 'of-campaign', props.id], (page) =>
    call('GET /v1/inbound', { query: { ...page, campaignId: props.id } }),
  )
  return (
    <GrowingList list={replies} empty={{ title: w.answersNone, text: '' }}>
      {(items) => (
        <StackedTable minWidth={520} columns={[w.from, words.replies.kind, w.received]}>
          {items.map(({ id, from, contactId, kind, receivedAt }) => (
            <StackedRow key={id}>
              <StackedCell leads className="accord-figures">
                {contactId === null ? (
                  from
                ) : (
                  <Anchor component={Link} to={paths.contact(contactId)}>
                    {from}
                  </Anchor>
                )}
              </StackedCell>
              <StackedCell label={words.replies.kind}>{words.replies.kinds[kind]}</StackedCell>
              <StackedCell label={w.received}>{dateTime(language, receivedAt)}</StackedCell>
            </StackedRow>
          ))}
        </StackedTable>
      )}
    </GrowingList>
  )
}

export function ResultsReplies({ results }: { results: CampaignResults }) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const { total, peopleWhoStopped, toRead } = results.replies
  return (
    <Section title={w.answers}>
      {total === 0 ? (
        <Text c="dimmed">{w.answersNone}</Text>
      ) : (
        <>
          <Text>{fill(w.answersText, { people: count(language, peopleWhoStopped) })}</Text>
          {toRead === 0 ? null : (
            <Text>
              <Anchor component={Link} to={paths.replies}>
                {fill(w.answersToRead, { count: count(language, toRead) })}
              </Anchor>
            </Text>
          )}
          <List id={results.id} />
        </>
      )}
    </Section>
  )
}
