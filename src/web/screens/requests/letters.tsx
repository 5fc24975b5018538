// The letters and recordings of a request: added, and opened for a reason that is recorded.
import { Alert, FileInput, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { letterKinds, type RequestDetail } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { type LetterKind, openLetter, useAddLetter } from './request-queries.ts'

type Letter = RequestDetail['letters'][number]

function OneLetter({ id, letter }: { id: string; letter: Letter }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const [opened, setOpened] = useState(false)
  const state = useAllowed('contacts.reveal', false)
  const reveal = async (reason: string) => {
    await openLetter(id, letter.id, reason)
    return w.doneText
  }
  return (
    <Group gap="sm">
      <Text size="sm">
        {dateTime(language, letter.addedAt)} · {letter.mediaType} ·{' '}
        {Math.ceil(letter.octets / 1000)} {language === 'fr' ? 'ko' : 'kB'}
      </Text>
      <ActionButton
        size="xs"
        variant="default"
        label={w.letterOpen}
        state={state}
        onPress={() => setOpened(true)}
      />
      <RevealDialog
        title={w.letterOpenTitle}
        opened={opened}
        onClose={() => setOpened(false)}
        reveal={reveal}
      >
        {(told) => <Text>{told}</Text>}
      </RevealDialog>
    </Group>
  )
}

export function Letters(props: { id: string; letters: readonly Letter[] }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [what, setWhat] = useState<LetterKind>('letter')
  const [file, setFile] = useState<File | null>(null)
  const add = useAddLetter(props.id)
  const isPaper = what === 'identity_paper'
  const lacking = isPaper ? w.letterIdentity : file === null ? w.letterFirst : null
  const state = useAllowed('consent.record', add.isPending, lacking)
  return (
    <Section title={w.letters}>
      {props.letters.length === 0 ? <Text size="sm">{w.letterNone}</Text> : null}
      {props.letters.map((letter) => (
        <OneLetter key={letter.id} id={props.id} letter={letter} />
      ))}
      <RecordForm
        label={w.letterAdd}
        save={w.letterAdd}
        state={state}
        error={add.error}
        done={add.isSuccess ? w.doneText : null}
        onSubmit={() => file !== null && add.mutate({ what, file })}
      >
        <Select
          label={w.letterWhat}
          value={what}
          allowDeselect={false}
          data={letterKinds.map((value) => ({ value, label: w.letterKinds[value] }))}
          onChange={(value) => setWhat((value ?? 'letter') as LetterKind)}
        />
        {isPaper ? (
          <Alert color="red">{w.letterIdentity}</Alert>
        ) : (
          <FileInput label={w.letterFile} value={file} onChange={setFile} clearable />
        )}
      </RecordForm>
    </Section>
  )
}
