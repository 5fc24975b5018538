// The page of a form as people see it, for whoever writes it: nothing can be sent from it.
import { numberStatements } from '../../countries/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { FormPreview } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { formPage } from '../form-html.ts'
import type { ShownForm } from '../manage-forms.ts'

/** Without a seal, the server takes nothing from it; a link opens beside the page and not in it. */
export function previewOf(
  deps: Pick<PreferencesDeps, 'clock'>,
  shown: ShownForm,
  chosen: Language | undefined,
): FormPreview {
  const language = chosen ?? shown.form.language
  const found = numberStatements(shown.account.country, deps.clock.now())
  const statements = found.map((one) => one[language])
  const page = formPage({ shown, language, seal: '', statements }, null)
  return { language, html: page.replace('<head>', '<head>\n<base target="_blank">') }
}
