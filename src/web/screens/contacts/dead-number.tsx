// On a person's page: since when the number no longer works, by which answer, and its end by hand.

import { Anchor, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ContactView } from '../../../contacts/contract.ts'
import { reasonMin } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'

function Lift(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.leftOut.onPage
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const lifting = useMutation({
    mutationFn: () =>
      call('POST /v1/dead-numbers/{id}/lift', {
        params: { id: props.contactId },
        body: { reason: reason.trim() },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['contact', props.contactId] })
      void queries.invalidateQueries({ queryKey: ['contacts'] })
      void queries.invalidateQueries({ queryKey: ['lists'] })
    },
  })
  const lacking = reason.trim().length < reasonMin ? w.reasonIncomplete : null
  const state = useAllowed('contacts.write', lifting.isPending, lacking)
  return (
    <RecordForm
      label={w.title}
      save={w.lift}
      state={state}
      error={lifting.error}
      done={lifting.isSuccess ? w.lifted : null}
      onSubmit={() => {
        if (state.kind === 'ready') lifting.mutate()
      }}
    >
      <Textarea
        label={w.reason}
        description={w.liftHelp}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}

/** Also of somebody who said no, whose status says that first. */
export function DeadNumber(props: { contact: ContactView }) {
  const { language, words } = useLanguage()
  const w = words.leftOut
  const { id } = props.contact
  const found = useQuery({
    queryKey: ['contact', id, 'dead-number'],
    queryFn: () => call('GET /v1/dead-numbers', { query: { contactId: id } }),
  })
  const dead = found.data?.items[0]
  if (dead === undefined) return null
  const code = dead.errorCode === null ? '' : ` ${fill(w.code, { code: dead.errorCode })}.`
  return (
    <Section title={w.onPage.title} narrow>
      <Text size="sm">
        {fill(w.onPage.since, { since: dateTime(language, dead.since) })} {dead.sentence}
        {code}{' '}
        <Anchor component={Link} to={paths.message(dead.messageId)}>
          {w.openMessage}
        </Anchor>
      </Text>
      <Lift contactId={id} />
    </Section>
  )
}
