// Where the public notice of the account is, and how much it still lacks.
import { Anchor, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

export function PublicNoticeSection() {
  const { language, words } = useLanguage()
  const w = words.publicNotice
  const notice = useQuery({
    queryKey: ['public-notice', 'settings', language],
    queryFn: () => call('GET /v1/public-notice'),
  })
  return (
    <Section narrow title={w.settings} lead={w.settingsLead}>
      <Answer query={notice}>
        {({ path, lacks }) => (
          <Group>
            <Anchor href={`${path}?lang=${language}`} target="_blank" rel="noopener">
              {w.open}
            </Anchor>
            <Anchor href={`${path}/request?lang=${language}`} target="_blank" rel="noopener">
              {w.requestPage}
            </Anchor>
            <Anchor component={Link} to={paths.publicNotice}>
              {w.preview}
            </Anchor>
            <Text size="sm">
              {lacks.length === 0
                ? w.lacksNone
                : fill(w.settingsLacks, { count: count(language, lacks.length) })}
            </Text>
          </Group>
        )}
      </Answer>
    </Section>
  )
}
