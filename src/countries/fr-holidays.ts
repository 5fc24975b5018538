// French public holidays, computed: eleven national days, Alsace-Moselle, and the overseas days.
import { easterSunday, shift } from './easter.ts'
import type { CountryCode } from './number-reading.ts'
import type { BothLanguages, Holiday, Source } from './rules.ts'

/** Checked against etalab's library of official data (CC-BY, Etalab). */
export const holidaySource: Source = {
  title: 'Code du travail; jours fériés en France (Etalab)',
  article: 'L3133-1, L3134-13, L3422-2',
  url: 'https://github.com/etalab/jours-feries-france',
  checkedOn: '2026-11-24',
  evidence: 'second_hand',
}

type Fixed = { id: string; date: string; name: BothLanguages }
type Moving = { id: string; afterEaster: number; name: BothLanguages }

const fixed: readonly Fixed[] = [
  { id: 'new_year', date: '01-01', name: { fr: 'le jour de l’an', en: 'New Year’s Day' } },
  { id: 'labour_day', date: '05-01', name: { fr: 'la fête du Travail', en: 'Labour Day' } },
  { id: 'victory', date: '05-08', name: { fr: 'le 8 mai', en: 'Victory Day' } },
  { id: 'national_day', date: '07-14', name: { fr: 'le 14 juillet', en: 'Bastille Day' } },
  { id: 'assumption', date: '08-15', name: { fr: 'l’Assomption', en: 'Assumption Day' } },
  { id: 'all_saints', date: '11-01', name: { fr: 'la Toussaint', en: 'All Saints’ Day' } },
  { id: 'armistice', date: '11-11', name: { fr: 'le 11 novembre', en: 'Armistice Day' } },
  { id: 'christmas', date: '12-25', name: { fr: 'Noël', en: 'Christmas Day' } },
]

const moving: readonly Moving[] = [
  { id: 'easter_monday', afterEaster: 1, name: { fr: 'le lundi de Pâques', en: 'Easter Monday' } },
  { id: 'ascension', afterEaster: 39, name: { fr: 'l’Ascension', en: 'Ascension Day' } },
  { id: 'whit_monday', afterEaster: 50, name: { fr: 'le lundi de Pentecôte', en: 'Whit Monday' } },
]

const abolitionName: BothLanguages = {
  fr: 'l’abolition de l’esclavage',
  en: 'the Abolition of Slavery',
}
const abolitionDays: Readonly<Record<CountryCode, string>> = {
  YT: '04-27',
  MQ: '05-22',
  GP: '05-27',
  MF: '05-28',
  GF: '06-10',
  BL: '10-09',
  RE: '12-20',
}

export function frenchHolidays(
  year: number,
  territory: CountryCode,
  alsaceMoselle: boolean,
): readonly Holiday[] {
  const easter = easterSunday(year)
  const days: Holiday[] = [
    ...fixed.map(({ id, date, name }) => ({ id, name, date: `${year}-${date}` })),
    ...moving.map(({ id, name, afterEaster }) => ({ id, name, date: shift(easter, afterEaster) })),
  ]
  const abolition = abolitionDays[territory]
  if (abolition) days.push({ id: 'abolition', name: abolitionName, date: `${year}-${abolition}` })
  if (alsaceMoselle) {
    const goodFriday = { fr: 'le Vendredi saint', en: 'Good Friday' }
    days.push({ id: 'good_friday', name: goodFriday, date: shift(easter, -2) })
    const stephen = { fr: 'la Saint-Étienne', en: 'St Stephen’s Day' }
    days.push({ id: 'saint_stephen', name: stephen, date: `${year}-12-26` })
  }
  return days.sort((a, b) => a.date.localeCompare(b.date))
}
