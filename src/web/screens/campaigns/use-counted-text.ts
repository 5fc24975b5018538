// The text as the server will count it, with an example name,
// by the route that it most likely takes.
import { exampleOf, render } from '../../../sending/contract.ts'
import { useSession } from '../../data/session.tsx'
import { countedText, countingRoute } from './counted-text.ts'
import { useRoutes } from './queries.ts'
import { useTemplate } from './use-template.ts'

export function useCountedText(text: string, messageClass: string) {
  const { me } = useSession()
  const routes = useRoutes().data?.items ?? []
  const isSandboxAccount = me.account.kind === 'sandbox'
  const route = countingRoute(routes, { class: messageClass, isSandboxAccount })
  const template = useTemplate(text)
  const filled = template.ok ? render(template.pieces, exampleOf(template.pieces)).text : text
  return countedText(filled, messageClass, route)
}
