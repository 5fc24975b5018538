// The neighbours' public holidays as rules; a region's day is marked with the region.
import type { CountryCode } from './number-reading.ts'
import type { BothLanguages, Source } from './rules.ts'

/**
 * Compared day by day, 2026 to 2036, with the package date-holidays 3.37.0 (CC-BY 3.0, commenthol).
 */
export const neighbourHolidaySource: Source = {
  title: 'date-holidays (open holiday data), compared day by day',
  article: '',
  url: 'https://github.com/commenthol/date-holidays',
  checkedOn: '2026-11-25',
  evidence: 'second_hand',
}

type When =
  /** MM-DD of each year. */
  | { on: string }
  /** Days after Easter Sunday. */
  | { easter: number }
  /** The n-th weekday of a month (Monday is 1); -1 is the last. */
  | { month: number; weekday: number; nth: number }
  | { special: 'kings_day' | 'saint_brigid' | 'repentance_day' }

export type HolidayRule = When & {
  name: BothLanguages
  /** Where it is one, when not in the whole country; told on the printed page. */
  region?: string
  since?: number
}

export type HolidayCalendar = {
  rules: readonly HolidayRule[]
  /** What a day that falls on a weekend does: nothing, or the next working day is one as well. */
  moved: 'never' | 'weekend_to_next_working_day' | 'sunday_to_monday'
  /** What the calendar does not hold. */
  leavesOut: string
}

const names = {
  newYear: { fr: 'le jour de l’an', en: 'New Year’s Day' },
  second: { fr: 'le 2 janvier', en: '2 January' },
  epiphany: { fr: 'l’Épiphanie', en: 'Epiphany' },
  joseph: { fr: 'la Saint-Joseph', en: 'St Joseph’s Day' },
  maundy: { fr: 'le Jeudi saint', en: 'Maundy Thursday' },
  goodFriday: { fr: 'le Vendredi saint', en: 'Good Friday' },
  easterMonday: { fr: 'le lundi de Pâques', en: 'Easter Monday' },
  labour: { fr: 'la fête du Travail', en: 'Labour Day' },
  ascension: { fr: 'l’Ascension', en: 'Ascension Day' },
  whitMonday: { fr: 'le lundi de Pentecôte', en: 'Whit Monday' },
  corpusChristi: { fr: 'la Fête-Dieu', en: 'Corpus Christi' },
  assumption: { fr: 'l’Assomption', en: 'Assumption Day' },
  allSaints: { fr: 'la Toussaint', en: 'All Saints’ Day' },
  immaculate: { fr: 'l’Immaculée Conception', en: 'Immaculate Conception' },
  christmas: { fr: 'Noël', en: 'Christmas Day' },
  stephen: { fr: 'le 26 décembre', en: '26 December' },
  national: { fr: 'la fête nationale', en: 'National Day' },
  liberation: { fr: 'la fête de la Libération', en: 'Liberation Day' },
  bank: { fr: 'un jour férié', en: 'Bank Holiday' },
  patrick: { fr: 'la Saint-Patrick', en: 'St Patrick’s Day' },
  regional: { fr: 'une fête régionale', en: 'a regional holiday' },
  independence: { fr: 'la fête de l’Indépendance', en: 'Independence Day' },
} as const

const on = (date: string, name: BothLanguages, region?: string): HolidayRule =>
  region === undefined ? { on: date, name } : { on: date, name, region }
const easter = (days: number, name: BothLanguages, region?: string): HolidayRule =>
  region === undefined ? { easter: days, name } : { easter: days, name, region }
const monday = (month: number, nth: number, name: BothLanguages, region?: string): HolidayRule =>
  region === undefined ? { month, weekday: 1, nth, name } : { month, weekday: 1, nth, name, region }

const christmasDays = [on('12-25', names.christmas), on('12-26', names.stephen)]

export const neighbourCalendars: Readonly<Record<CountryCode, HolidayCalendar>> = {
  BE: {
    rules: [
      on('01-01', names.newYear),
      easter(1, names.easterMonday),
      on('05-01', names.labour),
      easter(39, names.ascension),
      easter(50, names.whitMonday),
      on('07-21', names.national),
      on('08-15', names.assumption),
      on('11-01', names.allSaints),
      on('11-11', { fr: 'l’Armistice', en: 'Armistice Day' }),
      on('12-25', names.christmas),
    ],
    moved: 'never',
    leavesOut: 'the days of the communities, on which work goes on',
  },
  CH: {
    rules: [
      on('01-01', names.newYear),
      on('01-02', names.second, 'many cantons'),
      on('01-06', names.epiphany, 'GR, LU, SZ, TI, UR'),
      on('03-01', names.regional, 'NE'),
      on('03-19', names.joseph, 'GR, LU, NW, SZ, TI, UR, VS'),
      easter(-2, names.goodFriday, 'all but TI and VS'),
      easter(1, names.easterMonday, 'most cantons'),
      on('05-01', names.labour, 'many cantons'),
      easter(39, names.ascension),
      easter(50, names.whitMonday, 'most cantons'),
      easter(60, names.corpusChristi, 'Catholic cantons'),
      on('06-23', names.regional, 'JU'),
      on('06-29', { fr: 'la Saint-Pierre-et-Paul', en: 'St Peter and St Paul' }, 'TI, GR'),
      on('08-01', names.national),
      on('08-15', names.assumption, 'Catholic cantons'),
      on('09-22', names.regional, 'VS, Maurice'),
      on('09-25', names.regional, 'OW'),
      on('11-01', names.allSaints, 'Catholic cantons'),
      on('12-08', names.immaculate, 'Catholic cantons'),
      on('12-25', names.christmas),
      on('12-26', names.stephen, 'most cantons'),
      on('12-31', names.regional, 'GE'),
    ],
    moved: 'never',
    leavesOut:
      'days of single communes, the fasts of September, 24 December, the pilgrimage of Näfels',
  },
  LU: {
    rules: [
      on('01-01', names.newYear),
      easter(1, names.easterMonday),
      on('05-01', names.labour),
      on('05-09', { fr: 'la journée de l’Europe', en: 'Europe Day' }),
      easter(39, names.ascension),
      easter(50, names.whitMonday),
      on('06-23', names.national),
      on('08-15', names.assumption),
      on('11-01', names.allSaints),
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'nothing known',
  },
  DE: {
    rules: [
      on('01-01', names.newYear),
      on('01-06', names.epiphany, 'BW, BY, ST'),
      on('03-08', { fr: 'la journée des femmes', en: 'Women’s Day' }, 'BE, MV'),
      easter(-2, names.goodFriday),
      easter(1, names.easterMonday),
      on('05-01', names.labour),
      easter(39, names.ascension),
      easter(50, names.whitMonday),
      easter(60, names.corpusChristi, 'BW, BY, HE, NW, RP, SL, parts of SN and TH'),
      on('08-15', names.assumption, 'SL, parts of BY'),
      on('09-20', { fr: 'la journée des enfants', en: 'Children’s Day' }, 'TH'),
      on('10-03', { fr: 'l’Unité allemande', en: 'German Unity Day' }),
      on(
        '10-31',
        { fr: 'la Réformation', en: 'Reformation Day' },
        'BB, HB, HH, MV, NI, SH, SN, ST, TH',
      ),
      on('11-01', names.allSaints, 'BW, BY, NW, RP, SL'),
      {
        special: 'repentance_day',
        name: { fr: 'le jour de pénitence', en: 'Repentance Day' },
        region: 'SN',
      },
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'the peace festival of Augsburg, days proclaimed once',
  },
  AT: {
    rules: [
      on('01-01', names.newYear),
      on('01-06', names.epiphany),
      easter(1, names.easterMonday),
      on('05-01', names.labour),
      easter(39, names.ascension),
      easter(50, names.whitMonday),
      easter(60, names.corpusChristi),
      on('08-15', names.assumption),
      on('10-26', names.national),
      on('11-01', names.allSaints),
      on('12-08', names.immaculate),
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'the patrons of the Länder, on which work goes on',
  },
  ES: {
    rules: [
      on('01-01', names.newYear),
      on('01-06', names.epiphany),
      on('02-28', names.regional, 'Andalucía'),
      on('03-01', names.regional, 'Balears'),
      on('03-19', names.joseph, 'several communities'),
      easter(-3, names.maundy, 'most communities'),
      easter(-2, names.goodFriday),
      easter(1, names.easterMonday, 'several communities'),
      on('04-23', names.regional, 'Aragón, Castilla y León'),
      on('05-01', names.labour),
      on('05-02', names.regional, 'Madrid'),
      on('05-17', names.regional, 'Galicia'),
      easter(50, names.whitMonday, 'parts of Catalunya'),
      on('05-30', names.regional, 'Canarias'),
      on('05-31', names.regional, 'Castilla-La Mancha'),
      easter(60, names.corpusChristi, 'Castilla-La Mancha'),
      on('06-09', names.regional, 'Murcia, La Rioja'),
      on('06-24', names.regional, 'several communities'),
      on('07-25', { fr: 'la Saint-Jacques', en: 'St James’s Day' }, 'several communities'),
      on('06-28', names.regional, 'Cantabria'),
      on('07-28', names.regional, 'Cantabria'),
      on('08-05', names.regional, 'Ceuta'),
      on('08-15', names.assumption),
      on('09-02', names.regional, 'Ceuta'),
      on('09-08', names.regional, 'Asturias, Extremadura'),
      on('09-11', names.regional, 'Catalunya'),
      on('09-15', names.regional, 'Cantabria'),
      on('09-17', names.regional, 'Melilla'),
      on('10-09', names.regional, 'Valencia'),
      on('10-12', names.national),
      on('11-01', names.allSaints),
      on('12-03', names.regional, 'Navarra'),
      on('12-06', { fr: 'la fête de la Constitution', en: 'Constitution Day' }),
      on('12-08', names.immaculate),
      on('12-25', names.christmas),
      on('12-26', names.stephen, 'Balears, Catalunya'),
    ],
    moved: 'sunday_to_monday',
    leavesOut: 'the two local days of each municipality, the Islamic feasts of Ceuta and Melilla',
  },
  IT: {
    rules: [
      on('01-01', names.newYear),
      on('01-06', names.epiphany),
      easter(1, names.easterMonday),
      on('04-25', names.liberation),
      on('05-01', names.labour),
      easter(50, names.whitMonday, 'Bolzano'),
      on('06-02', { fr: 'la fête de la République', en: 'Republic Day' }),
      on('08-15', names.assumption),
      { on: '10-04', name: { fr: 'la Saint-François', en: 'St Francis’s Day' }, since: 2026 },
      on('11-01', names.allSaints),
      on('12-08', names.immaculate),
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'the patron of each town',
  },
  PT: {
    rules: [
      on('01-01', names.newYear),
      easter(-47, { fr: 'Mardi gras', en: 'Shrove Tuesday' }, 'by custom'),
      easter(-2, names.goodFriday),
      on('04-25', { fr: 'la fête de la Liberté', en: 'Freedom Day' }),
      on('05-01', names.labour),
      easter(50, names.whitMonday, 'Açores'),
      easter(60, names.corpusChristi),
      on('06-10', names.national),
      on('07-01', names.regional, 'Madeira'),
      on('08-15', names.assumption),
      on('10-05', { fr: 'la fête de la République', en: 'Republic Day' }),
      on('11-01', names.allSaints),
      on('12-01', { fr: 'la Restauration', en: 'Restoration of Independence' }),
      on('12-08', names.immaculate),
      on('12-25', names.christmas),
      on('12-26', names.stephen, 'Madeira'),
    ],
    moved: 'never',
    leavesOut: 'the day of each municipality',
  },
  NL: {
    rules: [
      on('01-01', names.newYear),
      easter(-2, names.goodFriday, 'by custom'),
      easter(1, names.easterMonday),
      { special: 'kings_day', name: { fr: 'la fête du Roi', en: 'King’s Day' } },
      on('05-05', names.liberation),
      easter(39, names.ascension),
      easter(50, names.whitMonday),
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'nothing known',
  },
  IE: {
    rules: [
      on('01-01', names.newYear),
      { special: 'saint_brigid', name: { fr: 'la Sainte-Brigitte', en: 'St Brigid’s Day' } },
      on('03-17', names.patrick),
      easter(-2, names.goodFriday, 'by custom'),
      easter(1, names.easterMonday),
      monday(5, 1, names.bank),
      monday(6, 1, names.bank),
      monday(8, 1, names.bank),
      monday(10, -1, names.bank),
      ...christmasDays,
    ],
    moved: 'weekend_to_next_working_day',
    leavesOut: 'nothing known',
  },
  GB: {
    rules: [
      on('01-01', names.newYear),
      on('01-02', names.second, 'Scotland'),
      on('03-17', names.patrick, 'Northern Ireland'),
      easter(-2, names.goodFriday),
      easter(1, names.easterMonday, 'all but Scotland'),
      monday(5, 1, names.bank),
      monday(5, -1, names.bank),
      on('07-12', { fr: 'la bataille de la Boyne', en: 'Battle of the Boyne' }, 'Northern Ireland'),
      monday(8, 1, names.bank, 'Scotland'),
      monday(8, -1, names.bank, 'all but Scotland'),
      on('11-30', { fr: 'la Saint-André', en: 'St Andrew’s Day' }, 'Scotland'),
      ...christmasDays,
    ],
    moved: 'weekend_to_next_working_day',
    leavesOut:
      'days proclaimed once; Gibraltar, Guernsey, Jersey and Man, whose numbers are their own',
  },
  PL: {
    rules: [
      on('01-01', names.newYear),
      on('01-06', names.epiphany),
      easter(1, names.easterMonday),
      on('05-01', names.labour),
      on('05-03', { fr: 'la fête de la Constitution', en: 'Constitution Day' }),
      easter(60, names.corpusChristi),
      on('08-15', names.assumption),
      on('11-01', names.allSaints),
      on('11-11', names.independence),
      { on: '12-24', name: { fr: 'la veille de Noël', en: 'Christmas Eve' }, since: 2025 },
      ...christmasDays,
    ],
    moved: 'never',
    leavesOut: 'nothing known',
  },
}
