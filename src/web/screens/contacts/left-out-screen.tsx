// Who is left out of every audience, as two lists: who said no, and numbers that no longer work.
import { Anchor, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { DeadNumberView } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'
import { askedFor } from './contact-filters.tsx'
import { ContactPages } from './contacts-table.tsx'
import { CountedAt } from './counted-at.tsx'

const shows = ['stopped', 'dead_number'] as const
type Show = (typeof shows)[number]

/** The same figures as contacts, lists and check sheets. */
function Choice(props: { show: Show; choose(show: Show): void }) {
  const { language, words } = useLanguage()
  const w = words.leftOut
  const counts = useQuery({
    queryKey: ['contacts', 'counts', null],
    queryFn: () => call('GET /v1/contacts/counts'),
  })
  const peopleOf = (show: Show): string => {
    if (counts.data === undefined) return '…'
    const found = counts.data.statuses.find(({ status }) => status === show)
    return count(language, found?.people ?? 0)
  }
  return (
    <Group role="group" aria-label={w.show} gap="xs">
      {shows.map((show) => (
        <UnstyledButton
          key={show}
          className="accord-count"
          aria-pressed={props.show === show}
          onClick={() => props.choose(show)}
        >
          {w.shows[show]} <strong>{peopleOf(show)}</strong>
        </UnstyledButton>
      ))}
      {counts.data ? <CountedAt at={counts.data.countedAt} /> : null}
    </Group>
  )
}

function DeadRow(props: { dead: DeadNumberView }) {
  const { language, words } = useLanguage()
  const w = words.leftOut
  const { contactId, numberMasked: number, since, sentence, errorCode, messageId } = props.dead
  return (
    <StackedRow>
      <StackedCell leads>
        <Anchor
          component={Link}
          to={paths.contact(contactId)}
          className="accord-figures"
          aria-label={fill(words.people.openNamed, { number })}
        >
          {number}
        </Anchor>
      </StackedCell>
      <StackedCell label={w.since} className="accord-figures">
        {dateTime(language, since)}
      </StackedCell>
      <StackedCell label={w.answer}>
        <Text size="sm">{sentence}</Text>
        {errorCode === null ? null : (
          <Text size="xs" c="dimmed">
            {fill(w.code, { code: errorCode })}
          </Text>
        )}
      </StackedCell>
      <StackedCell>
        <Anchor
          component={Link}
          to={paths.message(messageId)}
          size="sm"
          aria-label={fill(w.openMessageTo, { number })}
        >
          {w.openMessage}
        </Anchor>
      </StackedCell>
    </StackedRow>
  )
}

function DeadNumbers() {
  const { words } = useLanguage()
  const w = words.leftOut
  const list = useGrowingList(['contacts', 'dead'], (page) =>
    call('GET /v1/dead-numbers', { query: page }),
  )
  return (
    <GrowingList list={list} empty={{ title: w.noneDead, text: w.noneDeadText }}>
      {(items) => (
        <StackedTable
          minWidth={720}
          spacing="sm"
          columns={[w.number, w.since, w.answer, w.message]}
        >
          {items.map((dead) => (
            <DeadRow key={dead.contactId} dead={dead} />
          ))}
        </StackedTable>
      )}
    </GrowingList>
  )
}

const nothingChosen = {
  list: null,
  segment: null,
  status: null,
  source: null,
  import: null,
  country: null,
  area: null,
  from: null,
  until: null,
  sort: null,
}

export function LeftOutScreen() {
  const { words } = useLanguage()
  const w = words.leftOut
  const [address, setAddress] = useSearchParams()
  const show: Show = address.get('show') === 'dead_number' ? 'dead_number' : 'stopped'
  return (
    <Page title={w.title} lead={w.lead}>
      <Stack>
        <Choice show={show} choose={(next) => setAddress({ show: next }, { replace: true })} />
        <Text size="sm" className="accord-measure">
          {show === 'stopped' ? w.stoppedLead : w.deadLead}
        </Text>
        {show === 'stopped' ? (
          <ContactPages
            asked={askedFor({ ...nothingChosen, status: 'stopped' })}
            empty={{ title: w.noneStopped, text: w.noneStoppedText }}
          />
        ) : (
          <DeadNumbers />
        )}
      </Stack>
    </Page>
  )
}
