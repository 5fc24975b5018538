// Adding a route in five steps; where one stands is in the address, so that nothing done is lost.
import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { ContractForm } from './contract-form.tsx'
import { useRoutes, useSaveRoute, useSuppliers } from './queries.ts'
import { ReceiptsPlace } from './route-http.tsx'
import { RouteTrial } from './route-trial.tsx'
import { StaffPage } from './staff-page.tsx'
import { ContractLine } from './supplier-card.tsx'
import { NewAddress } from './wizard-address.tsx'
import { ChooseSupplier } from './wizard-supplier.tsx'

/** What is known so far: each step needs the one before. */
type Known = {
  supplier: SupplierView | undefined
  route: RouteView | undefined
  hasTested: boolean
  go(to: { supplier?: string; route?: string; tested?: string }): void
}

function Step(props: {
  number: number
  name: string
  lead: string
  state: 'before' | 'now' | 'done'
  children?: ReactNode
}) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const title = fill(w.step, { number: String(props.number), name: props.name })
  return (
    <Section title={title} {...(props.state === 'now' ? { lead: props.lead } : {})}>
      {props.state === 'before' ? (
        <Text size="sm" c="dimmed">
          {w.waits}
        </Text>
      ) : (
        <Stack>
          {props.state === 'done' ? (
            <Group>
              <Badge color="green" variant="light" tt="none">
                {w.done}
              </Badge>
            </Group>
          ) : null}
          {props.children}
        </Stack>
      )}
    </Section>
  )
}

function SupplierStep({ known, items }: { known: Known; items: readonly SupplierView[] }) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const { supplier, route, go } = known
  return (
    <Step
      number={1}
      name={w.supplier}
      lead={w.supplierText}
      state={supplier === undefined ? 'now' : 'done'}
    >
      {supplier === undefined ? (
        <ChooseSupplier items={items} choose={(id) => go({ supplier: id })} />
      ) : (
        <Group>
          <Text fw={600}>{supplier.name}</Text>
          {route === undefined ? (
            <ActionButton
              size="xs"
              variant="default"
              label={w.change}
              state={{ kind: 'ready' }}
              onPress={() => go({ supplier: '' })}
            />
          ) : null}
        </Group>
      )}
    </Step>
  )
}

function ContractStep({ known }: { known: Known }) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const { supplier } = known
  const isValid = supplier?.standing === 'valid'
  return (
    <Step
      number={2}
      name={w.contract}
      lead={w.contractText}
      state={supplier === undefined ? 'before' : isValid ? 'done' : 'now'}
    >
      {supplier === undefined ? null : isValid ? (
        <Text size="sm">{w.contractFine}</Text>
      ) : (
        <>
          {supplier.contracts.length === 0 ? null : (
            <Alert color="yellow" title={words.installation.suppliers.standing[supplier.standing]}>
              <Stack>
                {supplier.contracts.map((contract) => (
                  <ContractLine key={contract.id} supplierId={supplier.id} contract={contract} />
                ))}
              </Stack>
            </Alert>
          )}
          <ContractForm supplierId={supplier.id} label={w.contract} />
        </>
      )}
    </Step>
  )
}

function AddressStep({ known }: { known: Known }) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const { supplier, route, go } = known
  const isReady = supplier?.standing === 'valid'
  return (
    <Step
      number={3}
      name={w.address}
      lead={w.addressText}
      state={route !== undefined ? 'done' : isReady ? 'now' : 'before'}
    >
      {route !== undefined ? (
        <>
          <Text>
            <Text span fw={600}>
              {route.name}
            </Text>{' '}
            {route.operator === null ? '' : `${route.operator.host}:${route.operator.port}`}
          </Text>
          {route.operator?.kind === 'http' ? <ReceiptsPlace routeId={route.id} /> : null}
        </>
      ) : isReady ? (
        <NewAddress supplier={supplier} onMade={({ id }) => go({ route: id })} />
      ) : null}
    </Step>
  )
}

function TestStep({ known }: { known: Known }) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const { route, hasTested, go } = known
  const isOpen = route !== undefined && route.closedWhy === null
  return (
    <Step
      number={4}
      name={w.test}
      lead={w.testText}
      state={route === undefined ? 'before' : hasTested || isOpen ? 'done' : 'now'}
    >
      {route === undefined ? null : (
        <RouteTrial routeId={route.id} onTaken={() => go({ tested: 'yes' })} />
      )}
    </Step>
  )
}

function OpenStep({ known }: { known: Known }) {
  const { words } = useLanguage()
  const w = words.installation.wizard
  const { route, hasTested } = known
  const open = useSaveRoute()
  const allowed = useAllowed('installation.manage', open.isPending)
  const isOpen = route !== undefined && route.closedWhy === null
  return (
    <Step
      number={5}
      name={w.open}
      lead={w.openText}
      state={route === undefined ? 'before' : isOpen ? 'done' : 'now'}
    >
      {route === undefined ? null : isOpen ? (
        <Text role="status">
          {w.isOpen}{' '}
          <Anchor component={Link} to={paths.route(route.id)}>
            {w.toRoute}
          </Anchor>
        </Text>
      ) : (
        <>
          {hasTested ? null : <Text size="sm">{w.skip}</Text>}
          <ActionButton
            label={w.openNow}
            state={allowed}
            onPress={() => open.mutate({ id: route.id, route: { enabled: true } })}
          />
          {open.error ? <Failed error={open.error} /> : null}
        </>
      )}
    </Step>
  )
}

function Steps() {
  const [search, setSearch] = useSearchParams()
  const suppliers = useSuppliers()
  const routes = useRoutes()
  const go: Known['go'] = (to) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(to)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    setSearch(next, { replace: true })
  }
  return (
    <Answer query={suppliers}>
      {({ items }) => (
        <Answer query={routes}>
          {(all) => {
            const route = all.items.find(({ id }) => id === search.get('route'))
            const supplierId = route?.operator?.supplierId ?? search.get('supplier')
            const supplier = items.find(({ id }) => id === supplierId)
            const known = { supplier, route, hasTested: search.get('tested') === 'yes', go }
            return (
              <>
                <SupplierStep known={known} items={items} />
                <ContractStep known={known} />
                <AddressStep known={known} />
                <TestStep known={known} />
                <OpenStep known={known} />
              </>
            )
          }}
        </Answer>
      )}
    </Answer>
  )
}

export function RouteWizardScreen() {
  const { words } = useLanguage()
  const w = words.installation.wizard
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Steps />
    </StaffPage>
  )
}
