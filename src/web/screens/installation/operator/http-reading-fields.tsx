// How an operator's answers and delivery receipts are read, where it is asked by HTTP.
import { Checkbox, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useLanguage } from '../../../data/language.tsx'
import { routeOperatorWords } from '../../../words/installation/operators.ts'
import { own } from '../../../words/own.ts'
import { helpBelow } from './help-below.ts'
import { type HttpProps, statesAsked } from './http-draft.ts'

export function AnswerFields({ draft, change }: HttpProps) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <>
      <Text size="sm">{w.answerHelp}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Place label={w.idAt} isNeeded value={draft.idAt} set={(idAt) => change({ idAt })} />
        <Place
          label={w.codeAt}
          help={w.codeAtHelp}
          value={draft.codeAt}
          set={(codeAt) => change({ codeAt })}
        />
      </SimpleGrid>
      {draft.codeAt.trim() === '' ? null : (
        <>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {(['accepted', 'throttle', 'retry'] as const).map((meaning) => (
              <Place
                key={meaning}
                label={w[meaning]}
                value={draft[meaning]}
                set={(typed) => change({ [meaning]: typed })}
              />
            ))}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {w.several}
          </Text>
        </>
      )}
    </>
  )
}

export function ReceiptFields({ draft, change }: HttpProps) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <>
      <Text size="sm">{w.receiptsHelp}</Text>
      <Checkbox
        label={w.isList}
        checked={draft.isList}
        onChange={(event) => change({ isList: event.currentTarget.checked })}
      />
      {draft.isList ? (
        <Place
          label={w.listAt}
          help={w.listAtHelp}
          value={draft.listAt}
          set={(listAt) => change({ listAt })}
        />
      ) : null}
      <Place
        label={w.receiptIdAt}
        isNeeded
        value={draft.receiptIdAt}
        set={(receiptIdAt) => change({ receiptIdAt })}
      />
      <Place
        label={w.stateAt}
        isNeeded
        value={draft.stateAt}
        set={(stateAt) => change({ stateAt })}
      />
      <Place
        label={w.errorAt}
        help={w.mayBeEmpty}
        value={draft.errorAt}
        set={(errorAt) => change({ errorAt })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {statesAsked.map((state) => (
          <Place
            key={state}
            label={w.states[state]}
            isNeeded={state === 'delivered'}
            value={draft.states[state]}
            set={(typed) => change({ states: { ...draft.states, [state]: typed } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {w.several}
      </Text>
    </>
  )
}

function Place(props: {
  label: string
  help?: string
  isNeeded?: boolean
  value: string
  set: (typed: string) => void
}) {
  return (
    <TextInput
      label={props.label}
      description={props.help}
      inputWrapperOrder={helpBelow}
      required={props.isNeeded ?? false}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.set(event.currentTarget.value)}
    />
  )
}
