// One form: what it says and how people see it; a draft is written on, an open one corrected.
import { Anchor, Stack } from '@mantine/core'
import { Link, useParams } from 'react-router'
import type { FormView } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { formsWords } from '../../words/consent/forms.ts'
import { own } from '../../words/own.ts'
import { CorrectForm, EarlierNotices } from './correct-form.tsx'
import { CopyForm, Defects, DeleteForm, FormBadge, MoveForm } from './form-acts.tsx'
import { FormAddresses } from './form-addresses.tsx'
import { draftOf } from './form-draft.ts'
import { FormFields } from './form-fields.tsx'
import { FormPreview } from './form-preview.tsx'
import { useForm, useFormChoices, useFormMoves } from './queries.ts'

function WriteOn({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const choices = useFormChoices()
  const { change } = useFormMoves()
  return (
    <Section title={w.change}>
      <Answer query={choices}>
        {({ wordings }) => (
          <FormFields
            start={draftOf(form)}
            controllerId={form.controllerId}
            wordings={wordings}
            saving={change}
            save={(body) => change.mutate({ id: form.id, body })}
          />
        )}
      </Answer>
    </Section>
  )
}

export function FormScreen() {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const { id = '' } = useParams()
  const form = useForm(id)
  return (
    <Answer query={form} title={words.navigation.forms}>
      {(data) => (
        <Page
          title={data.name}
          lead={w.leads[data.state]}
          actions={
            <>
              <FormBadge form={data} />
              <CopyForm form={data} />
            </>
          }
        >
          <Anchor component={Link} to={paths.forms} size="sm">
            {w.all}
          </Anchor>
          <Stack>
            <Defects form={data} />
            <FormAddresses form={data} />
            <MoveForm form={data} />
          </Stack>
          <FormPreview key={`${data.id} ${data.language}`} form={data} />
          {data.state === 'draft' ? <WriteOn key={data.id} form={data} /> : null}
          {data.state === 'open' ? <CorrectForm key={data.id} form={data} /> : null}
          <EarlierNotices form={data} />
          <DeleteForm form={data} />
        </Page>
      )}
    </Answer>
  )
}
