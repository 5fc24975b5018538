// What may be changed of a route: its place among the others, whom it reaches, and its address.
import { SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { routeOperatorWords } from '../../words/installation/operators.ts'
import { own } from '../../words/own.ts'
import { eurosToType, eurosTyped } from './euros-typed.ts'
import { type AddressDraft, emptyAddress, urlOf } from './operator/address-draft.ts'
import { AddressFields } from './operator/address-fields.tsx'
import { useSaveRoute } from './queries.ts'
import { ReachFields, reachOf, reachRequest } from './reach-fields.tsx'

type Operator = NonNullable<RouteView['operator']>
type Props = { route: RouteView; operator: Operator }
const costMax = 10_000_000

export function RouteSettings({ route, operator }: Props) {
  const { words } = useLanguage()
  const w = words.installation
  const [draft, setDraft] = useState({
    ...reachOf(route),
    name: route.name,
    priority: String(operator.priority),
    share: String(operator.share),
    cost: eurosToType(operator.costMicroEur),
  })
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useSaveRoute()
  const costMicroEur = eurosTyped(draft.cost, costMax)
  const lacking = costMicroEur === null ? w.prices.eurosWrong : null
  const state = useAllowed('installation.manage', save.isPending, lacking)
  const submit = () => {
    if (costMicroEur === null) return
    const settings = {
      ...reachRequest(draft),
      name: draft.name.trim(),
      priority: Number(draft.priority),
      share: Number(draft.share),
      costMicroEur,
    }
    save.mutate({ id: route.id, route: settings })
  }
  return (
    <Section title={w.route.settings}>
      <RecordForm
        label={w.route.settings}
        save={w.route.save}
        state={state}
        error={save.error}
        done={save.isSuccess ? w.route.saved : null}
        onSubmit={submit}
      >
        <TextInput
          label={w.address.name}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <ReachFields draft={draft} change={change} />
        <OrderFields draft={draft} change={change} />
      </RecordForm>
    </Section>
  )
}

type Order = { priority: string; share: string; cost: string }

function OrderFields(props: { draft: Order; change: (part: Partial<Order>) => void }) {
  const { draft, change } = props
  const { words } = useLanguage()
  const w = words.installation.route
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        label={w.priority}
        description={w.priorityHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        inputMode="numeric"
        pattern="[0-9]{1,4}"
        value={draft.priority}
        onChange={(event) => change({ priority: event.currentTarget.value })}
      />
      <TextInput
        label={w.share}
        required
        inputMode="numeric"
        pattern="[0-9]{1,4}"
        value={draft.share}
        onChange={(event) => change({ share: event.currentTarget.value })}
      />
      <TextInput
        label={w.cost}
        required
        inputMode="decimal"
        value={draft.cost}
        onChange={(event) => change({ cost: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}

/** Of an SMPP operator; the password is asked again, since a new address would get the old one. */
export function RouteAddress({ route, operator }: Props) {
  const { words } = useLanguage()
  const w = words.installation.address
  const shown: AddressDraft = {
    ...emptyAddress,
    host: operator.host,
    port: String(operator.port),
    usesTls: operator.usesTls,
    user: operator.systemId,
    rate: operator.segmentsPerSecond === null ? '' : String(operator.segmentsPerSecond),
    binds: String(operator.bindsMax),
  }
  const [draft, setDraft] = useState(shown)
  const save = useSaveRoute()
  const state = useAllowed('installation.manage', save.isPending)
  const hasTrust = operator.tlsCa !== null || operator.tlsServerName !== null
  const dropsTrust = hasTrust && !draft.usesTls
  const submit = () =>
    save.mutate(
      {
        id: route.id,
        route: {
          url: addressWith(operator, draft),
          ...(dropsTrust ? { tlsCa: null, tlsServerName: null } : {}),
        },
      },
      { onSuccess: () => setDraft((old) => ({ ...old, password: '' })) },
    )
  return (
    <Section title={w.change} lead={w.changeHelp}>
      <RecordForm
        label={w.change}
        save={w.save}
        state={state}
        error={save.error}
        done={save.isSuccess ? words.installation.route.saved : null}
        onSubmit={submit}
      >
        <AddressFields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} />
        {dropsTrust ? (
          <Text size="sm">{own(words, routeOperatorWords).advanced.tlsGoes}</Text>
        ) : null}
      </RecordForm>
    </Section>
  )
}

/** What the form does not show of an address stays as it is. */
function addressWith(operator: Operator, draft: AddressDraft): string {
  const url = urlOf(draft)
  const more = new URLSearchParams({ window: String(operator.windowMax) })
  if (operator.bindAs !== 'transceiver') more.set('bind', operator.bindAs)
  if (operator.systemType !== '') more.set('system_type', operator.systemType)
  return `${url}${url.includes('?') ? '&' : '?'}${more}`
}
