// In the screen of a request of somebody who is no contact: who they are, and the search for them.
import { Anchor, List, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  askerParts,
  type HeldMatch,
  type HeldSearched,
  type HeldSearchView,
  type RequestDetail,
  reasonMin,
} from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'
import { colon, count, date, dateTime } from '../../data/format.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { useSearchHeld, useTie } from './request-queries.ts'

type Asker = NonNullable<RequestDetail['asker']>

const named = (language: Language, parts: readonly string[]): string =>
  new Intl.ListFormat(language).format(parts)

function ShowAsker({ id }: { id: string }) {
  const { language, words } = useLanguage()
  const w = own(words, noContactWords)
  const [opened, { open, close }] = useDisclosure(false)
  const state = useAllowed('contacts.reveal', false)
  const reveal = (reason: string) =>
    call('POST /v1/person-requests/{id}/asker/reveal', { params: { id }, body: { reason } })
  return (
    <>
      <ActionButton size="xs" variant="default" label={w.show} state={state} onPress={open} />
      <RevealDialog title={w.showTitle} opened={opened} onClose={close} reveal={reveal}>
        {(shown) => (
          <List size="sm" listStyleType="none">
            {askerParts.map((part) => (
              <List.Item key={part} style={{ whiteSpace: 'pre-wrap' }}>
                {w.parts[part]}
                {colon(language)} {shown[part] ?? w.notGiven}
              </List.Item>
            ))}
          </List>
        )}
      </RevealDialog>
    </>
  )
}

function Found({ search }: { search: HeldSearchView }) {
  const { language, words } = useLanguage()
  const w = own(words, noContactWords)
  const { found, looked, endedAt } = search
  const figures = { count: count(language, looked) }
  const parts = (['number', 'email', 'reference', 'name'] as const).flatMap((part) => {
    const people = found[part]
    return people === null ? [] : [fill(w.found[part], { count: count(language, people) })]
  })
  return (
    <Stack gap={4}>
      <Text size="sm">
        {endedAt === null
          ? fill(w.searching, figures)
          : fill(w.searchedOn, { ...figures, date: dateTime(language, endedAt) })}
      </Text>
      {parts.length === 0 ? null : (
        <Text size="sm">
          {w.foundLead} · {parts.join(' · ')}
        </Text>
      )}
      {found.suppression === null ? null : (
        <Text size="sm">{w.suppression[found.suppression]}</Text>
      )}
    </Stack>
  )
}

function Tie({ id, matches }: { id: string; matches: readonly HeldMatch[] }) {
  const { language, words } = useLanguage()
  const w = own(words, noContactWords)
  const [contactId, setContactId] = useState(matches[0]?.contactId ?? '')
  const [reason, setReason] = useState('')
  const tie = useTie(id)
  const lacking = reason.trim().length < reasonMin ? own(words, reasonFirstWords).reasonFirst : null
  const state = useAllowed('consent.record', tie.isPending, lacking)
  const labelOf = ({ numberMasked, by }: HeldMatch) => {
    const list = named(
      language,
      by.map((one) => w.bys[one]),
    )
    return `${numberMasked} · ${fill(w.matchBy, { by: list })}`
  }
  return (
    <RecordForm
      label={w.tie}
      save={w.tie}
      state={state}
      error={tie.error}
      done={tie.isSuccess ? w.tied : null}
      onSubmit={() => tie.mutate({ contactId, reason: reason.trim() })}
    >
      <Text size="sm">{w.tieLead}</Text>
      <Select
        label={w.matches}
        value={contactId}
        allowDeselect={false}
        data={matches.map((match) => ({ value: match.contactId, label: labelOf(match) }))}
        onChange={(value) => setContactId(value ?? '')}
      />
      <TextInput
        label={w.tieReason}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}

function Others({ requests }: { requests: HeldSearched['requests'] }) {
  const { language, words } = useLanguage()
  const w = own(words, noContactWords)
  if (requests.length === 0) return null
  const said = ({ kind, askedAt, answeredAt }: HeldSearched['requests'][number]) => {
    const of = { kind: own(words, requestWords).kinds[kind], asked: date(language, askedAt) }
    return answeredAt === null
      ? fill(w.otherOpen, of)
      : fill(w.otherAnswered, { ...of, answered: date(language, answeredAt) })
  }
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.others}
      </Text>
      <List size="sm">
        {requests.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} to={paths.request(one.id)} size="sm">
              {said(one)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

function Search({ request, asker }: { request: RequestDetail; asker: Asker }) {
  const { words } = useLanguage()
  const w = own(words, noContactWords)
  const { id, answeredAt } = request
  const search = useSearchHeld(id)
  const state = useAllowed('consent.record', search.isPending)
  const matches = search.data?.matches ?? null
  const shown = search.seen ?? asker.search
  return (
    <Section title={w.searchTitle}>
      {answeredAt === null ? <Text size="sm">{w.searchLead}</Text> : null}
      <Stack gap="sm" aria-live="polite" align="flex-start">
        {shown === null ? <Text size="sm">{w.neverSearched}</Text> : <Found search={shown} />}
        {matches !== null && matches.length === 0 ? <Text size="sm">{w.noMatch}</Text> : null}
        <Others requests={search.data?.requests ?? []} />
      </Stack>
      {answeredAt === null ? (
        <ActionButton
          label={asker.search === null ? w.search : w.searchAgain}
          state={state}
          onPress={() => search.mutate(null)}
        />
      ) : null}
      {search.error === null ? null : <Failed error={search.error} />}
      {answeredAt === null && matches !== null && matches.length > 0 ? (
        <Tie key={matches.map(({ contactId }) => contactId).join()} id={id} matches={matches} />
      ) : null}
    </Section>
  )
}

export function NoContactPart({ request }: { request: RequestDetail }) {
  const { language, words } = useLanguage()
  const w = own(words, noContactWords)
  const { asker } = request
  if (asker === null) return null
  const parts = named(
    language,
    asker.gave.map((part) => w.gaveParts[part]),
  )
  return (
    <>
      <Section title={w.who}>
        <Text size="sm">{fill(w.gave, { parts })}</Text>
        <ShowAsker id={request.id} />
      </Section>
      <Search request={request} asker={asker} />
    </>
  )
}
