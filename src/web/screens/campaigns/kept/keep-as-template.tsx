// Saves the text of a campaign as a template, without leaving the campaign.
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { TemplateView } from '../../../../campaigns/contract.ts'
import type { BodyOf } from '../../../data/api.ts'
import { call } from '../../../data/client.ts'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { keptDraftWords } from '../../../words/sending/kept-draft.ts'
import type { Draft } from '../draft.ts'

export function KeepAsTemplate(props: { draft: Draft; onKept(template: TemplateView): void }) {
  const { words } = useLanguage()
  const w = own(words, keptDraftWords)
  const queries = useQueryClient()
  const { draft, onKept } = props
  const [name, setName] = useState<string | null>(null)
  const keep = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/templates'>) => call('POST /v1/templates', { body }),
    onSuccess: async (template) => {
      setName(null)
      await queries.invalidateQueries({ queryKey: ['templates'] })
      onKept(template)
    },
  })
  const state = useAllowed('campaigns.prepare', keep.isPending)
  const { class: messageClass, text } = draft
  if (text.trim() === '' || messageClass === '') return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    keep.mutate({ name: (name ?? '').trim(), class: messageClass, text })
  }
  return (
    <Stack gap={4} align="flex-start">
      <Button size="compact-sm" variant="subtle" onClick={() => setName(draft.name)}>
        {w.keepAsTemplate}
      </Button>
      {keep.data ? (
        <Text size="sm" role="status">
          {fill(w.templateKept, { name: keep.data.name })}
        </Text>
      ) : null}
      <Dialog title={w.keepAsTemplate} opened={name !== null} onClose={() => setName(null)}>
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={w.templateName}
              required
              maxLength={120}
              value={name ?? ''}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {keep.error ? <Failed error={keep.error} /> : null}
            <ActionButton submit label={words.compose.templates.save} state={state} />
          </Stack>
        </form>
      </Dialog>
    </Stack>
  )
}
