// The words of the screens of assessments, in the language of whoever reads them.
import { useLanguage } from '../../data/language.tsx'
import { impactWords } from '../../words/compliance/impact.ts'

export const useImpactWords = () => impactWords[useLanguage().language]
