// What leaves next, day by day; nothing where nothing is planned.

import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { saidDay } from '../../../kernel/index.ts'
import { call } from '../../data/client.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import { zoneOption } from '../../data/zone.ts'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { CampaignBadge } from './campaign-badge.tsx'

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')
const dayOf = (language: Language, iso: string) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...zoneOption(),
    }).format(new Date(iso)),
  )
const hourOf = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), {
    ...{ hour: '2-digit', minute: '2-digit' },
    ...zoneOption(),
  }).format(new Date(iso))

function byDay(language: Language, items: readonly CampaignView[]): [string, CampaignView[]][] {
  const days = new Map<string, CampaignView[]>()
  for (const one of items) {
    const day = dayOf(language, one.sendAt ?? one.createdAt)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days]
}

const notLaunched = new Set<CampaignView['state']>(['draft', 'approved'])

export function Upcoming() {
  const { language, words } = useLanguage()
  const w = words.compose
  const upcoming = useQuery({
    queryKey: ['campaigns', 'listed', 'upcoming'],
    queryFn: () => call('GET /v1/upcoming-campaigns'),
    refetchInterval: 30_000,
  })
  const items = upcoming.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title={w.upcoming}>
      {byDay(language, items).map(([day, ofDay]) => (
        <Stack key={day} gap={4}>
          <Title order={3} size="h5">
            {day}
          </Title>
          {ofDay.map((one) => (
            <Group key={one.id} gap="sm">
              <Text size="sm" className="accord-mono">
                {hourOf(language, one.sendAt ?? one.createdAt)}
              </Text>
              <Anchor size="sm" component={Link} to={paths.campaign(one.id)}>
                {one.name}
              </Anchor>
              <CampaignBadge campaign={one} />
              {notLaunched.has(one.state) ? (
                <Text size="sm" c="dimmed">
                  {w.upcomingNotReady}
                </Text>
              ) : null}
            </Group>
          ))}
        </Stack>
      ))}
    </Section>
  )
}
