// Who is left out, by first reason, in the public order of refusals; each opens its people.
import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { CheckSheet } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { CountedReasons } from '../../ui/counted-reasons.tsx'
import { type LeftOutAsked, LeftOutPeople, type Reason } from './left-out-people.tsx'

type Items = CheckSheet['leftOut']
/**
 * Before the launch they are judged anew; after it, each is a refused message. Neither: of what was
 * counted then, nobody can be named now.
 */
export type LeftOutOpens =
  | { asked: LeftOutAsked }
  | { to(refusal: Items[number]['refusal']): string }

/** The table alone. */
export function LeftOutReasons(props: { items: Items; label: string; opens?: LeftOutOpens }) {
  const [reason, setReason] = useState<Reason | null>(null)
  const { items, label, opens } = props
  const wayOf = (item: Items[number]) => {
    if (opens === undefined) return {}
    return 'to' in opens ? { to: opens.to(item.refusal) } : { open: () => setReason(item) }
  }
  return (
    <>
      <CountedReasons
        label={label}
        items={items.map((item) => ({
          ...{ key: item.refusal, times: item.people, sentence: item.sentence },
          ...wayOf(item),
        }))}
      />
      {opens !== undefined && 'asked' in opens ? (
        <LeftOutPeople asked={opens.asked} reason={reason} onClose={() => setReason(null)} />
      ) : null}
    </>
  )
}

export function LeftOutTable(props: { items: Items; opens?: LeftOutOpens }) {
  const words = useWords()
  const { items, ...rest } = props
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.campaigns.leftOutWhy}
      </Title>
      {items.length === 0 ? (
        <Text c="dimmed">{words.campaigns.nobodyLeftOut}</Text>
      ) : (
        <LeftOutReasons label={words.campaigns.leftOutWhy} items={items} {...rest} />
      )}
    </Stack>
  )
}
