// The forms that ask for consent: their state, their addresses, and the way to each.
import { Button, Group, Paper, Stack, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { FormView } from '../../../preferences/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { formsWords } from '../../words/consent/forms.ts'
import { own } from '../../words/own.ts'
import { Defects, FormBadge, MoveForm } from './form-acts.tsx'
import { FormAddresses } from './form-addresses.tsx'
import { useForms } from './queries.ts'

function FormCard(props: { form: FormView }) {
  const { language, words } = useLanguage()
  const w = own(words, formsWords)
  const { form } = props
  const open = form.state === 'draft' ? w.edit : form.state === 'open' ? w.see : w.look
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {form.name}
          </Title>
          <FormBadge form={form} />
        </Group>
        <Defects form={form} />
        <FormAddresses form={form} />
        <Group align="flex-start">
          <Button component={Link} to={paths.form(form.id)} variant="default">
            {`${open}${colon(language)} ${form.name}`}
          </Button>
          <MoveForm form={form} />
        </Group>
      </Stack>
    </Paper>
  )
}

export function FormsScreen() {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const forms = useForms()
  const create = (
    <Button component={Link} to={paths.newForm}>
      {w.create}
    </Button>
  )
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
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
    </Page>
  )
}
