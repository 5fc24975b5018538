// One person's life in the account on one line of time, with the way to what each thing was.

import { Anchor, Group, Select, Stack, Text, Timeline } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ContactConsents } from '../../../consent/contract.ts'
import {
  type TimelineItem,
  type TimelineKind,
  timelineKinds,
} from '../../../preferences/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { gradesWords } from '../../words/consent/grades.ts'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'
import { own } from '../../words/own.ts'
import { OpenDocument } from './open-document.tsx'
import { requestWordsOfTimeline } from './request-words.ts'

const known = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code

/** What happened, in the words that the screens about it use. */
function titleOf({ kind, code, sentence }: TimelineItem, words: Words): string {
  const w = words.people.timeline
  switch (kind) {
    case 'message':
      return fill(w.titled, { kind: w.kinds[kind], what: known(words.messages.states, code) })
    case 'reply':
      return fill(w.titled, { kind: w.kinds[kind], what: known(words.replies.kinds, code) })
    case 'consent':
      return known(words.consents.kinds, code)
    case 'request':
      return known({ ...w.requests, ...own(words, requestWordsOfTimeline) }, code)
    case 'deed':
      return sentence ?? code
  }
}

const colours: Record<TimelineKind, string> = {
  message: 'blue',
  reply: 'grape',
  consent: 'teal',
  request: 'orange',
  deed: 'gray',
}

type Event = ContactConsents['events'][number]

/** How a consent is shown: its grade, its place in the ledger, the paper or the recording. */
function Evidence(props: { event: Event }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { channel, purpose, seq, grade, documentId, handset, heardBy } = props.event
  const about = [
    words.wordings.channel[channel as keyof typeof words.wordings.channel],
    purpose === '*' ? undefined : purposeWord(language, purpose ?? ''),
    grade ? own(words, gradesWords).grades[grade] : undefined,
    heardBy ? fill(words.desk.byStaff, { how: words.desk.heardBys[heardBy] }) : undefined,
    handset === 'sandbox' ? w.sandbox : undefined,
  ]
  return (
    <>
      <Text size="sm">{about.filter((one) => one !== undefined && one !== '').join(' · ')}</Text>
      <Text size="xs" c="dimmed">
        {seq === null ? w.waiting : fill(w.seq, { seq })}
      </Text>
      {documentId ? <OpenDocument id={documentId} /> : null}
    </>
  )
}

function Detail(props: { item: TimelineItem; event: Event | undefined }) {
  const { words } = useLanguage()
  const w = words.people.timeline
  const { kind, sentence, who, messageId, needsReview } = props.item
  const told = [kind === 'deed' ? who : sentence].filter((one) => one !== null)
  return (
    <>
      {props.event ? <Evidence event={props.event} /> : null}
      {told.length > 0 ? <Text size="sm">{told.join(' · ')}</Text> : null}
      {messageId ? (
        <Anchor size="sm" component={Link} to={paths.message(messageId)}>
          {w.openMessage}
        </Anchor>
      ) : null}
      {needsReview ? (
        <Anchor size="sm" component={Link} to={paths.replies}>
          {w.readReply}
        </Anchor>
      ) : null}
    </>
  )
}

export function PersonTimeline(props: { contactId: string; events: readonly Event[] }) {
  const { language, words } = useLanguage()
  const w = words.people.timeline
  const { may } = useSession()
  const [kind, setKind] = useState<TimelineKind | ''>('')
  const eventOf = new Map(props.events.map((event) => [event.entryId, event]))
  const params = { id: props.contactId }
  const list = useGrowingList(['contact', params.id, 'timeline'], (page) =>
    call('GET /v1/contacts/{id}/timeline', { params, query: page }),
  )
  return (
    <Section title={w.title} lead={w.lead}>
      <Group align="flex-end">
        <Select
          label={w.show}
          allowDeselect={false}
          value={kind}
          data={[
            { value: '', label: w.everything },
            ...timelineKinds.map((value) => ({ value, label: w.kinds[value] })),
          ]}
          onChange={(value) => setKind((value ?? '') as TimelineKind | '')}
        />
        {may('audit.read') ? (
          <Anchor size="sm" component={Link} to={paths.journalOf(params.id)}>
            {w.inJournal}
          </Anchor>
        ) : null}
      </Group>
      <GrowingList list={list} empty={{ title: w.none, text: w.noneText }}>
        {(items) => (
          <Timeline bulletSize={14} lineWidth={2}>
            {items
              .filter((item) => kind === '' || item.kind === kind)
              .map((item) => (
                <Timeline.Item
                  key={item.id}
                  color={colours[item.kind]}
                  title={titleOf(item, words)}
                >
                  <Stack gap={2}>
                    <Text size="xs" c="dimmed" className="accord-figures">
                      {dateTime(language, item.at)}
                    </Text>
                    <Detail item={item} event={eventOf.get(item.id)} />
                  </Stack>
                </Timeline.Item>
              ))}
          </Timeline>
        )}
      </GrowingList>
    </Section>
  )
}
