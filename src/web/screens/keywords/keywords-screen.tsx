// The words that people send to say yes: which are heard, on which number, and a new one.
import { Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WordingView } from '../../../consent/contract.ts'
import {
  foldWord,
  type KeywordList,
  type KeywordView,
  saysYesToAnything,
} from '../../../preferences/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { keywordsWords } from '../../words/consent/keywords.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { SenderField } from '../campaigns/sender-field.tsx'
import { useFormChoices } from '../forms/queries.ts'
import { type KeywordBody, useKeywordMoves, useKeywords } from './queries.ts'

function OneKeyword(props: { keyword: KeywordView; close(id: string): void; isBusy: boolean }) {
  const { language, words } = useLanguage()
  const w = own(words, keywordsWords)
  const { keyword, isBusy } = props
  const state = useAllowed('wordings.manage', isBusy)
  const send = fill(w.send, { word: keyword.word, to: keyword.to ?? '?' })
  return (
    <Group>
      <Text fw={600}>{send}</Text>
      <StatusBadge meaning={keyword.state === 'open' ? 'good' : 'neutral'}>
        {w.state[keyword.state]}
      </StatusBadge>
      {keyword.confirms ? <Text size="sm">{w.confirms}</Text> : null}
      {keyword.state === 'open' ? (
        <AskTwice
          size="xs"
          label={`${w.close}${colon(language)} ${keyword.word}`}
          what={fill(w.closeWhat, { word: keyword.word })}
          sure={fill(w.closeSure, { word: keyword.word })}
          keep={w.keep}
          state={state}
          onSure={() => props.close(keyword.id)}
        />
      ) : null}
    </Group>
  )
}

const nothing: KeywordBody = { word: '', routeId: '', wordingId: '', sender: '', confirms: false }

function NewKeyword(props: {
  numbers: KeywordList['numbers']
  wordings: readonly WordingView[]
  open: ReturnType<typeof useKeywordMoves>['open']
}) {
  const { words } = useLanguage()
  const w = own(words, keywordsWords)
  const { numbers, wordings, open } = props
  const [draft, setDraft] = useState<KeywordBody>({
    ...nothing,
    routeId: numbers[0]?.routeId ?? '',
  })
  const change = (changed: Partial<KeywordBody>) => setDraft({ ...draft, ...changed })
  const { word, routeId, wordingId, sender } = draft
  const isWhole = [word, routeId, wordingId, sender].every((value) => value.trim() !== '')
  const lacking = isWhole ? null : w.incomplete
  const state = useAllowed('wordings.manage', open.isPending, lacking)
  const shown = wordings.find(({ id }) => id === wordingId)
  const isPlainYes = saysYesToAnything(foldWord(word) ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const confirms = isPlainYes || (draft.confirms ?? false)
    open.mutate({ ...draft, confirms }, { onSuccess: () => setDraft({ ...nothing, routeId }) })
  }
  return (
    <form onSubmit={submit}>
      <Stack className="accord-measure">
        <TextInput
          label={w.word}
          value={word}
          maxLength={20}
          onChange={(event) => change({ word: event.currentTarget.value })}
        />
        <Select
          label={w.number}
          allowDeselect={false}
          value={routeId}
          data={numbers.map((one) => ({ value: one.routeId, label: one.to }))}
          onChange={(value) => change({ routeId: value ?? '' })}
        />
        <Select
          label={w.wording}
          value={wordingId || null}
          data={wordings.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => change({ wordingId: value ?? '' })}
        />
        {shown ? (
          <Text className="accord-story" lang={shown.language}>
            {shown.shownText}
          </Text>
        ) : null}
        <SenderField
          label={w.sender}
          value={sender}
          onChange={(chosen) => change({ sender: chosen })}
        />
        <Checkbox
          label={w.confirms}
          description={isPlainYes ? fill(w.plainYes, { word: foldWord(word) ?? '' }) : undefined}
          checked={isPlainYes || (draft.confirms ?? false)}
          disabled={isPlainYes}
          onChange={(event) => change({ confirms: event.currentTarget.checked })}
        />
        {open.error ? <Failed error={open.error} /> : null}
        <ActionButton submit label={w.open} state={state} />
      </Stack>
    </form>
  )
}

export function KeywordsScreen() {
  const { words } = useLanguage()
  const w = own(words, keywordsWords)
  const keywords = useKeywords()
  const choices = useFormChoices()
  const { open, close } = useKeywordMoves()
  const usable = (choices.data?.wordings ?? []).filter(
    ({ state, channels, form }) =>
      state === 'published' && channels.includes('sms') && form.boxInitially !== 'ticked',
  )
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={keywords}>
        {({ items, numbers }) => (
          <>
            <Section title={w.made}>
              {items.length === 0 ? <Text size="sm">{w.empty}</Text> : null}
              {items.map((keyword) => (
                <OneKeyword
                  key={keyword.id}
                  keyword={keyword}
                  close={close.mutate}
                  isBusy={close.isPending}
                />
              ))}
              {close.error ? <Failed error={close.error} /> : null}
            </Section>
            <Section narrow title={w.newTitle}>
              {numbers.length === 0 || usable.length === 0 ? (
                <Text size="sm">{numbers.length === 0 ? w.noNumber : w.noWording}</Text>
              ) : (
                <NewKeyword numbers={numbers} wordings={usable} open={open} />
              )}
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
