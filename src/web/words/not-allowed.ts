// The sentence for what a role does not allow, and whom to ask.
import type { Right } from '../../kernel/index.ts'
import { fill } from './fill.ts'
import type { Words } from './index.ts'

export function notAllowed({ access }: Words, right: Right): string {
  const act = access.rights[right]
  const whom = right === 'installation.manage' ? access.askInstallation : access.askOwner
  // The table begins each act with a capital, for a list; here it stands within a sentence.
  return fill(access.notAllowed, { act: act.charAt(0).toLowerCase() + act.slice(1), whom })
}
