// The address of a new route: it is kept switched off until somebody opens it.
import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SupplierView } from '../../../governance/contract.ts'
import type { RouteView } from '../../../routing/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { routeOperatorWords } from '../../words/installation/operators.ts'
import { own } from '../../words/own.ts'
import { type AddressDraft, emptyAddress, urlOf } from './operator/address-draft.ts'
import { AddressFields } from './operator/address-fields.tsx'
import {
  type AdvancedDraft,
  advancedLack,
  advancedRequest,
  emptyAdvanced,
  type Kind,
} from './operator/advanced-draft.ts'
import { AdvancedFields } from './operator/advanced-fields.tsx'
import { emptyHttp, type HttpDraft, httpLack, httpRequest } from './operator/http-draft.ts'
import { HttpFields } from './operator/http-fields.tsx'
import { useSaveRoute } from './queries.ts'
import { emptyReach, type ReachDraft, ReachFields, reachRequest } from './reach-fields.tsx'

/** Both protocols are held, so that who looks at the other one loses nothing typed. */
type Draft = {
  name: string
  isSandbox: boolean
  kind: Kind
  address: AddressDraft
  http: HttpDraft
  reach: ReachDraft
  advanced: AdvancedDraft
}

export function NewAddress(props: { supplier: SupplierView; onMade: (route: RouteView) => void }) {
  const { words } = useLanguage()
  const w = words.installation.address
  const [draft, setDraft] = useState<Draft>({
    name: props.supplier.name,
    isSandbox: false,
    kind: 'smpp',
    address: emptyAddress,
    http: emptyHttp,
    reach: emptyReach,
    advanced: emptyAdvanced,
  })
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const add = useSaveRoute()
  const lack = (draft.kind === 'http' ? httpLack(draft.http) : null) ?? advancedLack(draft.advanced)
  const lacking = lack === null ? null : own(words, routeOperatorWords).wrong[lack]
  const state = useAllowed('installation.manage', add.isPending, lacking)
  const submit = () =>
    add.mutate({ id: null, route: routeOf(draft, props.supplier.id) }, { onSuccess: props.onMade })
  return (
    <RecordForm
      label={words.installation.wizard.address}
      save={w.save}
      state={state}
      error={add.error}
      done={null}
      onSubmit={submit}
    >
      <TextInput
        label={w.name}
        required
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Place draft={draft} change={change} />
      <ReachFields
        draft={draft.reach}
        change={(part) => change({ reach: { ...draft.reach, ...part } })}
      />
      <Checkbox
        label={w.isSandbox}
        checked={draft.isSandbox}
        onChange={(event) => change({ isSandbox: event.currentTarget.checked })}
      />
      <Folded title={own(words, routeOperatorWords).advanced.title}>
        <AdvancedFields
          draft={draft.advanced}
          kind={draft.kind}
          usesTls={usesTls(draft)}
          change={(part) => change({ advanced: { ...draft.advanced, ...part } })}
        />
      </Folded>
    </RecordForm>
  )
}

const usesTls = ({ kind, address, http }: Draft): boolean =>
  kind === 'http' ? /^https:/i.test(http.url.trim()) : address.usesTls

function routeOf(draft: Draft, supplierId: string): BodyOf<'POST /v1/routes'> {
  const { kind } = draft
  return {
    url: kind === 'http' ? draft.http.url.trim() : urlOf(draft.address),
    http: kind === 'http' ? httpRequest(draft.http) : null,
    supplierId,
    name: draft.name.trim(),
    isSandbox: draft.isSandbox,
    enabled: false,
    ...reachRequest(draft.reach),
    ...advancedRequest(draft.advanced, { kind, usesTls: usesTls(draft) }),
  }
}

function Place(props: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { draft, change } = props
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords)
  return (
    <>
      <Radio.Group
        label={w.protocol}
        value={draft.kind}
        onChange={(value) => change({ kind: value === 'http' ? 'http' : 'smpp' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="smpp" label={w.protocols.smpp} />
          <Radio value="http" label={w.protocols.http} />
        </Stack>
      </Radio.Group>
      {draft.kind === 'http' ? (
        <HttpFields
          draft={draft.http}
          shownUrl={null}
          change={(part) => change({ http: { ...draft.http, ...part } })}
        />
      ) : (
        <AddressFields
          draft={draft.address}
          change={(part) => change({ address: { ...draft.address, ...part } })}
        />
      )}
    </>
  )
}
