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

const goes = (key: string, label: string, to: string, also: string) => ({ key, label, also, to })

export function useCommands(): Command[] {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const { logOut } = useSessionActions()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const w = words.overview
  const c = own(words, commandWords)
  const { also } = c
  const stays = (key: string, label: string, others: string, act: () => void): Command => ({
    ...{ key, label, also: others, to: null, needs: null, act },
  })
  const users = `${paths.settings}#${placeOf(words.settings.users)}`
  const token = `${paths.tokens}#${placeOf(own(words, tokenPageWords).make)}`
  const all: Command[] = [
    { ...goes('new-campaign', w.newCampaign, paths.newCampaign(), ''), needs: 'campaigns.prepare' },
    {
      ...goes('new-message', c.newMessage, paths.newMessage, also.newMessage),
      needs: 'messages.send',
    },
    { ...goes('import', w.importFile, paths.imports, ''), needs: 'imports.run' },
    { ...goes('add-person', c.addPerson, addPersonPlace, also.addPerson), needs: 'contacts.write' },
    {
      ...goes('new-segment', c.newSegment, paths.newSegment, also.newSegment),
      needs: 'contacts.write',
    },
    {
      ...goes('new-template', c.newTemplate, paths.newTemplate, also.newTemplate),
      needs: 'campaigns.prepare',
    },
    {
      ...goes('new-recurring', c.newRecurring, paths.newRecurring, also.newRecurring),
      needs: 'campaigns.prepare',
    },
    { ...goes('new-wording', w.newWording, paths.newWording, ''), needs: 'wordings.manage' },
    { ...goes('invite', c.invite, users, also.invite), needs: 'account.manage' },
    { ...goes('new-token', c.newToken, token, also.newToken), needs: 'tokens.manage' },
    { ...goes('send-one', w.sendOne, paths.tryOne, ''), needs: 'messages.send', onlySandbox: true },
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
