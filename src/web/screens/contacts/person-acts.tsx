// What can be done for one person: stop the marketing, hand out what is held, erase.
// Each is confirmed.
import { Anchor, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import type { ContactConsents } from '../../../consent/contract.ts'
import type { ContactView } from '../../../contacts/contract.ts'
import { keptPartsText } from '../../../words/contract.ts'
import { call } from '../../data/client.ts'
import { date } from '../../data/format.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { TakeFile } from '../../ui/take-file.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useActAtDesk } from './desk-queries.ts'
import { HeardFields, useHeard } from './heard-fields.tsx'

/** What the list of contacts is told, since the person's own page is gone. */
const justErased = { isErased: true }

/** Said once somebody was erased, with the way to what proves it. */
export function Erased() {
  const { words } = useLanguage()
  const { may } = useSession()
  const state: unknown = useLocation().state
  const isErased = typeof state === 'object' && state !== null && 'isErased' in state
  if (!isErased) return null
  const w = words.people.acts
  return (
    <Text role="status">
      {w.erased}{' '}
      {may('consent.read') ? (
        <Anchor component={Link} to={paths.erasures}>
          {w.seeCertificate}
        </Anchor>
      ) : null}
    </Text>
  )
}

function Unsubscribe(props: { contact: ContactView }) {
  const { words } = useLanguage()
  const w = words.people.acts
  const { id, status } = props.contact
  const heard = useHeard()
  const doing = useActAtDesk(id)
  const may = useAllowed(
    'consent.record',
    doing.isPending,
    heard.told ? null : words.desk.incomplete,
  )
  if (doing.data) return <Text role="status">{words.desk.done[doing.data.done]}</Text>
  if (status.code === 'stopped') return <Text size="sm">{w.stoppedAlready}</Text>
  const stop = () => {
    if (heard.told !== null) doing.mutate({ action: 'object_marketing', ...heard.told })
  }
  return (
    <Stack gap="xs">
      <HeardFields heard={heard} />
      {doing.error ? <Failed error={doing.error} /> : null}
      <AskTwice
        label={w.stop}
        what={w.stopWhat}
        sure={w.stopSure}
        keep={w.keep}
        state={may}
        onSure={stop}
      />
    </Stack>
  )
}

type Of = { contact: ContactView; kept: ContactConsents['proofsIfErased'] }

/** What stays of this very person, and until when. */
function useWhatStays(kept: Of['kept']): string {
  const { language, words } = useLanguage()
  const w = words.people.acts
  if (kept === null) return w.eraseWhat
  const holds = keptPartsText(language, kept.holds) ?? w.eraseHoldsNothing
  return fill(w.eraseWhatKept, { until: date(language, kept.until), holds })
}

function Erase(props: Of) {
  const { words } = useLanguage()
  const what = useWhatStays(props.kept)
  const w = words.people.acts
  const go = useNavigate()
  const queries = useQueryClient()
  const erasing = useMutation({
    mutationFn: () => call('DELETE /v1/contacts/{id}', { params: { id: props.contact.id } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['contacts'] })
      void queries.invalidateQueries({ queryKey: ['lists'] })
      void go(paths.contacts, { state: justErased })
    },
  })
  const state = useAllowed('contacts.write', erasing.isPending)
  return (
    <Stack gap="xs">
      {erasing.error ? <Failed error={erasing.error} /> : null}
      <AskTwice
        label={w.erase}
        what={what}
        sure={w.eraseSure}
        keep={w.keep}
        state={state}
        onSure={() => erasing.mutate()}
      />
    </Stack>
  )
}

export function PersonActs(props: Of) {
  const { words } = useLanguage()
  const w = words.people.acts
  const { may } = useSession()
  const { contact } = props
  const state = useAllowed('contacts.reveal', false)
  const takeReceipts = async (reason: string) => {
    const body = { contactId: contact.id, reason }
    const receipts = await call('POST /v1/consents/receipts', { body })
    const blob = new Blob([JSON.stringify(receipts, null, 2)], { type: 'application/json' })
    keepFile({ name: 'receipts.json', blob })
  }
  return (
    <Section title={w.title} narrow>
      {may('contacts.reveal') ? <Unsubscribe contact={contact} /> : null}
      {may('contacts.reveal') ? (
        <TakeFile label={w.export} what={w.exportWhat} state={state} take={takeReceipts} />
      ) : null}
      <Erase contact={contact} kept={props.kept} />
    </Section>
  )
}
