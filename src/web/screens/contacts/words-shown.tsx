// The words that a person saw or heard when they agreed, exactly as they were shown.
import { Blockquote, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContactConsents } from '../../../consent/contract.ts'
import { call } from '../../data/client.ts'
import { dayOrTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

export function WordsShown(props: { consents: ContactConsents }) {
  const { language, words } = useLanguage()
  const w = words.people
  const wordings = useQuery({
    queryKey: ['wordings', 'shown'],
    queryFn: async () => (await call('GET /v1/wordings')).items,
  })
  const states = props.consents.states.filter(({ wordingId }) => wordingId !== null)
  if (states.length === 0) return null
  return (
    <Section title={w.wordsShown} lead={w.wordsShownLead}>
      <Answer query={wordings}>
        {(all) => (
          <Stack>
            {states.map((state) => {
              const wording = all.find(({ id }) => id === state.wordingId)
              if (wording === undefined) return null
              const { version, medium } = wording
              const since = state.since === null ? '' : dayOrTime(language, state.since)
              const about = { name: wording.name, version: String(version), since }
              return (
                <Blockquote
                  key={`${state.controllerId} ${state.channel} ${state.purpose}`}
                  p="md"
                  cite={`${fill(w.wordsShownBy, about)} · ${words.wordings.media[medium]}`}
                >
                  <Text className="accord-story" lang={wording.language}>
                    {wording.shownText}
                  </Text>
                </Blockquote>
              )
            })}
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
