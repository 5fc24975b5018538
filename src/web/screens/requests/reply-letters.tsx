// Letters on paper for whoever wrote by post, as the request stands: printed and addressed by hand.
import { Group, Select, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestDetail, RequestLetterKind } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { saveLetter } from './request-queries.ts'

type Lang = 'fr' | 'en'

/** Each once its step is done. */
function lettersOf(request: RequestDetail): RequestLetterKind[] {
  const { answer, outcome, extendedAt, steps, asker, pausedAt } = request
  if (outcome === 'by_mistake') return []
  return [
    'acknowledgement',
    ...(asker !== null && pausedAt !== null ? (['details'] as const) : []),
    ...(extendedAt === null ? [] : (['extension'] as const)),
    ...(answer === 'done' ? (['answer'] as const) : []),
    ...(answer === 'refused' ? (['refusal'] as const) : []),
    ...(steps.some(({ kind }) => kind === 'lifted') ? (['lifting'] as const) : []),
  ]
}

export function ReplyLetters({ request }: { request: RequestDetail }) {
  const { language: reader, words } = useLanguage()
  const w = own(words, requestWords)
  const [language, setLanguage] = useState<Lang>(request.language ?? reader)
  const make = useMutation({
    mutationFn: (what: RequestLetterKind) => saveLetter(request.id, what, language),
  })
  const state = useAllowed('consent.record', make.isPending)
  return (
    <Section title={w.replies}>
      <Text size="sm">
        {request.asker === null ? w.repliesLead : own(words, noContactWords).lettersLead}
      </Text>
      <Select
        label={w.language}
        value={language}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
      />
      <Group gap="sm">
        {lettersOf(request).map((what) => (
          <ActionButton
            key={what}
            size="xs"
            variant="default"
            label={w.replyLetters[what]}
            state={state}
            onPress={() => make.mutate(what)}
          />
        ))}
      </Group>
      {make.error === null ? null : <Failed error={make.error} />}
    </Section>
  )
}
