// The words of the screens of breaches, in the language of whoever reads them.
import { useLanguage } from '../../data/language.tsx'
import { breachesWords } from '../../words/compliance/breaches.ts'

export const useBreachWords = () => breachesWords[useLanguage().language]
