// What the user's own role asks them to know: read here, or attended, and confirmed by themselves.
import { Group, Stack, Text, Title } from '@mantine/core'
import type { OwnTrainingItem } from '../../../accountability/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useAttest, useOwnTraining, useTrainingWords } from './queries.ts'
import { Standing } from './standing.tsx'

function Item({ item }: { item: OwnTrainingItem }) {
  const { language } = useLanguage()
  const w = useTrainingWords()
  const attest = useAttest()
  const state = useAllowed('account.read', attest.isPending)
  const { scope, topic, standing, session } = item
  const { name, text } = topic
  const confirm = (sessionId: string | null) => attest.mutate({ scope, topic: topic.id, sessionId })
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Group gap="xs">
        <Title order={3} size="h6">
          {name}
        </Title>
        <Standing standing={standing} />
      </Group>
      <Text size="sm" className="accord-story">
        {text}
      </Text>
      {session === null ? null : (
        <Stack gap="xs">
          <Text size="sm">
            {fill(w.sessionSaid, {
              day: date(language, session.heldOn),
              trainer: session.trainer,
            })}{' '}
            {session.content}
          </Text>
          <ActionButton
            size="sm"
            label={fill(w.attendedOf, { name, day: date(language, session.heldOn) })}
            state={state}
            onPress={() => confirm(session.id)}
          />
        </Stack>
      )}
      {standing.state === 'valid' ? null : (
        <ActionButton
          size="sm"
          variant="default"
          label={fill(w.readOf, { name })}
          state={state}
          onPress={() => confirm(null)}
        />
      )}
      {attest.error ? <Failed error={attest.error} /> : null}
    </Stack>
  )
}

function Items({ items }: { items: readonly OwnTrainingItem[] }) {
  const w = useTrainingWords()
  if (items.length === 0) return <Empty title={w.ownEmpty} text={w.ownEmptyText} />
  const titles = { account: w.ofAccount, installation: w.ofInstallation }
  return (['account', 'installation'] as const).map((scope) => {
    const own = items.filter((one) => one.scope === scope)
    return own.length === 0 ? null : (
      <Section key={scope} title={titles[scope]} narrow>
        {own.map((item) => (
          <Item key={item.topic.id} item={item} />
        ))}
      </Section>
    )
  })
}

export function OwnTrainingScreen() {
  const w = useTrainingWords()
  return (
    <Page title={w.ownTitle} lead={w.ownLead}>
      <Answer query={useOwnTraining()}>{({ items }) => <Items items={items} />}</Answer>
    </Page>
  )
}
