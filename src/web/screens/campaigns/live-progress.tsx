// How far a campaign is, by state, while it runs.
import { Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Figure } from '../../ui/figure.tsx'
import { fill } from '../../words/fill.ts'

const colours = {
  delivered: 'green.7',
  submitted: 'cyan.7',
  maybeSent: 'violet.6',
  undelivered: 'red.7',
  expired: 'red.5',
  rejected: 'red.6',
  refused: 'orange.6',
  cancelled: 'orange.4',
  unconfirmed: 'gray.6',
} as const

/** Always shown; the others only when there is something to tell. */
const always = new Set(['accepted', 'waiting', 'submitted', 'delivered'])

export function LiveProgress(props: { campaign: CampaignView }) {
  const { language, words } = useLanguage()
  const { counts, preparing } = props.campaign
  const total = Math.max(1, counts.accepted, preparing?.of ?? 0)
  const names = Object.keys(words.campaigns.counts) as (keyof typeof counts)[]
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {words.campaigns.live}
      </Title>
      {preparing === null ? null : (
        <Text>
          {fill(words.campaigns.prepared, {
            people: count(language, preparing.people),
            of: count(language, preparing.of),
          })}
        </Text>
      )}
      <Progress.Root size="xl" aria-label={words.campaigns.liveLabel}>
        {Object.entries(colours).map(([name, colour]) => (
          <Progress.Section
            key={name}
            value={(counts[name as keyof typeof colours] / total) * 100}
            color={colour}
            aria-label={words.campaigns.counts[name as keyof typeof colours]}
          />
        ))}
      </Progress.Root>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {names
          .filter((name) => always.has(name) || counts[name] > 0)
          .map((name) => (
            <Figure
              key={name}
              label={words.campaigns.counts[name]}
              value={count(language, counts[name])}
              strong={name === 'delivered'}
            />
          ))}
      </SimpleGrid>
    </Stack>
  )
}
