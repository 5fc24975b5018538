// The routes to operators: how each is, where it leads, and adding one.
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { useRoutes, useSuppliers } from './queries.ts'
import { RouteBadge, RouteWhy } from './route-state.tsx'
import { StaffPage } from './staff-page.tsx'

function RouteRow(props: { route: RouteView; supplier: SupplierView | undefined }) {
  const { route, supplier } = props
  const { language, words } = useLanguage()
  const w = words.installation.routes
  const { operator } = route
  return (
    <StackedRow>
      <StackedCell leads>
        <Anchor component={Link} to={paths.route(route.id)} fw={600} size="sm">
          {route.name}
        </Anchor>
        {route.isSandbox ? (
          <Text size="sm" c="dimmed">
            {w.sandbox}
          </Text>
        ) : null}
      </StackedCell>
      <StackedCell leads>
        <Stack gap={4}>
          <RouteBadge state={route.state} />
          <RouteWhy route={route} />
        </Stack>
      </StackedCell>
      <StackedCell label={w.supplier}>
        {supplier?.name}
        <Text size="sm" c="dimmed">
          {operator === null ? '' : `${operator.host}:${operator.port}`}
        </Text>
      </StackedCell>
      <StackedCell label={w.carries}>
        {route.classes.map((one) => w.classes[one]).join(', ')}
        <Text size="sm" c="dimmed">
          {route.countries.length === 0
            ? w.everywhere
            : route.countries.map((code) => territoryName(language, code)).join(', ')}
        </Text>
      </StackedCell>
    </StackedRow>
  )
}

function AllRoutes() {
  const { words } = useLanguage()
  const w = words.installation.routes
  const routes = useRoutes()
  const suppliers = useSuppliers()
  const supplierOf = ({ operator }: RouteView) =>
    suppliers.data?.items.find(({ id }) => id === operator?.supplierId)
  return (
    <Answer query={routes}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={w.empty} text={w.emptyText} />
        ) : (
          <StackedTable minWidth={720} columns={[w.name, w.state, w.supplier, w.carries]}>
            {items.map((route) => (
              <RouteRow key={route.id} route={route} supplier={supplierOf(route)} />
            ))}
          </StackedTable>
        )
      }
    </Answer>
  )
}

export function RoutesScreen() {
  const { words } = useLanguage()
  const w = words.installation.routes
  const add = (
    <Button component={Link} to={paths.newRoute}>
      {w.add}
    </Button>
  )
  return (
    <StaffPage title={w.title} lead={w.lead} actions={add}>
      <AllRoutes />
    </StaffPage>
  )
}
