// What can be done with a form: published, closed, written again, deleted.
import { Alert, List, Stack } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { FormView } from '../../../preferences/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import { formsWords } from '../../words/consent/forms.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useFormMoves, useMoveForm } from './queries.ts'

const meanings: Record<FormView['state'], Meaning> = {
  draft: 'neutral',
  open: 'good',
  closed: 'neutral',
}

export function FormBadge({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  return <StatusBadge meaning={meanings[form.state]}>{w.state[form.state]}</StatusBadge>
}

export function Defects({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const isSenderOut = !form.isSenderUsable && form.state !== 'closed'
  return (
    <>
      {form.defects.length === 0 ? null : (
        <Alert color="red" title={w.defects}>
          <List size="sm">
            {form.defects.map(({ refusal, mend }) => (
              <List.Item key={refusal}>{mend}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {isSenderOut ? (
        <Alert color="red" title={w.senderOut}>
          {fill(w.senderOutWhat, { sender: form.sender })}
        </Alert>
      ) : null}
    </>
  )
}

/** A draft goes to people; what people see has an end, which is asked for twice. */
export function MoveForm({ form }: { form: FormView }) {
  const { language, words } = useLanguage()
  const w = own(words, formsWords)
  const move = useMoveForm(form.id)
  const lacking = form.defects.length > 0 ? w.defects : null
  const state = useAllowed('wordings.manage', move.isPending, lacking)
  if (form.state === 'closed') return null
  const named = (label: string) => `${label}${colon(language)} ${form.name}`
  return (
    <Stack gap="xs" align="flex-start">
      {form.state === 'draft' ? (
        <ActionButton label={named(w.open)} state={state} onPress={() => move.mutate('open')} />
      ) : (
        <AskTwice
          label={named(w.close)}
          what={w.closeWhat}
          sure={w.closeSure}
          keep={w.keepOpen}
          state={state}
          onSure={() => move.mutate('close')}
        />
      )}
      {move.error ? <Failed error={move.error} /> : null}
    </Stack>
  )
}

export function CopyForm({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const navigate = useNavigate()
  const { copy } = useFormMoves()
  const name = fill(w.copyName, { name: form.name }).slice(0, 120)
  const state = useAllowed('wordings.manage', copy.isPending)
  const press = () =>
    copy.mutate({ id: form.id, name }, { onSuccess: ({ id }) => navigate(paths.form(id)) })
  return (
    <Stack gap="xs" align="flex-start">
      <ActionButton variant="default" label={w.copy} state={state} onPress={press} />
      {copy.error ? <Failed error={copy.error} /> : null}
    </Stack>
  )
}

export function DeleteForm({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const navigate = useNavigate()
  const { remove } = useFormMoves()
  const state = useAllowed('wordings.manage', remove.isPending)
  if (form.state !== 'draft') return null
  return (
    <Stack gap="xs" align="flex-start">
      <AskTwice
        label={w.remove}
        what={w.removeWhat}
        sure={w.removeSure}
        keep={w.keep}
        state={state}
        onSure={() => remove.mutate(form.id, { onSuccess: () => navigate(paths.forms) })}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}
