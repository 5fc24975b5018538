// The account's own words for answers, in French and English.
import { Group, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type RequestOutcome, requestOutcomes } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { useAnswerTexts, useChooseText } from './request-queries.ts'

const textMin = 5

export function AnswerTexts() {
  const { language: read, words } = useLanguage()
  const w = own(words, requestWords)
  const texts = useAnswerTexts()
  const choose = useChooseText()
  const [outcome, setOutcome] = useState<RequestOutcome>('copy_sent')
  const [language, setLanguage] = useState<'fr' | 'en'>(read)
  const [typed, setTyped] = useState<string | null>(null)
  const held = texts.data?.items.find((one) => one.outcome === outcome && one.language === language)
  const text = typed ?? held?.text ?? ''
  const lacking = text.trim().length < textMin ? w.reasonFirst : null
  const state = useAllowed('wordings.manage', choose.isPending, lacking)
  const keep = (next: string | null) =>
    choose.mutate({ outcome, language, text: next }, { onSuccess: () => setTyped(null) })
  return (
    <RecordForm
      label={w.texts}
      save={w.textSave}
      state={state}
      error={choose.error}
      done={choose.isSuccess ? w.doneText : null}
      onSubmit={() => keep(text.trim())}
    >
      <Text size="sm">{w.textsLead}</Text>
      <Select
        label={w.textOf}
        value={outcome}
        allowDeselect={false}
        data={requestOutcomes.map((value) => ({ value, label: w.outcomes[value] }))}
        onChange={(value) => {
          setOutcome(value as RequestOutcome)
          setTyped(null)
        }}
      />
      <Select
        label={w.language}
        value={language}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
        onChange={(value) => {
          setLanguage(value === 'en' ? 'en' : 'fr')
          setTyped(null)
        }}
      />
      <Textarea
        label={held?.isOwn ? w.textIsOwn : w.textLabel}
        value={text}
        maxLength={500}
        autosize
        minRows={3}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {held?.isOwn ? (
        <Group>
          <ActionButton
            variant="default"
            label={w.textBack}
            state={state}
            onPress={() => keep(null)}
          />
        </Group>
      ) : null}
    </RecordForm>
  )
}
