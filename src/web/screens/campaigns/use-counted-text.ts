// The text as the server will count it, with an example name,
// by the route that it most likely takes.
import { readTemplate, render } from '../../../sending/contract.ts'
import { useSession } from '../../data/session.tsx'
import { countedText, countingRoute } from './counted-text.ts'
import { useRoutes } from './queries.ts'

const example = { first_name: 'Camille', last_name: 'Martin' }

export function useCountedText(text: string, messageClass: string) {
  const { me } = useSession()
  const routes = useRoutes().data?.items ?? []
  const isSandboxAccount = me.account.kind === 'sandbox'
  const route = countingRoute(routes, { class: messageClass, isSandboxAccount })
  const template = readTemplate(text)
  const filled = template.ok ? render(template.pieces, example).text : text
  return countedText(filled, messageClass, route)
}
