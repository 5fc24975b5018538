// A day as a sentence says it: in French the first of a month has an ordinal number.

const firstOfMonth =
  /(?<!\d)1(?=[ \u00a0\u202f](?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/g

/** `written`: by `Intl.DateTimeFormat`, which writes “1 décembre” where French says “1er décembre”. */
export const saidDay = (language: 'fr' | 'en', written: string): string =>
  language === 'fr' ? written.replace(firstOfMonth, '1er') : written
