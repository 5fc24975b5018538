// One ground: what it covers and why, who must still approve it, and its end with what follows.
import { Badge, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type SensitiveGroundView, sensitiveReasonLengthMin } from '../../../sensitive/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useGroundMoves } from './queries.ts'

const colours: Record<SensitiveGroundView['state'], string> = {
  proposed: 'yellow',
  in_force: 'green',
  ended: 'gray',
}

function Ending(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.sensitive
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { end } = useGroundMoves()
  const allowed = useAllowed('sensitive.manage', end.isPending)
  if (!isAsking) {
    return (
      <ActionButton
        size="xs"
        variant="default"
        label={w.end}
        state={allowed}
        onPress={() => setAsking(true)}
      />
    )
  }
  const isShort = reason.trim().length < sensitiveReasonLengthMin
  const submit = (event: FormEvent) => {
    event.preventDefault()
    end.mutate({ id: props.id, reason: reason.trim() })
  }
  return (
    <form onSubmit={submit} aria-label={w.end}>
      <Stack gap="xs">
        <Text size="sm">{w.endText}</Text>
        <TextInput
          label={w.endReason}
          required
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {end.error ? <Failed error={end.error} /> : null}
        <ActionButton
          submit
          color="red"
          label={w.endDo}
          state={isShort ? { kind: 'refused', reason: w.endReason } : allowed}
        />
      </Stack>
    </form>
  )
}

function Approving(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.sensitive
  const { approve } = useGroundMoves()
  const state = useAllowed('sensitive.approve', approve.isPending)
  return (
    <Stack gap="xs">
      <Text size="sm">{w.approveText}</Text>
      <ActionButton
        size="xs"
        label={w.approve}
        state={state}
        onPress={() => approve.mutate(props.id)}
      />
      {approve.error ? <Failed error={approve.error} /> : null}
    </Stack>
  )
}

export function GroundCard(props: { ground: SensitiveGroundView }) {
  const { language, words } = useLanguage()
  const w = words.sensitive
  const { ground } = props
  const title = `${w.categories[ground.category]} · ${ground.controllerName}`
  return (
    <Paper withBorder p="lg" component="article" aria-label={title}>
      <Stack gap="xs">
        <Group>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Badge color={colours[ground.state]} variant="light" tt="none">
            {w.states[ground.state]}
          </Badge>
        </Group>
        <Text size="sm" fw={600}>
          {w.bases[ground.basis]}, {fill(w.article, { article: ground.article })},{' '}
          {fill(w.until, { date: dateTime(language, ground.endsAt) })}
        </Text>
        <Text className="accord-story">{ground.justification}</Text>
        {ground.law ? <Text size="sm">{fill(w.law, { law: ground.law })}</Text> : null}
        <Text size="sm">
          {fill(w.kept, { people: count(language, ground.people), days: ground.keepDays })}
        </Text>
        {ground.endedAt ? (
          <Text size="sm" role="status">
            {fill(w.ended, {
              date: dateTime(language, ground.endedAt),
              reason: ground.endReason ?? '',
              erased: count(language, ground.valuesErased),
            })}
          </Text>
        ) : null}
        {ground.state === 'proposed' ? <Approving id={ground.id} /> : null}
        {ground.state === 'ended' ? null : <Ending id={ground.id} />}
      </Stack>
    </Paper>
  )
}
