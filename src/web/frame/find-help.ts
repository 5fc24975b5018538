// Help texts for the search: questions of the screens that somebody may open, in both languages.
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { screens, type Topic, topics } from '../help/topics.ts'
import { navigation } from '../navigation.ts'
import { paths } from '../paths.ts'

/** Of what has no entry in the navigation, the one it is reached by. */
const elsewhere: Partial<Record<Topic, string>> = {
  write: paths.campaigns,
  campaign: paths.campaigns,
  results: paths.campaigns,
  person: paths.contacts,
  customFields: paths.contacts,
  deletion: paths.settings,
  notifications: paths.profile,
  tryOne: paths.sandbox,
}

/** The screen of the navigation at which its help opens. */
const screenOf = (topic: Topic): string | undefined =>
  elsewhere[topic] ?? screens.find(([, of]) => of === topic)?.[0].replace('/*', '')

const both = async () => {
  const [en, fr] = await Promise.all([import('../help/texts-en.ts'), import('../help/texts-fr.ts')])
  return { en: en.texts, fr: fr.texts }
}

type HelpFound = { key: string; question: string; screen: string; also: string; to: string }

/** Nothing before the texts have come: they are asked for with the first search. */
export function useHelpTexts(isAsked: boolean): HelpFound[] {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const { data } = useQuery({
    queryKey: ['help', 'both'],
    queryFn: both,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isAsked,
  })
  if (data === undefined) return []
  const entries = navigation.flatMap((group) => group.entries)
  return topics.flatMap((topic: Topic) => {
    const path = screenOf(topic)
    const entry = entries.find((one) => one.path === path)
    if (path === undefined || entry === undefined || (entry.needs !== null && !may(entry.needs)))
      return []
    const other = language === 'en' ? data.fr : data.en
    return data[language][topic].map(([question], index) => ({
      key: `help-${topic}-${index}`,
      question,
      screen: words.navigation[entry.label],
      also: other[topic][index]?.[0] ?? '',
      to: path,
    }))
  })
}
