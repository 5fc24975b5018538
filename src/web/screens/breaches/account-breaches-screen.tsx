// The breaches of which the account was told, with its own figures and its own letters.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { type AccountBreach, breachLetters } from '../../../disclosure/contract.ts'
import { addressOf } from '../../data/client.ts'
import { dateTime, listed } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { Folded } from '../../ui/folded.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { BreachFields, FieldCounts } from './breach-fields.tsx'
import { BreachStateBadge } from './breaches-screen.tsx'
import { useOwnBreaches } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

function Letters({ breach }: { breach: AccountBreach }) {
  const { language: read } = useLanguage()
  const w = useBreachWords()
  return (
    <Stack gap="xs">
      {breachLetters.map((letter) => {
        const lacks = breach.lacks[letter]
        const name = w.letterNames[letter]
        if (lacks.length > 0) {
          const all = lacks.map((one) => one.text)
          const text = fill(w.lacks, { lacks: listed(read, all) })
          return (
            <Text key={letter} size="sm">
              {name}. {text}
            </Text>
          )
        }
        return (
          <Group key={letter}>
            {(['fr', 'en'] as const).flatMap((language) => {
              const query = { breach: breach.id, letter, language }
              const said = { letter: name, language: w.languages[language] }
              return [
                <Anchor
                  key={language}
                  download
                  href={addressOf('GET /v1/account-breaches/letter.html', { query })}
                >
                  {fill(w.own.print, said)}
                </Anchor>,
                <Anchor
                  key={`${language}-pdf`}
                  download
                  href={addressOf('GET /v1/account-breaches/letter.pdf', { query })}
                >
                  {fill(w.own.pdf, said)}
                </Anchor>,
              ]
            })}
          </Group>
        )
      })}
    </Stack>
  )
}

function One({ breach }: { breach: AccountBreach }) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const told = fill(w.own.told, {
    day: dateTime(language, breach.toldAt),
    due: dateTime(language, breach.dueAt),
    authority: breach.authority,
  })
  return (
    <Section title={fill(w.own.item, { number: String(breach.number) })} lead={told}>
      <Group>
        <BreachStateBadge state={breach.state} />
        <FieldCounts fields={breach.fields} />
      </Group>
      <Letters breach={breach} />
      <Folded title={w.fields}>
        <BreachFields fields={breach.fields} />
      </Folded>
    </Section>
  )
}

function Told() {
  const w = useBreachWords().own
  return (
    <Answer query={useOwnBreaches()}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={w.empty} text={w.emptyText} />
        ) : (
          items.map((breach) => <One key={breach.id} breach={breach} />)
        )
      }
    </Answer>
  )
}

export function AccountBreachesScreen() {
  const { may } = useSession()
  const w = useBreachWords().own
  if (!may('registers.manage')) {
    return (
      <Page title={w.title}>
        <NotAllowed right="registers.manage" />
      </Page>
    )
  }
  return (
    <Page title={w.title} lead={w.lead}>
      <Told />
    </Page>
  )
}
