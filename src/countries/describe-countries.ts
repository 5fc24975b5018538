// Prints the rules as a page that a lawyer can review: docs/reference/countries.md.
import { countries } from './country-rules.ts'
import { france } from './fr.ts'
import { frenchHolidays, holidaySource } from './fr-holidays.ts'
import { neighbourCalendars, neighbourHolidaySource } from './neighbour-calendars.ts'
import { neighbourHolidays } from './neighbour-holidays.ts'
import type { CountryCode } from './number-reading.ts'
import type { DraftRules, Evidence, ReviewedRules, SenderRules, Source } from './rules.ts'

const evidenceWords: Readonly<Record<Evidence, string>> = {
  read: 'read',
  second_hand: 'quoted by others',
  memory: 'from memory',
  default: 'our own choice',
}

/** The content of the page. It changes when a value or a source does, and with nothing else. */
export function describeCountries(): string {
  const parts = countries.map((rules) => (rules.reviewed ? reviewed(rules) : draft(rules)))
  return `# Countries

Made from \`src/countries\`; do not edit by hand. Each value stands beside its source and the day
it was checked. "Our own choice" is a default of Accord, stricter than what binds. A country without
a complete pack gets no marketing: \`no_rules_for_country\`. Where no source fixes a point, the
strictest common rule stands in and says so; where sources disagree, the strict one rules, and the
open points below tell it. Engineering input, not legal advice: no lawyer has signed it.

A person's hours and holidays are those of the place of their number. Where a number has several
clocks (Spain and the Canaries, Portugal and the Azores), marketing leaves only while it is open in
all of them; where the region is unknown, a holiday of any region closes the country.

${parts.join('\n')}`
}

type Row = [rule: string, value: string, source: Source]

function marketingRows({ marketing }: ReviewedRules): Row[] {
  return [
    ['legal bases of marketing', list(marketing.legalBases.value), marketing.legalBases.source],
    [
      'legal bases an account may add',
      list(marketing.optionalLegalBases.value),
      marketing.optionalLegalBases.source,
    ],
    ['hours of marketing', hours(marketing.hours.value), marketing.hours.source],
    ['ceiling that nobody widens', hours(marketing.ceiling.value), marketing.ceiling.source],
    ['days', list(marketing.days.value), marketing.days.source],
    ['Sundays', onOff(marketing.sundays.value), marketing.sundays.source],
    ['public holidays', onOff(marketing.publicHolidays.value), marketing.publicHolidays.source],
    [
      'may an account open Sundays and holidays',
      marketing.mayOpenDaysOff.value ? 'yes' : 'no',
      marketing.mayOpenDaysOff.source,
    ],
    [
      'proof of consent, at least',
      `level ${marketing.minimumProof.value}`,
      marketing.minimumProof.source,
    ],
    [
      'a consent counts, without a sign from the person',
      `${marketing.consentMonths.value} months`,
      marketing.consentMonths.source,
    ],
    [
      'how people are told to say no',
      list(marketing.optOutWording.value),
      marketing.optOutWording.source,
    ],
    ['a message ends with its window', 'yes', marketing.validityEndsWithWindow.source],
    ['opt-out mention', 'the text of the route', marketing.optOutMention.source],
    [
      'marketing messages a person and account',
      `${marketing.frequencyCap.value.count} in ${marketing.frequencyCap.value.days} days`,
      marketing.frequencyCap.source,
    ],
    ...marketing.sectorBans.map(
      ({ value, source }): Row => [
        `banned whatever the consent: ${value.name.en}`,
        value.patterns.map((pattern) => `\`${pattern.replaceAll('|', '\\|')}\``).join(' '),
        source,
      ],
    ),
  ]
}

function otherRows(rules: ReviewedRules): Row[] {
  const { marketing, alert } = rules
  return [
    ['names as senders', nameRules[rules.senders.value.names], rules.senders.source],
    [
      'short codes',
      Object.entries(marketing.shortcodeFamilies.value)
        .map(([start, family]) => `${start}xxx ${family}`)
        .join(', '),
      marketing.shortcodeFamilies.source,
    ],
    ['hours at which an alert wakes nobody', hours(alert.softHours.value), alert.softHours.source],
    [
      'sender names',
      `${rules.senders.value.lengthMin} to ${rules.senders.value.lengthMax} of ${rules.senders.value.characters}, at least one letter`,
      rules.senders.source,
    ],
    ['names that tell nothing', list(rules.senders.value.generic), rules.senders.source],
    ['names that need an authorisation', list(rules.senders.value.sensitive), rules.senders.source],
    ['numbers as senders', list(rules.senderNumbers.value), rules.senderNumbers.source],
    ['premium numbers', list(rules.premiumNumbers.value), rules.premiumNumbers.source],
    ['age of consent', String(rules.ageOfConsent.value), rules.ageOfConsent.source],
    ...rules.numberStatements.map(
      ({ value, source }): Row => [
        `said where a number is asked for, from ${value.since} on`,
        `${value.text.fr} / ${value.text.en}`,
        source,
      ],
    ),
    ['languages', list(rules.languages.value), rules.languages.source],
    ...rules.registers.map(({ value, source }): Row => ['register', value, source]),
    ...rules.openPoints.map(({ value, source }): Row => ['open point', value, source]),
    ...Object.entries(rules.retention.value).map(
      ([name, value]): Row => [`retention: ${name}`, String(value), rules.retention.source],
    ),
    [
      'public holidays by territory',
      'computed, below',
      rules.country === france.country ? holidaySource : neighbourHolidaySource,
    ],
  ]
}

function reviewed(rules: ReviewedRules): string {
  const rows = [...marketingRows(rules), ...otherRows(rules)]
  return `## ${rules.name.en} (${rules.country})

Complete pack; version ${rules.version}.

| Rule | Value | Source | Checked | How |
|---|---|---|---|---|
${rows.map(tableRow).join('\n')}

${rules.country === france.country ? frenchDays() : neighbourDays(rules.country)}`
}

function tableRow([rule, value, source]: Row): string {
  return `| ${rule} | ${value || 'none'} | ${cite(source)}`
}

function cite({ title, article, url, checkedOn, evidence }: Source): string {
  const name = article === '' ? title : `${title}, ${article}`
  return `[${name.replaceAll('|', '/')}](${url}) | ${checkedOn} | ${evidenceWords[evidence]} |`
}

/** One year as a sample, so that the computation can be checked by eye. */
const year = 2027

function frenchDays(): string {
  const national = frenchHolidays(year, 'FR', false)
  const more = [
    ...frenchHolidays(year, 'FR', true).map((day) => ({ ...day, place: 'Alsace-Moselle' })),
    ...['GP', 'MF', 'BL', 'MQ', 'GF', 'RE', 'YT'].flatMap((place) =>
      frenchHolidays(year, place, false).map((day) => ({ ...day, place })),
    ),
  ].filter((day) => !national.some(({ date }) => date === day.date))
  const lines = [
    ...national.map(({ date, name }) => `- ${date} ${name.en}`),
    ...more.map(({ date, name, place }) => `- ${date} ${name.en}: ${place}`),
  ]
  return `Public holidays of ${year}, as computed:\n\n${lines.join('\n')}\n`
}

function neighbourDays(country: CountryCode): string {
  const calendar = neighbourCalendars[country]
  if (!calendar) return ''
  const regions = new Map(calendar.rules.map(({ name, region }) => [name.en, region]))
  const lines = neighbourHolidays(country, year).map(({ date, name }) => {
    const region = regions.get(name.en)
    return region === undefined ? `- ${date} ${name.en}` : `- ${date} ${name.en}: ${region}`
  })
  const head = `Public holidays of ${year}, as computed; left out: ${calendar.leavesOut}.`
  return `${head}\n\n${lines.join('\n')}\n`
}

const nameRules: Record<SenderRules['names'], string> = {
  allowed: 'allowed',
  registered: 'with the reference of the register, looked at by a second person',
  refused: 'refused: a short code or a number of the country',
}

function draft(rules: DraftRules): string {
  const notes = rules.notes.map(
    ({ value, source }) => `- ${value} [${source.title}](${source.url}), ${source.checkedOn}.`,
  )
  return `## ${rules.name.en} (${rules.country})

**No complete pack: no marketing.** Notes for whoever goes through it:

${notes.join('\n')}
`
}

function list(values: readonly string[]): string {
  return values.join(', ')
}

function hours({ from, until }: { from: string; until: string }): string {
  return `${from} to ${until}, local time`
}

function onOff(value: boolean): string {
  return value ? 'open' : 'closed'
}
