// A day as a sentence says it: in French the first of a month has an ordinal number.

const months = 'janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc'
const firstOfMonth = new RegExp(`(?<!\\d)1(?=[ \u00a0\u202f](?:${months}))`, 'g')

/** `written`: by `Intl.DateTimeFormat`, whose “1 décembre” is “1er décembre” in French. */
export const saidDay = (language: 'fr' | 'en', written: string): string =>
  language === 'fr' ? written.replace(firstOfMonth, '1er') : written
