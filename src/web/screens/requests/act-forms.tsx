// One form for each thing that may be done with a request.

import { Checkbox, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ContactFieldName, contactFieldNames } from '../../../contacts/contract.ts'
import {
  extensionMonthsMax,
  isOfStaff,
  matchesShownMax,
  nothingOutcomes,
  type OthersReason,
  othersReasons,
  outcomesForNobody,
  outcomesOf,
  type RequestDetail,
  type RequestOutcome,
  type RequestView,
} from '../../../preferences/contract.ts'
import { ApiProblem } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { useSenders } from '../contacts/desk-queries.ts'
import { CustomInputs, type CustomTyped, filledIn } from '../contacts/edit/custom-inputs.tsx'
import { type Act, maySay } from './acts.ts'
import { AskerFields, useAskerTyped } from './asker-fields.tsx'
import { useKeptIfErased } from './kept-if-erased.ts'
import { Lift } from './lift-form.tsx'
import { isTold, Reason, useReason } from './reason-field.tsx'
import { useAct } from './request-queries.ts'

type Of = { request: RequestView }

/** The program's words for what only whoever answers can explain end where they have to go on. */
const isUnended = (text: string) => text.trim().endsWith(':')

/** Acts that take nothing but what the person will read. */
function Told(props: Of & { act: 'erase' | 'restrict' | 'prepare' }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { request, act } = props
  const outcomes = {
    erase: 'erased',
    restrict: 'restricted',
    prepare: request.kind === 'portability' ? 'file_sent' : 'copy_sent',
  } as const
  const kept = useKeptIfErased(act === 'erase' ? request.contactId : null)
  const reason = useReason(outcomes[act], request.language, kept.instead)
  const erase = useAct.erase(request.id)
  const restrict = useAct.restrict(request.id)
  const prepare = useAct.prepare(request.id)
  const doing = { erase, restrict, prepare }[act]
  const lacking = isTold(reason.text) ? null : w.reasonFirst
  const mayWrite = useAllowed('contacts.write', doing.isPending, lacking)
  const mayRecord = useAllowed('consent.record', doing.isPending, lacking)
  const state = act === 'prepare' ? mayRecord : mayWrite
  // Said no once, since they asked for something else as well: whoever erases them first says why.
  const [othersReason, setOthersReason] = useState<OthersReason | null>(null)
  const asksOthers =
    act === 'erase' &&
    doing.error instanceof ApiProblem &&
    doing.error.code === 'preferences.request_others_open'
  const submit = () => {
    const body = { reason: reason.text.trim() }
    if (act === 'prepare') prepare.mutate({ ...body, language: reason.language })
    else if (act === 'erase') {
      erase.mutate(othersReason === null ? body : { ...body, othersReason })
    } else restrict.mutate(body)
  }
  return (
    <RecordForm
      label={w.acts[act]}
      save={act === 'erase' ? w.eraseSure : w.acts[act]}
      state={state}
      error={doing.error}
      done={doing.isSuccess ? w.doneText : null}
      onSubmit={submit}
    >
      {kept.what === null ? null : <Text size="sm">{kept.what}</Text>}
      <Reason {...reason} />
      {asksOthers || othersReason !== null ? (
        <Select
          label={w.othersReason}
          description={w.othersReasonHelp}
          value={othersReason}
          data={othersReasons.map((value) => ({ value, label: w.othersReasons[value] }))}
          onChange={(value) => setOthersReason(othersReasons.find((one) => one === value) ?? null)}
        />
      ) : null}
    </RecordForm>
  )
}

function Answer({ request }: { request: RequestDetail }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [outcome, setOutcome] = useState<RequestOutcome | null>(null)
  const reason = useReason(outcome, request.language)
  const answer = useAct.answer(request.id)
  const [isRuledOut, setRuledOut] = useState(false)
  const possible = possibleFor(request)
  const hasNamesakes = (request.asker?.search?.found.name ?? 0) > 0
  const isNothing = nothingOutcomes.some((one) => one === outcome)
  const asksNamesakes = hasNamesakes && isNothing
  const asksMatches = isNothing && hasMatches(request)
  const [shows, setShows] = useState('')
  const unended = isUnended(reason.text) ? w.reasonUnended : null
  const lacking = outcome !== null && isTold(reason.text) ? unended : w.incomplete
  const state = useAllowed('consent.record', answer.isPending, lacking)
  const submit = () => {
    const ruled = {
      ...(asksNamesakes ? { namesakesRuledOut: isRuledOut } : {}),
      ...(asksMatches && shows.trim() !== '' ? { matchesRuledOut: shows.trim() } : {}),
    }
    if (outcome !== null) answer.mutate({ outcome, reason: reason.text.trim(), ...ruled })
  }
  return (
    <RecordForm
      label={w.acts.answer}
      save={w.save}
      state={state}
      error={answer.error}
      done={answer.isSuccess ? w.doneText : null}
      onSubmit={submit}
    >
      <Select
        label={w.outcome}
        value={outcome}
        data={possible.filter(maySay).map((value) => ({ value, label: w.outcomes[value] }))}
        onChange={(value) => setOutcome(value as RequestOutcome | null)}
      />
      {outcome === 'by_mistake' ? <Text size="sm">{w.mistake}</Text> : null}
      {asksNamesakes ? (
        <Checkbox
          label={own(words, noContactWords).ruledOut}
          checked={isRuledOut}
          onChange={(event) => setRuledOut(event.currentTarget.checked)}
        />
      ) : null}
      {asksMatches ? (
        <TextInput
          label={own(words, noContactWords).matchesRuledOut}
          description={own(words, noContactWords).matchesRuledOutHelp}
          maxLength={300}
          autoComplete="off"
          value={shows}
          onChange={(event) => setShows(event.currentTarget.value)}
        />
      ) : null}
      <Reason {...reason} />
    </RecordForm>
  )
}

/** By what is sure to be equal: a number, an e-mail or a reference. */
function hasMatches({ asker }: RequestDetail): boolean {
  const { number, email, reference } = asker?.search?.found ?? {}
  return [number, email, reference].some((people) => (people ?? 0) > 0)
}

/** Whoever objects with a number is told that the objection stands. */
function possibleFor({ whoAsks, kind, asker, heardBy }: RequestDetail): readonly RequestOutcome[] {
  const fits = (one: RequestOutcome) => one !== 'by_mistake' || isOfStaff(heardBy)
  if (whoAsks !== 'no_contact') return outcomesOf(kind).filter(fits)
  const isObjector = kind === 'objection' && (asker?.gave.includes('number') ?? false)
  if (!isObjector) return outcomesForNobody(kind).filter(fits)
  return (asker?.search?.found.name ?? 0) > matchesShownMax
    ? ['only_suppressed', 'not_identifiable']
    : ['only_suppressed']
}

function Correct({ request }: Of) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [fields, setFields] = useState<Partial<Record<ContactFieldName, string>>>({})
  const reason = useReason('corrected', request.language)
  const correct = useAct.correct(request.id)
  const filled = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value.trim() !== ''),
  )
  const [typed, setTyped] = useState<CustomTyped>({})
  const custom = filledIn(typed)
  const isFilled = Object.keys({ ...filled, ...custom }).length > 0
  const isReady = isFilled && isTold(reason.text)
  const state = useAllowed('contacts.write', correct.isPending, isReady ? null : w.nothingFilled)
  return (
    <RecordForm
      label={w.acts.correct}
      save={w.acts.correct}
      state={state}
      error={correct.error}
      done={correct.isSuccess ? w.doneText : null}
      onSubmit={() => correct.mutate({ fields: filled, custom, reason: reason.text.trim() })}
    >
      {contactFieldNames.map((name) => (
        <TextInput
          key={name}
          type={name === 'birthDate' ? 'date' : 'text'}
          label={words.contacts.fields[name]}
          value={fields[name] ?? ''}
          maxLength={200}
          onChange={(event) => {
            const { value } = event.currentTarget
            setFields((before) => ({ ...before, [name]: value }))
          }}
        />
      ))}
      <CustomInputs typed={typed} change={setTyped} />
      <Reason {...reason} />
    </RecordForm>
  )
}

function Identity({ request }: Of) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const senders = useSenders()
  const [sender, setSender] = useState<string | null>(null)
  const ask = useAct.identity(request.id)
  const lacking = sender === null ? w.senderFirst : null
  const state = useAllowed('consent.record', ask.isPending, lacking)
  return (
    <RecordForm
      label={w.acts.identity}
      save={w.acts.identity}
      state={state}
      error={ask.error}
      done={ask.isSuccess ? w.doneText : null}
      onSubmit={() => sender !== null && ask.mutate({ sendFrom: sender })}
    >
      <Select
        label={w.sender}
        value={sender}
        data={[...new Set((senders.data?.items ?? []).map(({ name }) => name))]}
        onChange={setSender}
      />
    </RecordForm>
  )
}

function Identified({ request }: Of) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [how, setHow] = useState<'shared_fact' | 'known_to_staff'>('shared_fact')
  const [reason, setReason] = useState('')
  const record = useAct.identified(request.id)
  const lacking = isTold(reason) ? null : own(words, reasonFirstWords).reasonFirst
  const state = useAllowed('consent.record', record.isPending, lacking)
  return (
    <RecordForm
      label={w.acts.identified}
      save={w.acts.identified}
      state={state}
      error={record.error}
      done={record.isSuccess ? w.doneText : null}
      onSubmit={() => record.mutate({ how, reason: reason.trim() })}
    >
      <Select
        label={w.how}
        value={how}
        allowDeselect={false}
        data={(['shared_fact', 'known_to_staff'] as const).map((value) => ({
          ...{ value, label: w.hows[value] },
        }))}
        onChange={(value) => setHow(value === 'known_to_staff' ? value : 'shared_fact')}
      />
      <TextInput
        label={w.howReason}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}

function Extend({ request }: Of) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [months, setMonths] = useState(1)
  const [reason, setReason] = useState('')
  const extend = useAct.extend(request.id)
  const lacking = isTold(reason) ? null : w.reasonFirst
  const state = useAllowed('consent.record', extend.isPending, lacking)
  return (
    <RecordForm
      label={w.acts.extend}
      save={w.acts.extend}
      state={state}
      error={extend.error}
      done={extend.isSuccess ? w.doneText : null}
      onSubmit={() => extend.mutate({ months, reason: reason.trim() })}
    >
      <NumberInput
        label={w.months}
        value={months}
        min={1}
        max={extensionMonthsMax}
        onChange={(value) => setMonths(Number(value) || 1)}
      />
      <Textarea
        label={w.reasonExtend}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}

/** Acts that take nothing. */
function Bare({ request, act }: Of & { act: 'acknowledge' | 'askDetails' }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const acknowledge = useAct.acknowledge(request.id)
  const askDetails = useAct.askDetails(request.id)
  const doing = { acknowledge, askDetails }[act]
  const state = useAllowed('consent.record', doing.isPending)
  return (
    <RecordForm
      label={w.acts[act]}
      save={w.acts[act]}
      state={state}
      error={doing.error}
      done={doing.isSuccess ? w.doneText : null}
      onSubmit={() => doing.mutate(null)}
    >
      {null}
    </RecordForm>
  )
}

function AddDetails({ request }: Of) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const asker = useAskerTyped()
  const add = useAct.addDetails(request.id)
  const lacking = asker.given === null ? own(words, noContactWords).oneFirst : null
  const state = useAllowed('consent.record', add.isPending, lacking)
  const submit = () => {
    if (asker.given !== null) add.mutate({ asker: asker.given }, { onSuccess: asker.clear })
  }
  return (
    <RecordForm
      label={w.acts.addDetails}
      save={w.acts.addDetails}
      state={state}
      error={add.error}
      done={add.isSuccess ? w.doneText : null}
      onSubmit={submit}
    >
      <AskerFields {...asker} />
    </RecordForm>
  )
}

/** Whoever is no contact is told by letter. */
function leadOf(act: Act, request: RequestView, words: Parameters<typeof own>[0]): string {
  const leads: Partial<Record<Act, string>> = own(words, noContactWords).leads
  const known = own(words, requestWords).leads[act]
  return request.whoAsks === 'no_contact' ? (leads[act] ?? known) : known
}

export function ActForm(props: { request: RequestDetail; act: Act }) {
  const { words } = useLanguage()
  const { act, request } = props
  const form = {
    prepare: () => <Told request={request} act="prepare" />,
    erase: () => <Told request={request} act="erase" />,
    restrict: () => <Told request={request} act="restrict" />,
    lift: () => <Lift request={request} />,
    correct: () => <Correct request={request} />,
    acknowledge: () => <Bare request={request} act="acknowledge" />,
    identity: () => <Identity request={request} />,
    identified: () => <Identified request={request} />,
    extend: () => <Extend request={request} />,
    answer: () => <Answer request={request} />,
    askDetails: () => <Bare request={request} act="askDetails" />,
    addDetails: () => <AddDetails request={request} />,
  }[act]
  return (
    <Stack gap="sm">
      <Text size="sm">{leadOf(act, request, words)}</Text>
      {form()}
    </Stack>
  )
}
