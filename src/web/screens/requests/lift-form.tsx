// The end of a restriction: the person is told before, by SMS, or another way with its day.
import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestView } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { isTold, Reason, useReason } from './reason-field.tsx'
import { saveLiftingLetter, useAct } from './request-queries.ts'

const otherWays = ['letter', 'phone', 'email', 'in_person'] as const
type Way = (typeof otherWays)[number]
const isWay = (value: string | null): value is Way => otherWays.some((one) => one === value)

export function Lift({ request }: { request: RequestView }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [way, setWay] = useState<Way | null>(null)
  const [on, setOn] = useState('')
  const reason = useReason(null, request.language)
  const lift = useAct.lift(request.id)
  const untold = way !== null && on === '' ? w.toldFirst : null
  const lacking = isTold(reason.text) ? untold : w.reasonFirst
  const state = useAllowed('contacts.write', lift.isPending, lacking)
  const submit = () => {
    const told = way === null ? {} : { told: { how: way, on } }
    lift.mutate({ reason: reason.text.trim(), ...told })
  }
  return (
    <>
      <RecordForm
        label={w.acts.lift}
        save={w.acts.lift}
        state={state}
        error={lift.error}
        done={lift.isSuccess ? w.doneText : null}
        onSubmit={submit}
      >
        <Reason {...reason} />
        <Select
          label={w.toldHow}
          value={way ?? 'sms'}
          allowDeselect={false}
          data={[
            { value: 'sms', label: w.toldBySms },
            ...otherWays.map((value) => ({ value, label: w.toldBys[value] })),
          ]}
          onChange={(value) => setWay(isWay(value) ? value : null)}
        />
        {way === null ? null : (
          <TextInput
            type="date"
            label={w.toldOn}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        )}
      </RecordForm>
      <LiftingLetter id={request.id} reason={reason.text.trim()} language={reason.language} />
    </>
  )
}

/** On paper, before the data is used again. */
function LiftingLetter(props: { id: string; reason: string; language: 'fr' | 'en' }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { id, reason, language } = props
  const [from, setFrom] = useState('')
  const make = useMutation({ mutationFn: () => saveLiftingLetter(id, { from, reason, language }) })
  const isReady = from !== '' && isTold(reason)
  const state = useAllowed('consent.record', make.isPending, isReady ? null : w.liftFromFirst)
  return (
    <>
      <TextInput
        type="date"
        label={w.liftFrom}
        description={w.liftFromHint}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <ActionButton
        variant="default"
        label={w.replyLetters.lifting}
        state={state}
        onPress={() => make.mutate()}
      />
      {make.error === null ? null : <Failed error={make.error} />}
    </>
  )
}
