// What narrows a list that a figure leads to: it stands in the address, and is told above the list.
import { Anchor, Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '../../data/client.ts'
import { count, dateTime, day, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { countedWords } from '../../words/sending/counted.ts'

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

export type Period = { from: string; until: string }

/** The campaigns launched on these days: other days than those on which a message was accepted. */
export function periodOf(search: URLSearchParams): Period | null {
  const [from, until] = [search.get('launchedFrom'), search.get('launchedUntil')]
  return isDay(from) && isDay(until) ? { from, until } : null
}

/** An instant as an address has it; undefined: none, or none that can be read. */
export const asInstant = (text: string | null): string | undefined =>
  text === null || Number.isNaN(Date.parse(text)) ? undefined : text

export function instantIn(search: URLSearchParams, name: string): string | undefined {
  return asInstant(search.get(name))
}

/** Null while it is not known, or where it is deleted or may not be read. */
function useCampaignName(id: string | null): string | null {
  const { may } = useSession()
  const mayAsk = id !== null && may('campaigns.read')
  const campaign = useQuery({
    queryKey: ['campaigns', id, 'name'],
    queryFn: mayAsk
      ? async () => (await call('GET /v1/campaigns/{id}', { params: { id } })).name
      : skipToken,
    retry: false,
  })
  return campaign.data ?? null
}

type Told = 'accepted' | 'left' | 'ended' | 'received'

export function Narrowed(props: {
  search: URLSearchParams
  /** Where everything is. */
  all: { path: string; label: string }
  since: readonly Told[]
}) {
  const { language, words } = useLanguage()
  const w = own(words, countedWords)
  const { search, all, since } = props
  const period = periodOf(search)
  const campaign = useCampaignName(search.get('campaign'))
  const country = search.get('country') ?? ''
  const told = [
    ...(period === null
      ? []
      : [
          fill(w.ofPeriod, {
            from: day(language, period.from),
            until: day(language, period.until),
          }),
          ...(search.has('list') ? [w.ofList] : []),
        ]),
    ...(search.has('campaign')
      ? [campaign === null ? w.ofCampaign : fill(w.ofCampaignNamed, { name: campaign })]
      : []),
    ...(search.has('route') ? [w.ofRoute] : []),
    ...(/^[A-Z]{2}$/.test(country)
      ? [fill(w.ofCountry, { country: territoryName(language, country) })]
      : []),
    ...since.flatMap((name) => {
      const at = instantIn(search, name)
      return at === undefined ? [] : [fill(w[name], { when: dateTime(language, at) })]
    }),
  ]
  if (told.length === 0) return null
  return (
    <Text>
      {told.join(' ')}{' '}
      <Anchor component={Link} to={all.path} inherit>
        {all.label}
      </Anchor>
    </Text>
  )
}

/** How many a list holds: as it was counted, or as many as are shown of it. */
export function HowMany(props: {
  of: { count: number; isAtLeast: boolean } | undefined
  say: { one: string; many: string; atLeast: string }
}) {
  const { language } = useLanguage()
  const { of, say } = props
  if (of === undefined || of.count === 0) return null
  const sentence = of.isAtLeast ? say.atLeast : of.count === 1 ? say.one : say.many
  return (
    <Text size="sm" c="dimmed" role="status">
      {fill(sentence, { count: count(language, of.count) })}
    </Text>
  )
}
