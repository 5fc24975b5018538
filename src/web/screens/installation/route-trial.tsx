// One test message by a route: to whom, as from whom, and what the operator did with it.
import { Alert, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RouteTestView } from '../../../routing/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useTestRoute } from './queries.ts'

const colours: Record<RouteTestView['outcome'], string> = {
  accepted: 'green',
  refused: 'red',
  unknown: 'yellow',
  not_sent: 'red',
  dry: 'blue',
}

/** In the program's own words, and what the operator gave as its reason. */
function Told({ told }: { told: RouteTestView }) {
  const { language, words } = useLanguage()
  const w = words.installation.test
  const { outcome, statusName, operatorSaid } = told
  const title = outcome === 'accepted' ? w.took : w[outcome]
  return (
    <Alert color={colours[outcome]} role="status" title={title}>
      <Stack gap={4}>
        <Text size="sm" className="accord-story">
          {told.sent.from} → {told.sent.to}
          {colon(language)} {told.sent.text}
        </Text>
        {outcome === 'accepted' || statusName === null ? null : (
          <Text size="sm">{fill(w.status, { status: statusName })}</Text>
        )}
        {operatorSaid === null ? null : (
          <Text size="sm">{fill(w.said, { words: operatorSaid })}</Text>
        )}
      </Stack>
    </Alert>
  )
}

export function RouteTrial(props: { routeId: string; onTaken?: () => void }) {
  const { words } = useLanguage()
  const w = words.installation.test
  const [draft, setDraft] = useState({ to: '', sender: '' })
  const test = useTestRoute(props.routeId)
  const state = useAllowed('installation.manage', test.isPending)
  const submit = () =>
    test.mutate(draft, {
      onSuccess: ({ outcome }) => {
        if (outcome === 'accepted') props.onTaken?.()
      },
    })
  return (
    <Stack>
      <RecordForm
        label={words.installation.wizard.test}
        save={test.data === undefined ? w.send : w.again}
        state={state}
        error={test.error}
        done={null}
        onSubmit={submit}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={w.to}
            description={w.toHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="tel"
            required
            maxLength={40}
            value={draft.to}
            onChange={(event) => {
              const to = event.currentTarget.value
              setDraft((old) => ({ ...old, to }))
            }}
          />
          <TextInput
            label={w.sender}
            description={words.campaigns.senderHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={16}
            value={draft.sender}
            onChange={(event) => {
              const sender = event.currentTarget.value
              setDraft((old) => ({ ...old, sender }))
            }}
          />
        </SimpleGrid>
      </RecordForm>
      {test.data === undefined || test.isPending ? null : <Told told={test.data} />}
    </Stack>
  )
}
