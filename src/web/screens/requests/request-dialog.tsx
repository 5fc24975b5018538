// One request: who asks and why that is sure enough, its steps and letters, and what to do.
import { List, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RequestDetail, RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { ActForm } from './act-forms.tsx'
import { type Act, actsOf } from './acts.ts'
import { ErasureOfRequest } from './erasure-of-request.tsx'
import { Letters } from './letters.tsx'
import { NoContactPart } from './no-contact-part.tsx'
import { ReadText } from './read-text.tsx'
import { ReplyLetters } from './reply-letters.tsx'
import { Due, Who } from './request-parts.tsx'
import { useRequest } from './request-queries.ts'
import { StepTold } from './step-told.tsx'

function Identity({ request }: { request: RequestView }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { identity, identityWhy, identifiedAt, pausedAt } = request
  const shown =
    identifiedAt === null
      ? w.notIdentified
      : fill(w.identifiedOn, { date: dateTime(language, identifiedAt) })
  return (
    <Section title={w.identityTitle}>
      <Text size="sm">
        {w.identity[identityWhy]} {identity === 'none' ? null : shown}
      </Text>
      {pausedAt === null ? null : (
        <Text size="sm">
          {fill(request.whoAsks === 'no_contact' ? w.pausedDetails : w.pausedSince, {
            date: dateTime(language, pausedAt),
          })}
        </Text>
      )}
    </Section>
  )
}

function Steps({ steps }: { steps: RequestDetail['steps'] }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const byOf = (by: string) =>
    w.stepBy[by === 'person' ? 'person' : by.startsWith('system:') ? 'program' : 'staff']
  return (
    <Section title={w.steps}>
      <List type="ordered" size="sm">
        {steps.map(({ id, kind, at, by, text, told }) => (
          <List.Item key={id}>
            {dateTime(language, at)} · {w.stepKinds[kind]} ({byOf(by)})
            {text === null ? null : <Text size="sm">{text}</Text>}
            {told === null ? null : <StepTold told={told} />}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function Acting({ request }: { request: RequestDetail }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const acts = actsOf(request)
  const [chosen, setChosen] = useState<Act | null>(null)
  const act = chosen !== null && acts.includes(chosen) ? chosen : (acts[0] ?? null)
  if (act === null) return null
  return (
    <Section title={w.act}>
      <Select
        aria-label={w.act}
        value={act}
        allowDeselect={false}
        data={acts.map((value) => ({ value, label: w.acts[value] }))}
        onChange={(value) => setChosen(value as Act)}
      />
      <ActForm key={act} act={act} request={request} />
    </Section>
  )
}

/** As in its row, which may not be on the page beneath. */
function Standing({ request }: { request: RequestView }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  return (
    <Stack gap={6} align="flex-start">
      <Text fw={600}>{w.kinds[request.kind]}</Text>
      <Who request={request} />
      <Text size="sm">
        {w.asked} {dateTime(language, request.askedAt)}
      </Text>
      {request.answeredAt === null ? (
        <>
          <Text size="sm">{w.due}</Text>
          <Due request={request} />
        </>
      ) : null}
      {request.hasText ? <ReadText request={request} /> : null}
    </Stack>
  )
}

export function RequestDialog(props: { id: string }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const request = useRequest(props.id)
  return (
    <Answer query={request}>
      {(detail) => (
        <Stack>
          <Standing request={detail} />
          {detail.answeredAt === null ? null : (
            <Text size="sm">
              {detail.outcome ? w.outcomes[detail.outcome] : w[detail.answer ?? 'done']} ·{' '}
              {fill(w.answered, { date: dateTime(language, detail.answeredAt) })}
            </Text>
          )}
          {detail.answerFile === 'none' ? null : (
            <Text size="sm">{w.files[detail.answerFile]}</Text>
          )}
          {detail.outcome === 'erased' ? <ErasureOfRequest requestId={detail.id} /> : null}
          <NoContactPart request={detail} />
          <Acting request={detail} />
          <Identity request={detail} />
          <ReplyLetters request={detail} />
          <Letters id={detail.id} letters={detail.letters} />
          <Steps steps={detail.steps} />
        </Stack>
      )}
    </Answer>
  )
}
