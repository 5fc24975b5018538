// What somebody who answers for the data sees first: requests, looks, consents that end,
// the ledger.
import { Anchor, SimpleGrid, Stack, Title } from '@mantine/core'
import { Link } from 'react-router'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import { useOpenPoints } from '../open-points/queries.ts'
import { looksMax, useExpiring, useLedger, useLooks } from './queries.ts'
import { Tile } from './tile.tsx'

const unknown = '–'
const unread = (isError: boolean, words: { notRead: string }): string | undefined =>
  isError ? words.notRead : undefined

function RequestsTile() {
  const { language, words } = useLanguage()
  const w = words.overview
  const { data, isError } = useOpenPoints()
  const requests = data?.items.filter(({ kind }) => kind === 'request_due')
  const first = requests?.[0]?.by ?? undefined
  return (
    <Tile
      label={w.openRequests}
      value={requests === undefined ? unknown : count(language, requests.length)}
      what={w.openRequests}
      before={
        requests === undefined
          ? unread(isError, w)
          : first === undefined
            ? w.noneDue
            : fill(w.nextDue, { date: date(language, first) })
      }
      to={{ path: paths.requests, label: w.seeRequests }}
    />
  )
}

function LooksTile() {
  const { language, words } = useLanguage()
  const w = words.overview
  const { data } = useLooks()
  const text = count(language, data?.looks ?? 0)
  const isMore = (data?.looks ?? 0) >= looksMax
  return (
    <Tile
      label={w.looks}
      value={data === undefined ? unknown : isMore ? fill(w.looksMany, { count: text }) : text}
      what={w.looks}
      to={{
        path: data === undefined ? paths.journal : paths.looksSince(data.since),
        label: w.seeLooks,
      }}
    />
  )
}

function ExpiringTile() {
  const { language, words } = useLanguage()
  const w = words.overview
  const { data, isError } = useExpiring(true)
  const items = data?.items
  const sum = (of: 'soon' | 'expired') => (items ?? []).reduce((held, one) => held + one[of], 0)
  return (
    <Tile
      label={w.expiringTitle}
      value={items === undefined ? unknown : count(language, sum('soon'))}
      what={w.expiringTitle}
      before={
        items === undefined
          ? unread(isError, w)
          : fill(w.expired, { count: count(language, sum('expired')) })
      }
      to={{ path: paths.expiring, label: w.seeExpiring }}
    />
  )
}

function LedgerTile() {
  const { language, words } = useLanguage()
  const w = words.overview
  const { data, isError } = useLedger()
  const last = data?.comparison.last ?? null
  const size = count(language, data?.checkpoint.size ?? 0)
  const found = Object.values(last?.differences ?? {}).reduce((sum, one) => sum + one, 0)
  const value = last === null ? w.ledgerNotYet : found > 0 ? w.ledgerDiffers : w.ledgerFine
  return (
    <Tile
      label={w.ledger}
      value={data === undefined ? unknown : value}
      what={w.ledger}
      isText
      before={
        data === undefined
          ? unread(isError, w)
          : last === null
            ? fill(w.ledgerEntries, { size })
            : fill(w.ledgerAt, { size, date: date(language, last.endedAt) })
      }
      to={{ path: paths.proofs, label: w.seeLedger }}
    />
  )
}

/** The way to all of them; the tiles below tell some of the same. */
function AllPoints() {
  const { language, words } = useLanguage()
  const { data } = useOpenPoints()
  if (data === undefined) return null
  const late = data.items.filter(({ isLate }) => isLate).length
  const figures = { count: count(language, data.items.length), late: count(language, late) }
  return (
    <Anchor component={Link} to={paths.openPoints} size="sm">
      {fill(words.openPoints.summary, figures)}
    </Anchor>
  )
}

export function ComplianceSection() {
  const { words } = useLanguage()
  return (
    <Stack gap="sm" component="section" aria-label={words.overview.compliance}>
      <Title order={2} size="h4">
        {words.overview.compliance}
      </Title>
      <AllPoints />
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm">
        <RequestsTile />
        <LooksTile />
        <ExpiringTile />
        <LedgerTile />
      </SimpleGrid>
    </Stack>
  )
}
