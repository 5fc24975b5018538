// How a route's operator is asked by HTTP, and where it sends its receipts; both may be changed.
import { Code, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { routeOperatorWords } from '../../words/installation/operators.ts'
import { own } from '../../words/own.ts'
import { httpDraftOf, httpLack, httpRequest } from './operator/http-draft.ts'
import { HttpFields } from './operator/http-fields.tsx'
import { useSaveRoute } from './queries.ts'

type Operator = NonNullable<RouteView['operator']>

/** As this browser reaches the installation: the operator comes in by the same door. */
export function ReceiptsPlace({ routeId }: { routeId: string }) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {w.receiptsPlace}
      </Text>
      <Code block>{`${window.location.origin}/v1/routes/${routeId}/receipts`}</Code>
      <Text size="sm" className="accord-measure">
        {w.receiptsPlaceHelp}
      </Text>
    </Stack>
  )
}

export function RouteHttp(props: {
  route: RouteView
  operator: Operator
  http: NonNullable<Operator['http']>
}) {
  const { route, operator, http } = props
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords)
  const [draft, setDraft] = useState(() => httpDraftOf(operator, http))
  const save = useSaveRoute()
  const lack = httpLack(draft)
  const lacking = lack === null ? null : w.wrong[lack]
  const state = useAllowed('installation.manage', save.isPending, lacking)
  const url = draft.url.trim()
  const isOpenText = url === '' ? !operator.usesTls : !/^https:/i.test(url)
  const hasTrust = operator.tlsCa !== null || operator.tlsServerName !== null
  const submit = () =>
    save.mutate(
      {
        id: route.id,
        route: {
          ...(url === '' ? {} : { url }),
          http: httpRequest(draft, http),
          ...(hasTrust && isOpenText ? { tlsCa: null, tlsServerName: null } : {}),
        },
      },
      // Keys do not stay on the screen once they are kept.
      { onSuccess: () => setDraft((old) => ({ ...old, url: '', auth: '', receiptSecret: '' })) },
    )
  return (
    <Section title={w.http.how}>
      <ReceiptsPlace routeId={route.id} />
      <Folded title={w.http.change}>
        <Text size="sm" className="accord-measure">
          {w.http.changeHelp}
        </Text>
        <RecordForm
          label={w.http.change}
          save={w.http.save}
          state={state}
          error={save.error}
          done={save.isSuccess ? words.installation.route.saved : null}
          onSubmit={submit}
        >
          <HttpFields
            draft={draft}
            shownUrl={http.url}
            change={(part) => setDraft((old) => ({ ...old, ...part }))}
          />
          {hasTrust && isOpenText ? <Text size="sm">{w.advanced.tlsGoes}</Text> : null}
        </RecordForm>
      </Folded>
    </Section>
  )
}
