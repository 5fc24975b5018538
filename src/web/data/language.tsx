// The reader's language: kept in the browser, French first, changed by the switch in the header.
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  Suspense,
  startTransition,
  use,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Words, wordsIn } from '../words/index.ts'
import { setApiLanguage } from './client.ts'

export type Language = 'fr' | 'en'
type LanguageChoice = { language: Language; words: Words; choose: (language: Language) => void }

const storageKey = 'accord.language'

function firstLanguage(): Language {
  const kept = window.localStorage.getItem(storageKey)
  if (kept === 'fr' || kept === 'en') return kept
  return window.navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

const Context = createContext<LanguageChoice | null>(null)

/** Nothing is drawn before the words are there. */
export function LanguageProvider(props: { children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <InLanguage>{props.children}</InLanguage>
    </Suspense>
  )
}

function InLanguage(props: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const words = use(wordsIn(language))
  setApiLanguage(language)
  const queries = useQueryClient()
  const answered = useRef(language)
  useEffect(() => {
    // What the server said stands in the language that it was asked in: it is asked again.
    if (answered.current === language) return
    answered.current = language
    queries.removeQueries({ type: 'inactive' })
    void queries.invalidateQueries()
  }, [language, queries])
  useEffect(() => {
    document.documentElement.lang = language
    window.localStorage.setItem(storageKey, language)
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      words,
      // Kept at once, also for whoever goes on before the words of the other language are there;
      // until then the screen stays as it is.
      choose: (next: Language) => {
        window.localStorage.setItem(storageKey, next)
        startTransition(() => setLanguage(next))
      },
    }),
    [language, words],
  )
  return <Context.Provider value={choice}>{props.children}</Context.Provider>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Context)
  if (!choice) throw new Error('useLanguage stands outside LanguageProvider')
  return choice
}

/** The sentences of the chosen language. */
export function useWords(): Words {
  return useLanguage().words
}
