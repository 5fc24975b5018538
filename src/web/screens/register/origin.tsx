// A field of a register: what it says, and whether it was measured, declared or is missing.
import { Group, Stack, Text } from '@mantine/core'
import type { Origin, RegisterField } from '../../../disclosure/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { registerWords } from '../../words/compliance/register.ts'
import { own } from '../../words/own.ts'

const meaningOf: Record<Origin, Meaning> = {
  measured: 'neutral',
  declared: 'good',
  missing: 'waits',
}

export function OriginBadge({ origin }: { origin: Origin }) {
  const { words } = useLanguage()
  return (
    <StatusBadge meaning={meaningOf[origin]}>
      {own(words, registerWords).origins[origin]}
    </StatusBadge>
  )
}

export function FieldLine(props: { label: string; field: RegisterField }) {
  const { words } = useLanguage()
  const { value, origin } = props.field
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {props.label}
        </Text>
        <OriginBadge origin={origin} />
      </Group>
      <Text size="sm" className="accord-story" {...(origin === 'missing' ? { c: 'dimmed' } : {})}>
        {origin === 'missing' ? own(words, registerWords).missing : value}
      </Text>
    </Stack>
  )
}
