// Send yourself one: the message on a drawn telephone, its story beside it, and an answer to it.
import {
  Anchor,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Timeline,
  Title,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import './try.css'
import type { MessageStory } from '../../../sending/contract.ts'
import { exactTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { StateBadge } from '../messages/state-badge.tsx'
import { Phone } from './phone.tsx'
import { useAnswers, useHandsetReply, useStory } from './queries.ts'
import { TryForm } from './try-form.tsx'

function Story({ story }: { story: MessageStory }) {
  const { language, words } = useLanguage()
  const w = words.tryOne
  return (
    <Paper withBorder p="lg" component="section" aria-label={w.story}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {w.story}
        </Title>
        <div role="status">
          <StateBadge state={story.message.state} />
        </div>
      </Group>
      <Timeline active={story.steps.length} bulletSize={12} lineWidth={2}>
        {story.steps.map((step) => (
          <Timeline.Item
            key={`${step.step} ${step.at} ${step.part ?? ''} ${step.sentence}`}
            title={words.messages.stepNames[step.step]}
          >
            <Text size="sm">{withInstants(language, step.sentence)}</Text>
            <Text size="xs" c="dimmed">
              <time dateTime={step.at}>{exactTime(language, step.at)}</time>
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      <Anchor
        component={Link}
        to={paths.message(story.message.id)}
        size="sm"
        mt="md"
        display="block"
      >
        {w.wholeStory}
      </Anchor>
    </Paper>
  )
}

function ReplyForm(props: { isBusy: boolean; error: unknown; send: (text: string) => void }) {
  const { words } = useLanguage()
  const w = words.tryOne
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.send(text.trim())
    setText('')
  }
  return (
    <Stack gap="xs" component="section" aria-label={w.reply}>
      <Title order={2} size="h5">
        {w.reply}
      </Title>
      <Group gap="xs">
        {[w.replyStop, w.replyThanks].map((one) => (
          <Button
            key={one}
            variant="default"
            size="xs"
            loading={props.isBusy}
            onClick={() => props.send(one)}
          >
            {one}
          </Button>
        ))}
      </Group>
      <form onSubmit={submit}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={w.replyText}
            required
            maxLength={160}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={props.isBusy}>
            {w.replySend}
          </Button>
        </Group>
      </form>
      {props.error ? <Failed error={props.error} /> : null}
    </Stack>
  )
}

function Sent({ id, text, story }: { id: string; text: string; story: MessageStory }) {
  const { words } = useLanguage()
  const w = words.tryOne
  const [said, setSaid] = useState<string[]>([])
  const reply = useHandsetReply(id)
  const { message } = story
  const answers = useAnswers(message.contactId, said.length > 0).data ?? []
  const isThere = message.state === 'delivered'
  // The newest comes first; answers are taken in the order in which they were given.
  const kindOf = (index: number) => [...answers].reverse()[index]?.kind
  const bubbles = [
    ...(isThere ? [{ key: 'message', text, isMine: false }] : []),
    ...said.map((one, index) => {
      const kind = kindOf(index)
      const note =
        kind === undefined ? w.replyWaits : fill(w.replied, { kind: words.replies.kinds[kind] })
      return { key: `${index} ${one}`, text: one, isMine: true, note }
    }),
  ]
  const send = (answer: string) =>
    reply.mutate(answer, { onSuccess: () => setSaid((before) => [...before, answer]) })
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack>
        <Phone
          sender={message.sender}
          bubbles={bubbles}
          empty={message.finalAt === null ? w.underWay : w.notThere}
        />
        {isThere ? <ReplyForm isBusy={reply.isPending} error={reply.error} send={send} /> : null}
        {said.length > 0 ? (
          <Anchor component={Link} to={paths.inbox} size="sm">
            {w.toReplies}
          </Anchor>
        ) : null}
      </Stack>
      <Story story={story} />
    </SimpleGrid>
  )
}

function Trial(props: { id: string; text: string }) {
  const story = useStory(props.id)
  return <Answer query={story}>{(data) => <Sent {...props} story={data} />}</Answer>
}

export function TryScreen() {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = words.tryOne
  const [sent, setSent] = useState<{ id: string; text: string } | null>(null)
  const again = (
    <Button variant="default" onClick={() => setSent(null)}>
      {w.again}
    </Button>
  )
  return (
    <Page title={w.title} lead={w.lead} actions={sent === null ? null : again}>
      {me.account.kind !== 'sandbox' ? (
        <Empty title={w.onlySandbox} text={w.onlySandboxText} />
      ) : sent === null ? (
        <div className="accord-measure">
          <TryForm onSent={({ id }, text) => setSent({ id, text })} />
        </div>
      ) : (
        <Trial key={sent.id} {...sent} />
      )}
    </Page>
  )
}
