// How somebody stands with one training: never, to confirm, trained until a day, over.
import { Group, Text } from '@mantine/core'
import type { TopicStanding, TrainedRole, TrainingState } from '../../../accountability/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { fill } from '../../words/fill.ts'
import { useTrainingWords } from './queries.ts'

const meanings: Record<TrainingState, Meaning> = {
  never: 'waits',
  to_confirm: 'waits',
  valid: 'good',
  ends_soon: 'waits',
  expired: 'refused',
}

export function Standing({ standing }: { standing: TopicStanding }) {
  const { language } = useLanguage()
  const w = useTrainingWords()
  const { state, validUntil } = standing
  return (
    <Group gap="xs">
      <StatusBadge meaning={meanings[state]}>{w.states[state]}</StatusBadge>
      {validUntil === null ? null : (
        <Text size="xs" c="dimmed">
          {fill(w.until, { day: date(language, validUntil) })}
        </Text>
      )}
    </Group>
  )
}

export function useRoleName(): (role: TrainedRole) => string {
  const { words } = useLanguage()
  const w = useTrainingWords()
  return (role) => (role === 'installation_owner' ? w.staff : words.settings.roles[role])
}
