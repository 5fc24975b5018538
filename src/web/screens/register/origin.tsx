// A field of a register: what it says, and whether it was measured, declared or is missing.
import { Group, Text } from '@mantine/core'
import type { Origin, RegisterField } from '../../../disclosure/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

const meaningOf: Record<Origin, Meaning> = {
  measured: 'neutral',
  declared: 'good',
  missing: 'waits',
}

export function OriginBadge({ origin }: { origin: Origin }) {
  const { words } = useLanguage()
  return <StatusBadge meaning={meaningOf[origin]}>{words.register.origins[origin]}</StatusBadge>
}

export function FieldLine(props: { label: string; field: RegisterField }) {
  const { words } = useLanguage()
  const { value, origin } = props.field
  return (
    <Group gap="xs" align="baseline" wrap="wrap">
      <Text size="sm" fw={600} w={{ base: '100%', sm: 220 }}>
        {props.label}
      </Text>
      <Text
        size="sm"
        className="accord-story"
        flex={{ base: '1 1 100%', sm: '1 1 0' }}
        {...(origin === 'missing' ? { c: 'dimmed' } : {})}
      >
        {origin === 'missing' ? words.register.missing : value}
      </Text>
      <OriginBadge origin={origin} />
    </Group>
  )
}
