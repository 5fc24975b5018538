// One route: how it is now, a test message, switching it on and off, its settings and its address.
import { Group, List, Stack, Text } from '@mantine/core'
import { useParams } from 'react-router'
import type { RouteView } from '../../../routing/contract.ts'
import { colon, count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { routeOperatorWords } from '../../words/installation/operators.ts'
import { own } from '../../words/own.ts'
import { useRoutes, useSaveRoute } from './queries.ts'
import { RouteAdvanced } from './route-advanced.tsx'
import { RouteHttp } from './route-http.tsx'
import { RouteAddress, RouteSettings } from './route-settings.tsx'
import { RouteBadge, RouteWhy } from './route-state.tsx'
import { RouteTrial } from './route-trial.tsx'
import { StaffPage } from './staff-page.tsx'

type Operator = NonNullable<RouteView['operator']>

function Switch({ route }: { route: RouteView }) {
  const { words } = useLanguage()
  const w = words.installation.route
  const save = useSaveRoute()
  const allowed = useAllowed('installation.manage', save.isPending)
  const isOff = route.closedWhy === 'route_disabled'
  const turn = (enabled: boolean) => save.mutate({ id: route.id, route: { enabled } })
  return (
    <Stack gap="xs">
      {isOff ? (
        <Group>
          <ActionButton label={w.open} state={allowed} onPress={() => turn(true)} />
        </Group>
      ) : (
        <AskTwice
          label={w.close}
          what={w.closeWhat}
          sure={w.closeNow}
          keep={w.keep}
          state={allowed}
          onSure={() => turn(false)}
        />
      )}
      {save.error ? <Failed error={save.error} /> : null}
    </Stack>
  )
}

function Connections({ operator }: { operator: Operator }) {
  const { language, words } = useLanguage()
  const w = words.installation.route
  if (operator.binds.length === 0) return null
  return (
    <List size="sm" aria-label={w.connections}>
      {operator.binds.map((bind, index) => {
        const parts = [
          `${fill(w.connection, { number: String(index + 1) })}${colon(language)} ${w.bindStates[bind.state]}`,
          fill(w.since, { date: dateTime(language, bind.since) }),
          ...(bind.retryAt === null
            ? []
            : [fill(w.retry, { date: dateTime(language, bind.retryAt) })]),
        ]
        // A connection has no name but its place.
        return <List.Item key={`${bind.since} ${parts[0]}`}>{parts.join(', ')}</List.Item>
      })}
    </List>
  )
}

function Now({ route, operator }: { route: RouteView; operator: Operator }) {
  const { language, words } = useLanguage()
  const w = words.installation.route
  const { segmentsPerSecond } = operator
  return (
    <Section title={w.now}>
      <Stack gap="xs">
        <Group>
          <RouteBadge state={route.state} />
        </Group>
        <RouteWhy route={route} />
        {route.isSandbox ? <Text size="sm">{words.installation.routes.sandbox}</Text> : null}
        <Text size="sm" c="dimmed">
          {[
            `${operator.host}:${operator.port}`,
            ...(operator.kind === 'http' ? [own(words, routeOperatorWords).http.asked] : []),
            operator.usesTls ? w.encrypted : w.open_text,
            segmentsPerSecond === null
              ? w.noSpeed
              : fill(w.speed, { count: count(language, segmentsPerSecond) }),
          ].join(' · ')}
        </Text>
        <Connections operator={operator} />
      </Stack>
      <Switch route={route} />
    </Section>
  )
}

function OneRoute({ route, operator }: { route: RouteView; operator: Operator }) {
  const { words } = useLanguage()
  const w = words.installation
  return (
    <>
      <Now route={route} operator={operator} />
      <Section title={w.route.test} lead={w.wizard.testText}>
        <RouteTrial routeId={route.id} />
      </Section>
      <RouteSettings route={route} operator={operator} />
      {operator.http === null ? (
        <RouteAddress route={route} operator={operator} />
      ) : (
        <RouteHttp route={route} operator={operator} http={operator.http} />
      )}
      <RouteAdvanced route={route} operator={operator} />
    </>
  )
}

export function RouteScreen() {
  const { words } = useLanguage()
  const w = words.installation
  const { id } = useParams()
  const routes = useRoutes()
  const route = routes.data?.items.find((one) => one.id === id)
  return (
    <StaffPage title={route?.name ?? w.routes.title} lead={w.routes.lead}>
      <Answer query={routes}>
        {() =>
          route === undefined || route.operator === null ? (
            <Text>{w.route.notFound}</Text>
          ) : (
            <OneRoute key={route.id} route={route} operator={route.operator} />
          )
        }
      </Answer>
    </StaffPage>
  )
}
