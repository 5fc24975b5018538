// What a person presses, fills in and opens, in each state.
import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ApiProblem, call } from '../data/client.ts'
import { useWords } from '../data/language.tsx'
import { ActionButton, type ActionState } from '../ui/action-button.tsx'
import { AskTwice } from '../ui/ask-twice.tsx'
import { CopiedCode } from '../ui/copied-code.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { NoPasskey } from '../ui/passkey.ts'
import {
  PasskeyButton,
  PasskeyFailed,
  PasskeysElsewhere,
  PasskeysOfOther,
} from '../ui/passkey-button.tsx'
import { ProofFields } from '../ui/proof-fields.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { RecordForm } from '../ui/record-form.tsx'
import { RevealDialog } from '../ui/reveal-dialog.tsx'
import { SealedPapers } from '../ui/sealed-papers.tsx'
import { TakeFile } from '../ui/take-file.tsx'
import { useAllowed } from '../ui/use-allowed.ts'
import { Shown } from './shown.tsx'

const nothing = () => undefined

function Opened(props: { children: (opened: boolean, close: () => void) => ReactNode }) {
  const words = useWords()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>{words.more}</Button>
      {props.children(opened, () => setOpened(false))}
    </>
  )
}

export function KitOfActions() {
  const words = useWords()
  const states: [string, ActionState][] = [
    ['ready', { kind: 'ready' }],
    ['busy', { kind: 'busy' }],
    ['refused for want of a right', useAllowed('messages.send', false)],
    ['refused for want of a field', useAllowed('contacts.read', false, words.problems.unknown)],
  ]
  const form = { save: words.login.submit, state: { kind: 'ready' } as const, onSubmit: nothing }
  const field = <TextInput label={words.login.email} />
  return (
    <>
      {states.map(([name, state]) => (
        <Shown key={name} name={`ActionButton, ${name}`}>
          <ActionButton label={words.retry} state={state} onPress={nothing} />
        </Shown>
      ))}
      <Shown name="CopiedCode">
        <CopiedCode label={words.more} code="https://accord.example/f/abcdef" />
      </Shown>
      {states.map(([name, state]) => (
        <Shown key={name} name={`AskTwice, ${name}`}>
          <AskTwice
            label={words.more}
            what={words.problems.unknown}
            sure={words.retry}
            keep={words.close}
            state={state}
            onSure={nothing}
          />
        </Shown>
      ))}
      <Shown name="LanguageSwitch">
        <LanguageSwitch />
      </Shown>
      <Shown name="ProofFields">
        <ProofFields proof={{ password: '', secondFactor: '' }} onChange={nothing} />
      </Shown>
      <Shown name="PasskeyButton">
        <PasskeyButton
          passkeysAt={window.location.origin}
          passkeysFor={[]}
          challenge={async () => ({ options: {} })}
          onAnswer={nothing}
        />
      </Shown>
      <Shown name="PasskeysElsewhere">
        <PasskeysElsewhere passkeysAt="https://accord.example.org" />
        <PasskeysElsewhere passkeysAt={null} />
      </Shown>
      <Shown name="PasskeysOfOther">
        <PasskeysOfOther names={['sms.example.org']} />
      </Shown>
      <Shown name="PasskeyFailed">
        <PasskeyFailed error={new NoPasskey()} />
      </Shown>
      <Shown name="RecordForm, new">
        <RecordForm {...form} error={null} done={null}>
          {field}
        </RecordForm>
      </Shown>
      <Shown name="RecordForm, recorded">
        <RecordForm {...form} error={null} done={words.appName}>
          {field}
        </RecordForm>
      </Shown>
      <Shown name="RecordForm, failed">
        <RecordForm {...form} error={new ApiProblem(0, 'offline')} done={null}>
          {field}
        </RecordForm>
      </Shown>
      <Shown name="SealedPapers">
        <SealedPapers
          words={{
            ...{ noDocument: words.appName, document: '{date}, {size} kB', upload: words.more },
            ...{ file: words.appName, fileHelp: words.more, chooseFile: words.problems.unknown },
          }}
          papers={[{ id: 'paper', octets: 40_000, addedAt: '2026-11-30T09:00:00Z' }]}
          addressOf={() => '/'}
          state={{ kind: 'ready' }}
          error={null}
          onAdd={nothing}
        />
      </Shown>
      <Shown name="Dialog">
        <Opened>
          {(opened, close) => (
            <Dialog title={words.appName} opened={opened} onClose={close}>
              {field}
            </Dialog>
          )}
        </Opened>
      </Shown>
      <Shown name="ReasonDialog">
        <ReasonDialog
          label={words.close}
          title={words.appName}
          what={words.appName}
          reasonLabel={words.more}
          save={words.close}
          state={{ kind: 'ready' }}
          error={null}
          act={(_, done) => done.onSuccess()}
        />
      </Shown>
      <Shown name="TakeFile">
        <TakeFile
          label={words.more}
          what={words.appName}
          state={{ kind: 'ready' }}
          take={async () => undefined}
        />
      </Shown>
      <Shown name="RevealDialog">
        <Opened>
          {(opened, close) => (
            <RevealDialog
              title={words.appName}
              reveal={(reason) =>
                call('POST /v1/contacts/{id}/reveal', {
                  params: { id: '01900000-0000-7000-8000-000000000003' },
                  body: { reason },
                })
              }
              opened={opened}
              onClose={close}
            >
              {({ number }) => number}
            </RevealDialog>
          )}
        </Opened>
      </Shown>
    </>
  )
}
