// The fields of a breach by block, each with where it comes from.
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { type BreachField, breachBlocks } from '../../../disclosure/contract.ts'
import { fill } from '../../words/fill.ts'
import { FieldLine } from '../register/origin.tsx'
import { useBreachWords } from './use-breach-words.ts'

export function FieldCounts({ fields }: { fields: readonly BreachField[] }) {
  const breachWords = useBreachWords()
  const count = (origin: BreachField['origin']) =>
    String(fields.filter((field) => field.origin === origin).length)
  const counts = {
    measured: count('measured'),
    declared: count('declared'),
    missing: count('missing'),
  }
  return (
    <Text size="sm" fw={600}>
      {fill(breachWords.counts, counts)}
    </Text>
  )
}

export function BreachFields({ fields }: { fields: readonly BreachField[] }) {
  const breachWords = useBreachWords()
  const blocks = breachBlocks
    .map((block) => ({ block, own: fields.filter((field) => field.block === block) }))
    .filter(({ own }) => own.length > 0)
  return (
    <Stack>
      {blocks.map(({ block, own }) => (
        <Stack key={block} gap="xs">
          <Title order={3} size="h6">
            {breachWords.blocks[block]}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            {own.map((field) => (
              <FieldLine key={field.code} label={field.label} field={field} />
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </Stack>
  )
}
