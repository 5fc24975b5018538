// Writes a new form from published wordings, with its privacy notice.
import { Paper } from '@mantine/core'
import { useNavigate } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { formsWords } from '../../words/consent/forms.ts'
import { own } from '../../words/own.ts'
import { emptyDraft } from './form-draft.ts'
import { FormFields } from './form-fields.tsx'
import { useFormChoices, useFormMoves } from './queries.ts'

export function FormEditorScreen() {
  const { language, words } = useLanguage()
  const w = own(words, formsWords)
  const navigate = useNavigate()
  const choices = useFormChoices()
  const { create } = useFormMoves()
  return (
    <Page title={w.create} lead={w.lead}>
      <Paper withBorder p="lg">
        <Answer query={choices}>
          {({ wordings }) => (
            <FormFields
              start={emptyDraft(language)}
              controllerId={null}
              wordings={wordings}
              saving={create}
              save={(body) =>
                create.mutate(body, { onSuccess: ({ id }) => navigate(paths.form(id)) })
              }
            />
          )}
        </Answer>
      </Paper>
    </Page>
  )
}
