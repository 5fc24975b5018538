// No valid contract with the supplier, no route; no route, no message (invariant 12).
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const route: GateCheck = {
  name: 'route',
  ask: ({ text }) => {
    if (text.route === 'missing') return refuse('route_missing')
    if (text.route === 'without_contract') return refuse('route_without_contract')
    if (text.route === 'barred') return refuse('route_barred')
    return text.route === 'closed' ? refuse('route_closed') : passed
  },
}
