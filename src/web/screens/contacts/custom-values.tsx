// The values of custom fields that a person has, in clear.
import { Text } from '@mantine/core'
import type { CustomValueView } from '../../../contacts/contract.ts'

export function CustomValues(props: { values: readonly CustomValueView[] }) {
  return props.values.map(({ key, name, text }) => (
    <Text key={key} size="sm">
      {name} : {text}
    </Text>
  ))
}
