// Who replied to a campaign, masked, with what was understood.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { ReplyTable } from '../inbox/reply-table.tsx'

function List(props: { id: string }) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  const replies = useGrowingList(['inbound', 'of-campaign', props.id], (page) =>
    call('GET /v1/inbound', { query: { ...page, campaignId: props.id } }),
  )
  return (
    <GrowingList list={replies} empty={{ title: w.answersNone, text: '' }}>
      {(items) => <ReplyTable items={items} />}
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
