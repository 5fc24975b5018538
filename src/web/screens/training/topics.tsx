// What must be known by whom: the trainings of the program, and those of the account's own.
import {
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import {
  type TrainedRole,
  type TrainingTopic,
  type TrainingView,
  trainedRoles,
} from '../../../accountability/contract.ts'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { rightFor, useTrainingWords, useWriteTopic, type Whose } from './queries.ts'
import { useRoleName } from './standing.tsx'

type Draft = Pick<TrainingTopic, 'name' | 'text' | 'roles' | 'validMonths' | 'isArchived'>
const empty: Draft = { name: '', text: '', roles: [], validMonths: 12, isArchived: false }

function TopicForm({ whose, held }: { whose: Whose; held: TrainingTopic | null }) {
  const w = useTrainingWords()
  const roleName = useRoleName()
  const [draft, setDraft] = useState<Draft>(held ?? empty)
  const write = useWriteTopic(whose)
  const { name, text, roles, validMonths, isArchived } = draft
  const isWhole = name.trim().length >= 3 && text.trim().length >= 10 && roles.length > 0
  const state = useAllowed(rightFor[whose], write.isPending, isWhole ? null : w.topicNeeds)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const asked: readonly TrainedRole[] =
    whose === 'account'
      ? trainedRoles.filter((role) => role !== 'installation_owner')
      : ['installation_owner']
  const submit = () =>
    write.mutate(
      { id: held?.id ?? null, name, text, roles, validMonths, isArchived },
      { onSuccess: () => (held === null ? setDraft(empty) : undefined) },
    )
  return (
    <RecordForm
      label={held === null ? w.addTopic : fill(w.changeOf, { name: held.name })}
      save={w.saveTopic}
      state={state}
      error={write.error}
      done={write.isSuccess ? w.saved : null}
      onSubmit={submit}
    >
      <TextInput
        label={w.name}
        maxLength={120}
        value={name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={w.text}
        autosize
        minRows={3}
        maxLength={4_000}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <MultiSelect
        label={w.roles}
        data={asked.map((value) => ({ value, label: roleName(value) }))}
        value={roles}
        onChange={(chosen) => change({ roles: chosen as TrainedRole[] })}
      />
      <NumberInput
        label={w.months}
        min={1}
        max={60}
        allowDecimal={false}
        value={validMonths}
        onChange={(value) => change({ validMonths: typeof value === 'number' ? value : 12 })}
      />
      {held === null ? null : (
        <Checkbox
          label={w.archive}
          checked={isArchived}
          onChange={(event) => change({ isArchived: event.currentTarget.checked })}
        />
      )}
    </RecordForm>
  )
}

function Topic({ whose, topic }: { whose: Whose; topic: TrainingTopic }) {
  const w = useTrainingWords()
  const roleName = useRoleName()
  const { name, text, roles, validMonths, isOfProgram, isArchived } = topic
  return (
    <Folded title={name}>
      <Stack gap="xs">
        <Group gap="xs">
          {isOfProgram ? <StatusBadge meaning="neutral">{w.ofProgram}</StatusBadge> : null}
          {isArchived ? <StatusBadge meaning="neutral">{w.archived}</StatusBadge> : null}
        </Group>
        <Text size="sm" className="accord-story">
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          {fill(w.forRoles, { roles: roles.map(roleName).join(', '), months: validMonths })}
        </Text>
        {isOfProgram ? null : (
          <Folded title={w.change}>
            <TopicForm whose={whose} held={topic} />
          </Folded>
        )}
      </Stack>
    </Folded>
  )
}

export function Topics({ whose, training }: { whose: Whose; training: TrainingView }) {
  const w = useTrainingWords()
  return (
    <Section title={w.topics} lead={w.topicsLead}>
      {training.topics
        .filter(({ roles }) => whose === 'account' || roles.includes('installation_owner'))
        .map((topic) => (
          <Topic key={topic.id} whose={whose} topic={topic} />
        ))}
      <Folded title={w.addTopic}>
        <TopicForm whose={whose} held={null} />
      </Folded>
    </Section>
  )
}
