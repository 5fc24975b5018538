// What a column is about its people: a word and a sign beside the colour, the same in both tables.
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleDot,
  IconInfoCircle,
  IconLock,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import type { ImportColumn } from '../../../intake/contract.ts'
import { useLanguage } from '../../data/language.tsx'

type Class = ImportColumn['class']

const looks: Record<Class, { colour: string; Sign: typeof IconUser }> = {
  direct: { colour: 'orange', Sign: IconUser },
  linkable: { colour: 'yellow', Sign: IconUsers },
  special: { colour: 'red', Sign: IconAlertTriangle },
  financial: { colour: 'red', Sign: IconLock },
  attribute: { colour: 'blue', Sign: IconInfoCircle },
  none: { colour: 'gray', Sign: IconCircleDot },
}

/** Behind the cells of the column: light enough for any text in either scheme. */
export const tintOf = (one: Class) => `var(--mantine-color-${looks[one].colour}-light)`

export function ClassBadge(props: { of: Class }) {
  const { words } = useLanguage()
  const { colour, Sign } = looks[props.of]
  return (
    <Badge
      color={colour}
      variant="light"
      tt="none"
      styles={{ label: { textAlign: 'start' } }}
      leftSection={<Sign size={14} stroke={2} aria-hidden="true" />}
    >
      {words.imports.classes[props.of]}
    </Badge>
  )
}
