// Who is left out, by first reason, in the public order of refusals.
import { Stack, Text, Title } from '@mantine/core'
import type { CheckSheet } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { CountedReasons } from '../../ui/counted-reasons.tsx'

export function LeftOutTable(props: { items: CheckSheet['leftOut'] }) {
  const words = useWords()
  const items = props.items.map(({ refusal, people, sentence }) => ({
    key: refusal,
    times: people,
    sentence,
  }))
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.campaigns.leftOutWhy}
      </Title>
      {items.length === 0 ? (
        <Text c="dimmed">{words.campaigns.nobodyLeftOut}</Text>
      ) : (
        <CountedReasons label={words.campaigns.leftOutWhy} items={items} />
      )}
    </Stack>
  )
}
