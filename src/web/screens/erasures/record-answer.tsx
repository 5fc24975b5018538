// What a recipient of an erased person's data answered, recorded in a dialog.
import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type RecipientAnswer, recipientAnswers } from '../../../privacy/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { erasureNoticeWords } from '../../words/requests/erasure-notices.ts'

export type AnswerSaid = BodyOf<'POST /v1/erasure-notices/{id}'>

/** Who erases gives a day; who keeps something says why. */
const withDay: ReadonlySet<string> = new Set<RecipientAnswer>(['erased'])
const withNote: ReadonlySet<string> = new Set<RecipientAnswer>(['kept_by_law', 'refused'])

export function RecordAnswer(props: {
  name: string
  answer: RecipientAnswer | null
  state: ActionState
  error: Error | null
  /** Resolves once it is recorded; the dialog closes then. */
  act(said: AnswerSaid): Promise<unknown>
}) {
  const { words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>(props.answer ?? 'told')
  const [doneOn, setDoneOn] = useState('')
  const [note, setNote] = useState('')
  const save = async () => {
    await props.act({
      answer: chosen === 'told' ? null : (chosen as RecipientAnswer),
      doneOn: withDay.has(chosen) && doneOn !== '' ? doneOn : null,
      note: withNote.has(chosen) && note.trim() !== '' ? note.trim() : null,
    })
    setOpen(false)
  }
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        label={w.record}
        state={props.state}
        onPress={() => setOpen(true)}
      />
      <Dialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={fill(w.recordTitle, { name: props.name })}
      >
        <Stack>
          <Select
            label={w.answer}
            value={chosen}
            data={(['told', ...recipientAnswers] as const).map((value) => ({
              value,
              label: w.answers[value],
            }))}
            allowDeselect={false}
            onChange={(value) => setChosen(value ?? 'told')}
          />
          {withDay.has(chosen) ? (
            <TextInput
              type="date"
              label={w.doneOn}
              value={doneOn}
              onChange={(event) => setDoneOn(event.currentTarget.value)}
            />
          ) : null}
          {withNote.has(chosen) ? (
            <Textarea
              label={w.note}
              description={w.noteHelp}
              maxLength={300}
              autosize
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          ) : null}
          {props.error === null ? null : <Failed error={props.error} />}
          <ActionButton
            label={w.save}
            state={props.state}
            onPress={() => void save().catch(() => undefined)}
          />
        </Stack>
      </Dialog>
    </>
  )
}
