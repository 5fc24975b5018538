// The journal: who looked at whose data in clear and why, and who changed what.
import { Alert, Anchor, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { type AuditEntryView, type AuditKind, auditKinds } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Loading } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { instantIn } from '../messages/counted.tsx'
import { AboutLink } from './about-link.tsx'
import { journalOwnWords } from './journal-words.ts'

function EntryTable(props: { items: readonly AuditEntryView[] }) {
  const { language, words } = useLanguage()
  const w = words.journal
  return (
    <StackedTable minWidth={640} spacing="sm" columns={[w.when, w.who, w.what, w.why]}>
      {props.items.map((entry) => (
        <StackedRow key={entry.id}>
          <StackedCell label={w.when}>{dateTime(language, entry.at)}</StackedCell>
          <StackedCell label={w.who}>
            {entry.actorName ?? w.unknown}
            <Text size="xs" c="dimmed">
              {w.actors[entry.actorKind]}
            </Text>
          </StackedCell>
          <StackedCell leads>
            <Stack gap={2} align="flex-start">
              <Text size="sm">{entry.sentence ?? fill(w.earlier, { code: entry.action })}</Text>
              {entry.about.map((about) => (
                <AboutLink key={`${about.kind} ${about.id}`} about={about} />
              ))}
            </Stack>
          </StackedCell>
          <StackedCell label={w.why}>{entry.reason}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

type Asked = {
  kind: AuditKind | undefined
  subjectId: string | undefined
  since: string | undefined
}

function Entries(props: { asked: Asked }) {
  const { words } = useLanguage()
  const w = words.journal
  const o = own(words, journalOwnWords)
  const { kind, subjectId, since } = props.asked
  const entries = useGrowingList(['audit', kind, subjectId, since], (page) =>
    call('GET /v1/audit', { query: { ...page, kind, subjectId, since } }),
  )
  const isWhole = kind === undefined && subjectId === undefined && since === undefined
  const empty = isWhole ? { title: w.empty, text: w.lead } : { title: o.noneSo, text: o.noneSoText }
  return (
    <GrowingList list={entries} empty={empty}>
      {(items) => <EntryTable items={items} />}
    </GrowingList>
  )
}

/** The address names the contact, never the number; who is erased has no contact any more. */
function OfPerson(props: {
  contactId: string
  kind: AuditKind | undefined
  since: string | undefined
  leave: () => void
}) {
  const { words } = useLanguage()
  const w = own(words, journalOwnWords)
  const { contactId: id, kind, since } = props
  const contact = useQuery({
    queryKey: ['contact', id, 'alone'],
    queryFn: () => call('GET /v1/contacts/{id}', { params: { id } }),
    retry: false,
  })
  if (contact.isPending) return <Loading />
  const { data } = contact
  return (
    <>
      <Alert role="status">
        <Group gap="sm">
          <Text size="sm">
            {data === undefined ? w.personGone : fill(w.onlyOf, { number: data.numberMasked })}
          </Text>
          <Anchor size="sm" component="button" type="button" onClick={props.leave}>
            {w.ofEverybody}
          </Anchor>
        </Group>
      </Alert>
      {data === undefined ? null : <Entries asked={{ kind, subjectId: data.subjectId, since }} />}
    </>
  )
}

export function JournalScreen() {
  const { language, words } = useLanguage()
  const w = words.journal
  const o = own(words, journalOwnWords)
  const [asked, setAsked] = useSearchParams()
  const kind = auditKinds.find((one) => one === asked.get('sort'))
  const person = asked.get('person')
  const since = instantIn(asked, 'since')
  type Kept = { sort?: string | undefined; person?: string | undefined; since?: string | undefined }
  const choose = (next: Kept) => {
    const kept = { sort: kind, person: person ?? undefined, since, ...next }
    const said = Object.entries(kept).filter((one): one is [string, string] => Boolean(one[1]))
    setAsked(new URLSearchParams(said), { replace: true })
  }
  return (
    <Page title={w.title} lead={w.lead}>
      <Select
        className="accord-measure"
        label={o.sort}
        allowDeselect={false}
        value={kind ?? ''}
        data={[
          { value: '', label: o.everything },
          ...auditKinds.map((value) => ({ value, label: o.kinds[value] })),
        ]}
        onChange={(value) => choose({ sort: value || undefined })}
      />
      {since === undefined ? null : (
        <Text size="sm">
          {fill(o.since, { when: dateTime(language, since) })}{' '}
          <Anchor
            component="button"
            type="button"
            inherit
            onClick={() => choose({ since: undefined })}
          >
            {o.ofAllTime}
          </Anchor>
        </Text>
      )}
      {person === null ? (
        <Entries asked={{ kind, subjectId: undefined, since }} />
      ) : (
        <OfPerson
          contactId={person}
          kind={kind}
          since={since}
          leave={() => choose({ person: undefined })}
        />
      )}
    </Page>
  )
}
