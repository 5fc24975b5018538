// Papers kept sealed beside something: a list to download from, and a form that adds a PDF.
import { Anchor, FileInput, List, Text } from '@mantine/core'
import { useState } from 'react'
import { count, date } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { fill } from '../words/fill.ts'
import type { ActionState } from './action-button.tsx'
import { RecordForm } from './record-form.tsx'

export type PapersWords = {
  noDocument: string
  /** With `{date}` and `{size}`. */
  document: string
  upload: string
  file: string
  fileHelp: string
  chooseFile: string
}

export function SealedPapers(props: {
  words: PapersWords
  papers: readonly { id: string; octets: number; addedAt: string }[]
  addressOf: (id: string) => string
  /** Whether one may be added now; without a file there is none to add. */
  state: ActionState
  error: Error | null
  onAdd: (file: File, done: { onSuccess: () => void }) => void
}) {
  const { words: w, papers, addressOf, error, onAdd } = props
  const { language } = useLanguage()
  const [file, setFile] = useState<File | null>(null)
  const lacking = props.state.kind === 'ready' && file === null
  const state: ActionState = lacking ? { kind: 'refused', reason: w.chooseFile } : props.state
  return (
    <>
      {papers.length === 0 ? (
        <Text size="sm">{w.noDocument}</Text>
      ) : (
        <List size="sm">
          {papers.map(({ id, octets, addedAt }) => (
            <List.Item key={id}>
              <Anchor href={addressOf(id)} download size="sm">
                {fill(w.document, {
                  date: date(language, addedAt),
                  size: count(language, Math.max(1, Math.round(octets / 1024))),
                })}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      <RecordForm
        label={w.upload}
        save={w.upload}
        state={state}
        error={error}
        done={null}
        onSubmit={() => file && onAdd(file, { onSuccess: () => setFile(null) })}
      >
        <FileInput
          label={w.file}
          description={w.fileHelp}
          accept="application/pdf"
          value={file}
          onChange={setFile}
          clearable
        />
      </RecordForm>
    </>
  )
}
