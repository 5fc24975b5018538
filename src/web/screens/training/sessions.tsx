// Sessions of training that were held: recorded with who attended, and who has confirmed it.
import { List, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { TrainingSession, TrainingView } from '../../../accountability/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { rightFor, useTrainingWords, useWriteSession, type Whose } from './queries.ts'

type Of = { whose: Whose; training: TrainingView }
type Draft = Pick<TrainingSession, 'topic' | 'heldOn' | 'trainer' | 'content'> & {
  attendees: string[]
}
const empty: Draft = { topic: '', heldOn: '', trainer: '', content: '', attendees: [] }
const draftOf = ({ topic, heldOn, trainer, content, attendees }: TrainingSession): Draft => ({
  ...{ topic, heldOn, trainer, content },
  attendees: attendees.map(({ userId }) => userId),
})

function SessionForm({ whose, training, held }: Of & { held: TrainingSession | null }) {
  const w = useTrainingWords()
  const [draft, setDraft] = useState<Draft>(held === null ? empty : draftOf(held))
  const write = useWriteSession(whose)
  const { topic, heldOn, trainer, content, attendees } = draft
  const isWhole = topic !== '' && heldOn !== '' && trainer.trim() !== '' && attendees.length > 0
  const state = useAllowed(rightFor[whose], write.isPending, isWhole ? null : w.sessionNeeds)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const people = new Map([
    ...(held?.attendees ?? []).map(({ userId, name }) => [userId, name] as const),
    ...training.people.map(({ userId, name }) => [userId, name] as const),
  ])
  const topics = training.topics.filter(({ isArchived, id }) => !isArchived || id === topic)
  const submit = () =>
    write.mutate(
      { id: held?.id ?? null, topic, heldOn, trainer, content, attendees },
      { onSuccess: () => (held === null ? setDraft(empty) : undefined) },
    )
  return (
    <RecordForm
      label={held === null ? w.addSession : fill(w.changeOf, { name: held.heldOn })}
      save={w.saveSession}
      state={state}
      error={write.error}
      done={write.isSuccess ? w.saved : null}
      onSubmit={submit}
    >
      <Select
        label={w.topic}
        data={topics.map(({ id, name }) => ({ value: id, label: name }))}
        value={topic === '' ? null : topic}
        onChange={(value) => change({ topic: value ?? '' })}
      />
      <TextInput
        label={w.heldOn}
        type="date"
        value={heldOn}
        onChange={(event) => change({ heldOn: event.currentTarget.value })}
      />
      <TextInput
        label={w.trainer}
        maxLength={120}
        value={trainer}
        onChange={(event) => change({ trainer: event.currentTarget.value })}
      />
      <Textarea
        label={w.content}
        autosize
        minRows={2}
        maxLength={2_000}
        value={content}
        onChange={(event) => change({ content: event.currentTarget.value })}
      />
      <MultiSelect
        label={w.attendees}
        searchable
        data={[...people].map(([value, label]) => ({ value, label }))}
        value={attendees}
        onChange={(chosen) => change({ attendees: chosen })}
      />
    </RecordForm>
  )
}

function Session({ session, ...of }: Of & { session: TrainingSession }) {
  const { language } = useLanguage()
  const w = useTrainingWords()
  const { topic, heldOn, trainer, content, attendees, by } = session
  const name = of.training.topics.find(({ id }) => id === topic)?.name ?? ''
  const day = date(language, heldOn)
  return (
    <Folded title={`${day} · ${name}`}>
      <Stack gap="xs">
        <Text size="sm">{fill(w.sessionSaid, { day, trainer })}</Text>
        {content === '' ? null : (
          <Text size="sm" className="accord-story">
            {content}
          </Text>
        )}
        <List size="sm">
          {attendees.map((one) => (
            <List.Item key={one.userId}>
              {one.confirmedAt === null
                ? fill(w.unconfirmed, { name: one.name })
                : fill(w.confirmed, { name: one.name, day: date(language, one.confirmedAt) })}
            </List.Item>
          ))}
        </List>
        <Text size="xs" c="dimmed">
          {fill(w.recordedBy, { by })}
        </Text>
        <Folded title={w.change}>
          <SessionForm {...of} held={session} />
        </Folded>
      </Stack>
    </Folded>
  )
}

export function Sessions({ whose, training }: Of) {
  const w = useTrainingWords()
  return (
    <Section title={w.sessions} lead={w.sessionsLead}>
      {training.sessions.length === 0 ? <Text size="sm">{w.noSession}</Text> : null}
      {training.sessions.map((session) => (
        <Session key={session.id} whose={whose} training={training} session={session} />
      ))}
      <Folded title={w.addSession} isOpen={training.sessions.length === 0}>
        <SessionForm whose={whose} training={training} held={null} />
      </Folded>
    </Section>
  )
}
