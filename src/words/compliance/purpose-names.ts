// Purposes of consent as people say them, for pages and screens alike.
import type { Language } from '../../kernel/index.ts'

const names: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ...{ offers: 'offers', news: 'news', newsletter: 'newsletter' },
    ...{ events: 'events', reminders: 'reminders', surveys: 'surveys' },
    ...{ service: 'service messages', marketing: 'marketing' },
  },
  fr: {
    ...{ offers: 'offres', news: 'actualités', newsletter: 'lettre d’information' },
    ...{ events: 'événements', reminders: 'rappels', surveys: 'enquêtes' },
    ...{ service: 'messages de service', marketing: 'publicité' },
  },
}

/** An account's own word where it is none of ours. */
export const purposeWord = (language: Language, purpose: string): string =>
  names[language][purpose] ?? purpose
