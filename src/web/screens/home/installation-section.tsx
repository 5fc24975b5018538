// What whoever manages the installation sees first: routes, what waits for them, and contracts that
// end.
import { Anchor, List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { SupplierView } from '../../../governance/contract.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { homeInstallationWords } from '../../words/home/installation.ts'
import { own } from '../../words/own.ts'
import { useRoutes } from '../campaigns/queries.ts'
import { useQueues, useSuppliers } from './queries.ts'

const soonMs = 90 * 86_400_000

function Routes() {
  const { language, words } = useLanguage()
  const w = own(words, homeInstallationWords)
  const routes = useRoutes()
  return (
    <Section title={w.routes}>
      <Answer query={routes}>
        {({ items }) => (
          <Stack gap={4}>
            <Text fw={650}>
              {fill(w.routesOpen, {
                open: count(language, items.filter(({ state }) => state === 'open').length),
                all: count(language, items.length),
              })}
            </Text>
            <List size="sm">
              {items
                .filter(({ state }) => state !== 'open')
                .map(({ id, name, state, closedWhy }) => (
                  <List.Item key={id}>
                    {name} ·{' '}
                    {closedWhy === null
                      ? state === 'paused'
                        ? words.settings.routePaused
                        : words.settings.routeDown
                      : words.settings.closedWhy[closedWhy]}
                  </List.Item>
                ))}
            </List>
          </Stack>
        )}
      </Answer>
    </Section>
  )
}

/** What could leave now and has not; what waits for an hour or an instant waits as it should. */
function Queues() {
  const { language, words } = useLanguage()
  const w = own(words, homeInstallationWords)
  const queues = useQueues()
  return (
    <Section title={w.queues}>
      <Answer query={queues}>
        {({ items }) => {
          const waiting = items.flatMap(({ routeId, name, alerts, marketing }) => {
            const due = alerts.count + marketing.count
            return due === 0 ? [] : [{ routeId, name, due }]
          })
          return (
            <Stack gap={4}>
              {waiting.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {w.queuesEmpty}
                </Text>
              ) : (
                <List size="sm">
                  {waiting.map(({ routeId, name, due }) => (
                    <List.Item key={routeId}>
                      {fill(w.queueDue, { name, count: count(language, due) })}
                    </List.Item>
                  ))}
                </List>
              )}
              <Anchor component={Link} to={paths.health} size="xs">
                {w.seeQueues}
              </Anchor>
            </Stack>
          )
        }}
      </Answer>
    </Section>
  )
}

function Contracts() {
  const { language, words } = useLanguage()
  const w = own(words, homeInstallationWords)
  const suppliers = useSuppliers()
  const say = ({ name, standing, validUntil }: SupplierView): string | null => {
    if (standing !== 'valid') return fill(w.contractEnded, { name })
    if (validUntil === null || Date.parse(validUntil) > suppliers.dataUpdatedAt + soonMs)
      return null
    return fill(w.contractUntil, { name, date: date(language, validUntil) })
  }
  return (
    <Section title={w.contracts}>
      <Answer query={suppliers}>
        {({ items }) => {
          const told = items.flatMap((one) => {
            const sentence = say(one)
            return sentence === null ? [] : [{ id: one.id, sentence }]
          })
          return told.length === 0 ? (
            <Text size="sm" c="dimmed">
              {w.contractsFine}
            </Text>
          ) : (
            <List size="sm">
              {told.map(({ id, sentence }) => (
                <List.Item key={id}>{sentence}</List.Item>
              ))}
            </List>
          )
        }}
      </Answer>
    </Section>
  )
}

export function InstallationSection() {
  const { words } = useLanguage()
  const title = own(words, homeInstallationWords).installation
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
        <Routes />
        <Queues />
        <Contracts />
      </SimpleGrid>
    </Stack>
  )
}
