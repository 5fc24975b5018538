// Replies that a figure counts: of a campaign, of a period, since an instant; in the address.
import { Anchor, Select } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { type ReplyShow, replyShows } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { own } from '../../words/own.ts'
import { countedWords } from '../../words/sending/counted.ts'
import { HowMany, instantIn, Narrowed, periodOf } from '../messages/counted.tsx'
import { ReplyTable } from './reply-table.tsx'

function useReplies(search: URLSearchParams, show: ReplyShow | undefined) {
  const period = periodOf(search)
  const audienceId = search.get('list') ?? undefined
  const campaignId = search.get('campaign') ?? undefined
  const receivedFrom = instantIn(search, 'received')
  return useGrowingList(
    ['inbound', 'counted', period, audienceId, campaignId, receivedFrom, show],
    (page) =>
      period === null
        ? call('GET /v1/inbound', { query: { ...page, campaignId, receivedFrom, show } })
        : call('GET /v1/campaign-results/replies', {
            query: { ...page, ...period, audienceId, show },
          }),
  )
}

export function RepliesScreen() {
  const { words } = useLanguage()
  const w = own(words, countedWords)
  const [search, setSearch] = useSearchParams()
  const show = replyShows.find((one) => one === search.get('show'))
  const replies = useReplies(search, show)
  const choose = (value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set('show', value)
    else next.delete('show')
    setSearch(next, { replace: true })
  }
  const say = { one: w.oneReply, many: w.manyReplies, atLeast: w.atLeastReplies }
  return (
    <Page
      title={w.replies}
      lead={w.repliesLead}
      actions={
        <Anchor component={Link} to={paths.inbox}>
          {w.inbox}
        </Anchor>
      }
    >
      <Select
        className="accord-measure"
        label={w.show}
        allowDeselect={false}
        value={show ?? ''}
        data={[
          { value: '', label: w.shows.all },
          ...replyShows.map((value) => ({ value, label: w.shows[value] })),
        ]}
        onChange={choose}
      />
      <Narrowed
        search={search}
        all={{ path: paths.receivedReplies, label: w.allReplies }}
        since={['received']}
      />
      <GrowingList list={replies} empty={{ title: w.noReplies, text: w.noRepliesText }}>
        {(items) => (
          <>
            <HowMany of={{ count: items.length, isAtLeast: replies.hasNextPage }} say={say} />
            <ReplyTable items={items} />
          </>
        )}
      </GrowingList>
    </Page>
  )
}
