// One legal basis: what it covers and why, its approval, its end.
import { Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  type SensitiveLegalBasisView,
  sensitiveReasonLengthMin,
} from '../../../sensitive/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useLegalBasisMoves } from './queries.ts'

const meanings: Record<SensitiveLegalBasisView['state'], Meaning> = {
  proposed: 'waits',
  in_force: 'good',
  ended: 'neutral',
}

function Ending(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.sensitive
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { end } = useLegalBasisMoves()
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
  const { approve } = useLegalBasisMoves()
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

export function LegalBasisCard(props: { legalBasis: SensitiveLegalBasisView }) {
  const { language, words } = useLanguage()
  const w = words.sensitive
  const { legalBasis } = props
  const title = `${w.categories[legalBasis.category]} · ${legalBasis.controllerName}`
  return (
    <Paper withBorder p="lg" component="article" aria-label={title}>
      <Stack gap="xs">
        <Group>
          <Title order={2} size="h4">
            {title}
          </Title>
          <StatusBadge meaning={meanings[legalBasis.state]}>
            {w.states[legalBasis.state]}
          </StatusBadge>
        </Group>
        <Text size="sm" fw={600}>
          {w.bases[legalBasis.basis]}, {fill(w.article, { article: legalBasis.article })},{' '}
          {fill(w.until, { date: dateTime(language, legalBasis.endsAt) })}
        </Text>
        <Text className="accord-story">{legalBasis.justification}</Text>
        {legalBasis.law ? <Text size="sm">{fill(w.law, { law: legalBasis.law })}</Text> : null}
        <Text size="sm">
          {fill(w.kept, { people: count(language, legalBasis.people), days: legalBasis.keepDays })}
        </Text>
        {legalBasis.endedAt ? (
          <Text size="sm" role="status">
            {fill(w.ended, {
              date: dateTime(language, legalBasis.endedAt),
              reason: legalBasis.endReason ?? '',
              erased: count(language, legalBasis.valuesErased),
            })}
          </Text>
        ) : null}
        {legalBasis.state === 'proposed' ? <Approving id={legalBasis.id} /> : null}
        {legalBasis.state === 'ended' ? null : <Ending id={legalBasis.id} />}
      </Stack>
    </Paper>
  )
}
