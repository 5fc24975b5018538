// The way to a first campaign: each step ticks itself, and the list goes once all are done.
import { Anchor, Group, List, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { FirstStepsView } from '../../../overview/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { useFirstSteps } from './queries.ts'

type Step = { of: keyof FirstStepsView; to: string; title: string; text: string }

function OneStep({ step, number, isDone }: { step: Step; number: number; isDone: boolean }) {
  const { words } = useLanguage()
  const w = words.overview
  return (
    <List.Item
      icon={
        <ThemeIcon
          radius="xl"
          size={28}
          variant={isDone ? 'filled' : 'light'}
          {...(isDone ? { color: 'green.8' } : {})}
          aria-hidden
        >
          {isDone ? <IconCheck size={16} /> : number}
        </ThemeIcon>
      }
    >
      <Anchor component={Link} to={step.to} fw={600}>
        {step.title}
      </Anchor>
      <VisuallyHidden> ({isDone ? w.stepDone : w.stepTodo})</VisuallyHidden>
      {isDone ? null : (
        <Text size="sm" c="dimmed">
          {step.text}
        </Text>
      )}
    </List.Item>
  )
}

export function FirstSteps() {
  const { words } = useLanguage()
  const { data } = useFirstSteps()
  const w = words.home
  const { me, may } = useSession()
  const isTrial = me.account.kind === 'sandbox' && may('messages.send')
  const { step, stepText } = words.tryOne
  const steps: Step[] = [
    ...(isTrial ? [{ of: 'tried' as const, to: paths.tryOne, title: step, text: stepText }] : []),
    { of: 'sender', to: paths.settings, title: w.stepSender, text: w.stepSenderText },
    { of: 'wording', to: paths.wordings, title: w.stepWording, text: w.stepWordingText },
    { of: 'contacts', to: paths.imports, title: w.stepImport, text: w.stepImportText },
    { of: 'campaign', to: paths.newCampaign(), title: w.stepCampaign, text: w.stepCampaignText },
  ]
  // Nothing is said of steps while it is not known which are done.
  if (data === undefined || steps.every(({ of }) => data[of])) return null
  return (
    <Section title={w.steps}>
      <Stack>
        <Group>
          <List type="ordered" listStyleType="none" spacing="md">
            {steps.map((step, index) => (
              <OneStep key={step.of} step={step} number={index + 1} isDone={data[step.of]} />
            ))}
          </List>
        </Group>
      </Stack>
    </Section>
  )
}
