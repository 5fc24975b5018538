// A text with its places, those of the account's custom fields included.
import { readTemplate, type Template } from '../../../sending/contract.ts'
import { useSession } from '../../data/session.tsx'
import { useCustomFields } from '../contacts/custom-field-queries.ts'

export function useTemplate(text: string): Template {
  const { me } = useSession()
  const fields = useCustomFields().data ?? []
  return readTemplate(text, { fields, language: me.account.language })
}
