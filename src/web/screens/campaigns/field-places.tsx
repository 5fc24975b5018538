// The custom fields that a text can name, each inserted by a click.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'

export function FieldPlaces(props: { insert: (place: string) => void }) {
  const { words } = useLanguage()
  const w = words.customFields
  const fields = (useCustomFields().data ?? []).filter(({ isArchived }) => !isArchived)
  const [first] = fields
  if (first === undefined) return null
  return (
    <Stack gap={4} role="group" aria-label={w.group}>
      <Text size="sm">{w.places}</Text>
      <Group gap="xs">
        {fields.map(({ key, name }) => (
          <Button
            key={key}
            size="compact-sm"
            variant="default"
            onClick={() => props.insert(`{${key}}`)}
          >
            {name}
          </Button>
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {fill(w.fallbackHelp, { example: `{${first.key}|${w.fallbackExample}}` })}
      </Text>
    </Stack>
  )
}
