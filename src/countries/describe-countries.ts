// Prints the rules as a page that a lawyer can review: docs/reference/countries.md.
import { countries } from './country-rules.ts'
import { frenchHolidays, holidaySource } from './fr-holidays.ts'
import type { DraftRules, Evidence, ReviewedRules, Source } from './rules.ts'

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
it was checked. "Our own choice" is a default of Accord, stricter than what binds. A country whose
rules nobody has gone through sends no marketing: \`no_rules_for_country\`. Engineering input, not
legal advice.

${parts.join('\n')}`
}

function reviewed(rules: ReviewedRules): string {
  const { marketing, alert } = rules
  const rows: [string, string, Source][] = [
    ['grounds of marketing', list(marketing.grounds.value), marketing.grounds.source],
    [
      'grounds an account may add',
      list(marketing.optionalGrounds.value),
      marketing.optionalGrounds.source,
    ],
    ['hours of marketing', hours(marketing.hours.value), marketing.hours.source],
    ['ceiling that nobody widens', hours(marketing.ceiling.value), marketing.ceiling.source],
    ['days', list(marketing.days.value), marketing.days.source],
    ['Sundays', onOff(marketing.sundays.value), marketing.sundays.source],
    ['public holidays', onOff(marketing.publicHolidays.value), marketing.publicHolidays.source],
    ['a message ends with its window', 'yes', marketing.validityEndsWithWindow.source],
    ['opt-out mention', 'the text of the route', marketing.optOutMention.source],
    [
      'marketing messages a person and account',
      `${marketing.frequencyCap.value.count} in ${marketing.frequencyCap.value.days} days`,
      marketing.frequencyCap.source,
    ],
    ...marketing.sectorBans.map(({ value, source }): [string, string, Source] => [
      `banned whatever the consent: ${value.name.en}`,
      value.patterns.map((pattern) => `\`${pattern.replaceAll('|', '\\|')}\``).join(' '),
      source,
    ]),
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
    ...Object.entries(rules.retention.value).map(([name, value]): [string, string, Source] => [
      `keeping: ${name}`,
      String(value),
      rules.retention.source,
    ]),
    ['public holidays by territory', 'computed, below', holidaySource],
  ]
  return `## ${rules.name.en} (${rules.country})

Reviewed; version ${rules.version}.

| Rule | Value | Source | Checked | How |
|---|---|---|---|---|
${rows.map(([rule, value, source]) => `| ${rule} | ${value} | ${cite(source)}`).join('\n')}

${holidays()}`
}

function cite({ title, article, url, checkedOn, evidence }: Source): string {
  const name = article === '' ? title : `${title}, ${article}`
  return `[${name.replaceAll('|', '/')}](${url}) | ${checkedOn} | ${evidenceWords[evidence]} |`
}

/** One year as a sample, so that the computation can be checked by eye. */
function holidays(): string {
  const year = 2027
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

function draft(rules: DraftRules): string {
  const notes = rules.notes.map(
    ({ value, source }) => `- ${value} [${source.title}](${source.url}), ${source.checkedOn}.`,
  )
  return `## ${rules.name.en} (${rules.country})

**Not reviewed: no marketing.** Notes for whoever goes through it:

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
