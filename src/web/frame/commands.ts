// What can be done from the search, each only for who may.
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import type { Right } from '../../kernel/index.ts'
import { useLanguage } from '../data/language.tsx'
import { useSession, useSessionActions } from '../data/session.tsx'
import { paths } from '../paths.ts'
import { addPersonPlace } from '../paths-of-figures.ts'
import { placeOf } from '../ui/section-place.ts'
import { tokenPageWords } from '../words/developers/api.ts'
import { commandWords } from '../words/finding/commands.ts'
import { own } from '../words/own.ts'

export type Command = {
  key: string
  label: string
  /** Other words by which it is found. */
  also: string
  /** Null: one stays where one is. */
  to: string | null
  needs: Right | null
  onlySandbox?: boolean
  act?: () => void
}

export function useCommands(): Command[] {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const { logOut } = useSessionActions()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const w = words.overview
  const c = own(words, commandWords)
  const { also } = c
  const goes = (key: string, label: string, to: string, needs: Right, others = ''): Command => ({
    ...{ key, label, also: others, to, needs },
  })
  const stays = (key: string, label: string, others: string, act: () => void): Command => ({
    ...{ key, label, also: others, to: null, needs: null, act },
  })
  const users = `${paths.settings}#${placeOf(words.settings.users)}`
  const token = `${paths.tokens}#${placeOf(own(words, tokenPageWords).make)}`
  const all: Command[] = [
    goes('new-campaign', w.newCampaign, paths.newCampaign(), 'campaigns.prepare'),
    goes('new-message', c.newMessage, paths.newMessage, 'messages.send', also.newMessage),
    goes('import', w.importFile, paths.imports, 'imports.run'),
    goes('add-person', c.addPerson, addPersonPlace, 'contacts.write', also.addPerson),
    goes('new-segment', c.newSegment, paths.newSegment, 'contacts.write', also.newSegment),
    goes('new-template', c.newTemplate, paths.newTemplate, 'campaigns.prepare', also.newTemplate),
    goes(
      ...(['new-recurring', c.newRecurring, paths.newRecurring, 'campaigns.prepare'] as const),
      also.newRecurring,
    ),
    goes('new-wording', w.newWording, paths.newWording, 'wordings.manage'),
    goes('invite', c.invite, users, 'account.manage', also.invite),
    goes('new-token', c.newToken, token, 'tokens.manage', also.newToken),
    { ...goes('send-one', w.sendOne, paths.tryOne, 'messages.send'), onlySandbox: true },
    stays('theme', isDark ? c.light : c.dark, also.theme, () =>
      setColorScheme(isDark ? 'light' : 'dark'),
    ),
    stays('log-out', words.logout, also.logOut, () => void logOut()),
  ]
  const isTrial = me.account.kind === 'sandbox'
  return all.filter(
    ({ needs, onlySandbox }) => (needs === null || may(needs)) && (isTrial || onlySandbox !== true),
  )
}
