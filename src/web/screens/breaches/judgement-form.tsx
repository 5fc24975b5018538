// What an account decides of a breach of which it was told.
import { Fieldset, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AccountBreachView } from '../../../disclosure/contract.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { judgementDraftOf, judgementOf } from './breach-draft.ts'
import { Counts, Judged, Said } from './judgement-fields.tsx'
import { useJudge } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

export function JudgementForm({ breach }: { breach: AccountBreachView }) {
  const w = useBreachWords()
  const judge = useJudge(breach.id)
  const [draft, setDraft] = useState(() => judgementDraftOf(breach.judgement))
  // What was read when the form was opened: who saves over what somebody saved since is told.
  const [recordId, setRead] = useState(breach.recordId)
  const state = useAllowed('registers.manage', judge.isPending)
  const part = {
    draft,
    change: (changed: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changed })),
  }
  return (
    <RecordForm
      label={w.own.judgement}
      save={w.form.save}
      state={state}
      error={judge.error}
      done={judge.isSuccess ? w.form.saved : null}
      onSubmit={() =>
        judge.mutate(
          { ...judgementOf(draft, breach.judgement), recordId },
          { onSuccess: (saved) => setRead(saved.recordId) },
        )
      }
    >
      <Fieldset legend={w.form.written}>
        <Stack>
          <TextInput
            type="datetime-local"
            label={w.own.knownAt}
            description={w.own.knownAtHelp}
            value={draft.knownAt}
            onChange={(event) => part.change({ knownAt: event.currentTarget.value })}
          />
          <Counts {...part} />
          <Said {...part} whose="account" />
        </Stack>
      </Fieldset>
      <Judged {...part} />
    </RecordForm>
  )
}
