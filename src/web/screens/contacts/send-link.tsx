// The link to the person's own page, sent to their telephone; nobody here sees it.
import { Select } from '@mantine/core'
import { useState } from 'react'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useSenders, useSendLink } from './desk-queries.ts'

export function SendLink(props: { contactId: string }) {
  const { language, words } = useLanguage()
  const w = words.desk
  const senders = useSenders()
  const [sender, setSender] = useState<string | null>(null)
  const send = useSendLink(props.contactId)
  const state = useAllowed('consent.record', send.isPending, sender === null ? w.senderFirst : null)
  const { data } = send
  return (
    <Section title={w.sendLink} lead={w.sendLinkLead}>
      <RecordForm
        label={w.sendLink}
        save={w.send}
        state={state}
        error={send.error}
        done={data ? fill(w.sent, { until: dateTime(language, data.expiresAt) }) : null}
        onSubmit={() => sender !== null && send.mutate(sender)}
      >
        <Select
          label={w.sender}
          value={sender}
          data={[...new Set((senders.data?.items ?? []).map(({ name }) => name))]}
          onChange={setSender}
        />
      </RecordForm>
    </Section>
  )
}
