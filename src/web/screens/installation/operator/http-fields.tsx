// The fields of an operator that is asked by HTTP: where, with which key, and what is sent.
import {
  Group,
  PasswordInput,
  Select,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { fill } from '../../../words/fill.ts'
import { routeOperatorWords } from '../../../words/installation/operators.ts'
import { own } from '../../../words/own.ts'
import { helpBelow } from './help-below.ts'
import { type HttpProps, madeSecret } from './http-draft.ts'
import { AnswerFields, ReceiptFields } from './http-reading-fields.tsx'

/** `shownUrl`: what may be shown of the address that the route has; null: it is a new one. */
export function HttpFields(props: HttpProps & { shownUrl: string | null }) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <>
      <Place {...props} />
      <Keys {...props} />
      <Sent {...props} />
      <Speed {...props} />
      <Title order={3} size="h5">
        {w.answer}
      </Title>
      <AnswerFields {...props} />
      <Title order={3} size="h5">
        {w.receipts}
      </Title>
      <ReceiptFields {...props} />
    </>
  )
}

function Place({ draft, change, shownUrl }: HttpProps & { shownUrl: string | null }) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <TextInput
      label={w.url}
      description={shownUrl === null ? w.urlHelp : fill(w.urlKept, { place: shownUrl })}
      inputWrapperOrder={helpBelow}
      required={shownUrl === null}
      maxLength={500}
      autoComplete="off"
      value={draft.url}
      onChange={(event) => change({ url: event.currentTarget.value })}
    />
  )
}

function Keys({ draft, change }: HttpProps) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  const show = { 'aria-label': words.installation.address.showPassword }
  const [made, setMade] = useState<string | null>(null)
  const make = () => {
    const receiptSecret = madeSecret()
    setMade(receiptSecret)
    change({ receiptSecret })
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={w.authHeader}
          required
          maxLength={60}
          pattern="[A-Za-z0-9\-]+"
          autoComplete="off"
          value={draft.authHeader}
          onChange={(event) => change({ authHeader: event.currentTarget.value })}
        />
        <PasswordInput
          label={w.auth}
          description={w.authHelp}
          inputWrapperOrder={helpBelow}
          required
          maxLength={2_000}
          autoComplete="new-password"
          visibilityToggleButtonProps={show}
          value={draft.auth}
          onChange={(event) => change({ auth: event.currentTarget.value })}
        />
      </SimpleGrid>
      <PasswordInput
        label={w.receiptSecret}
        description={w.receiptSecretHelp}
        inputWrapperOrder={helpBelow}
        required
        minLength={16}
        maxLength={200}
        autoComplete="new-password"
        visibilityToggleButtonProps={show}
        value={draft.receiptSecret}
        onChange={(event) => change({ receiptSecret: event.currentTarget.value })}
      />
      <Group>
        <ActionButton
          size="xs"
          variant="default"
          label={w.makeSecret}
          state={{ kind: 'ready' }}
          onPress={make}
        />
      </Group>
      {made !== null && made === draft.receiptSecret ? (
        <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
          {fill(w.madeSecret, { secret: made })}
        </Text>
      ) : null}
    </>
  )
}

function Sent({ draft, change }: HttpProps) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  const forms = ['e164', 'digits'] as const
  return (
    <>
      <Textarea
        label={w.body}
        description={w.bodyHelp}
        inputWrapperOrder={helpBelow}
        required
        rows={6}
        maxLength={10_000}
        spellCheck={false}
        value={draft.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <Select
        label={w.numberForm}
        allowDeselect={false}
        value={draft.numberForm}
        data={forms.map((value) => ({ value, label: w.numberForms[value] }))}
        onChange={(value) => change({ numberForm: value === 'digits' ? 'digits' : 'e164' })}
      />
      <Textarea
        label={w.headers}
        description={w.headersHelp}
        inputWrapperOrder={helpBelow}
        rows={2}
        maxLength={10_000}
        spellCheck={false}
        value={draft.headers}
        onChange={(event) => change({ headers: event.currentTarget.value })}
      />
    </>
  )
}

function Speed({ draft, change }: HttpProps) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).http
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        label={w.rate}
        description={w.rateHelp}
        inputWrapperOrder={helpBelow}
        inputMode="numeric"
        pattern="[0-9]{1,6}"
        value={draft.rate}
        onChange={(event) => change({ rate: event.currentTarget.value })}
      />
      <TextInput
        label={w.window}
        required
        inputMode="numeric"
        pattern="[0-9]{1,3}"
        value={draft.window}
        onChange={(event) => change({ window: event.currentTarget.value })}
      />
      <TextInput
        label={w.timeout}
        required
        inputMode="numeric"
        pattern="[0-9]{1,2}"
        value={draft.timeoutSeconds}
        onChange={(event) => change({ timeoutSeconds: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
