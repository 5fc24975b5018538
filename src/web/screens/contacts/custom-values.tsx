// The values of custom fields that a person has, in clear.
import { Text } from '@mantine/core'
import type { CustomValueView } from '../../../contacts/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'

export function CustomValues(props: { values: readonly CustomValueView[] }) {
  const { language } = useLanguage()
  return props.values.map(({ key, name, text }) => (
    <Text key={key} size="sm">
      {name}
      {colon(language)} {text}
    </Text>
  ))
}
