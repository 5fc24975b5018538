// The forms that ask for consent, their addresses, and which evidence is enough.
import { Alert, Anchor, Button, Code, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { FormView } from '../../../preferences/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import { EndingSection } from './ending-section.tsx'
import { HoldsSection } from './holds-section.tsx'
import { KeywordsSection } from './keywords-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { useForms, useMoveForm } from './queries.ts'

const meanings: Record<FormView['state'], Meaning> = {
  draft: 'neutral',
  open: 'good',
  closed: 'neutral',
}

function Moving(props: { form: FormView }) {
  const { language, words } = useLanguage()
  const w = words.forms
  const { form } = props
  const move = useMoveForm(form.id)
  const lacking = form.defects.length > 0 ? w.defects : null
  const state = useAllowed('wordings.manage', move.isPending, lacking)
  if (form.state === 'closed') return null
  const isDraft = form.state === 'draft'
  return (
    <>
      <ActionButton
        label={`${isDraft ? w.open : w.close}${colon(language)} ${form.name}`}
        variant={isDraft ? 'filled' : 'default'}
        state={state}
        onPress={() => move.mutate(isDraft ? 'open' : 'close')}
      />
      {move.error ? <Failed error={move.error} /> : null}
    </>
  )
}

function FormCard(props: { form: FormView }) {
  const { language, words } = useLanguage()
  const w = words.forms
  const { form } = props
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {form.name}
          </Title>
          <StatusBadge meaning={meanings[form.state]}>{w.state[form.state]}</StatusBadge>
        </Group>
        {form.defects.length > 0 ? (
          <Alert color="red" title={w.defects}>
            <List size="sm">
              {form.defects.map(({ refusal, mend }) => (
                <List.Item key={refusal}>{mend}</List.Item>
              ))}
            </List>
          </Alert>
        ) : null}
        {form.state === 'open' ? (
          <>
            <Text size="sm">
              {w.address}
              {colon(language)} <Anchor href={form.url}>{form.url}</Anchor>
            </Text>
            <Text size="sm">
              {w.embed}
              {colon(language)} <Code>{form.embed}</Code>
            </Text>
          </>
        ) : null}
        <Moving form={form} />
      </Stack>
    </Paper>
  )
}

export function FormsScreen() {
  const { words } = useLanguage()
  const w = words.forms
  const forms = useForms()
  const create = (
    <Button component={Link} to={paths.newForm}>
      {w.create}
    </Button>
  )
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
      <Stack>
        <Answer query={forms}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={w.empty} text={w.emptyText} />
            ) : (
              <Stack>
                {items.map((form) => (
                  <FormCard key={form.id} form={form} />
                ))}
              </Stack>
            )
          }
        </Answer>
        <KeywordsSection />
        <EndingSection />
        <PolicySection />
        <HoldsSection />
      </Stack>
    </Page>
  )
}
