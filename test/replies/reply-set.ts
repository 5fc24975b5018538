// The published set of replies: what each means, and how each is read; printed as a reference page.
import { readFileSync } from 'node:fs'
import { type ReplyMeaning, readReply } from '../../src/countries/index.ts'
import { plainLetters } from '../../src/countries/replies/clean-reply.ts'
import { sets } from './first-looks.ts'

export type Writing = { language: string; meaning: ReplyMeaning; text: string }

export function writingsOf(name: string): Writing[] {
  const lines = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', meaning = '', text = ''] = line.split('\t')
      return { language, meaning: meaning as ReplyMeaning, text: text.replaceAll('\\n', '\n') }
    })
}

/**
 * 7,000 writings that were made to teach likeness, one language after another: every way to refuse
 * that their writers could think of, and everything else in the same words; and 3,500 everyday ones
 * that refuse nothing. In no score.
 */
export const lessons = (): Writing[] => [...writingsOf('taught'), ...writingsOf('taught-everyday')]

/**
 * Every fourth of what was written with them. No rule is written from it, likeness does not learn
 * from it, and whoever works on either does not read it: it is scored apart, again and again.
 */
export const keptAside = (): Writing[] => writingsOf('kept-aside')

/**
 * Six lots of 300 by six hands, as the replies of a year would be, typical ones first (what the last
 * two wrote twice stands once). Two were read once by the rules and the likeness that had learnt sets
 * 0 to 29, four by those that had learnt 32 to 35 as well, and all are kept aside since.
 */
export const keptAsideUsual = (): Writing[] => writingsOf('kept-aside-usual')

/**
 * Everyday replies by two hands in six languages, in the proportions that they come in, read once by
 * what had learnt set 41; six sentences that stand word for word in the lessons are left out.
 */
export const keptAsideEveryday = (): Writing[] => writingsOf('kept-aside-everyday')

const everydayFirstLook = {
  stops: 609,
  stop: 605,
  doubtful: 3,
  others: 771,
  falseStops: 4,
  doubts: { all: 312, ignored: 2 },
}

const usualFirstLook = {
  stops: 706,
  stop: 698,
  doubtful: 5,
  others: 894,
  falseStops: 35,
  doubts: { all: 180, ignored: 2 },
}

export type Score = {
  stops: number
  stop: number
  doubtful: number
  ignored: Writing[]
  doubts: number
  doubtsIgnored: Writing[]
  others: number
  falseStops: Writing[]
  falseDoubts: number
}

type Reader = (text: string) => ReplyMeaning
const reader: Reader = (text) => readReply(text).meaning

/** A page counts the same writings by set, by language and all together: each is read once. */
function readerWithMemory(): Reader {
  const known = new Map<string, ReplyMeaning>()
  return (text) => {
    const meaning = known.get(text) ?? reader(text)
    known.set(text, meaning)
    return meaning
  }
}

export function scoreOf(writings: readonly Writing[], meaningOf = reader): Score {
  const read = writings.map((writing) => ({ writing, as: meaningOf(writing.text) }))
  const meant = (...kinds: ReplyMeaning[]) =>
    read.filter(({ writing }) => kinds.includes(writing.meaning))
  const stops = meant('stop')
  const doubts = meant('doubtful')
  const others = meant('other', 'help', 'contact', 'start')
  const isHeard = (as: ReplyMeaning) => as === 'stop' || as === 'doubtful'
  return {
    stops: stops.length,
    stop: stops.filter(({ as }) => as === 'stop').length,
    doubtful: stops.filter(({ as }) => as === 'doubtful').length,
    ignored: stops.filter(({ as }) => !isHeard(as)).map(({ writing }) => writing),
    doubts: doubts.length,
    doubtsIgnored: doubts.filter(({ as }) => !isHeard(as)).map(({ writing }) => writing),
    others: others.length,
    falseStops: others.filter(({ as }) => as === 'stop').map(({ writing }) => writing),
    falseDoubts: others.filter(({ as }) => as === 'doubtful').length,
  }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`

const plain = (text: string) => plainLetters(text).replace(/[^a-z0-9]+/g, '')

/** How many stops of a set stand in an older one, but for case, accents and signs: "STOP" does. */
function notNewIn(set: string): number {
  const older = sets.slice(
    0,
    sets.findIndex(({ name }) => name === set),
  )
  const known = new Set(
    older.flatMap(({ name }) => writingsOf(name).map(({ text }) => plain(text))),
  )
  const stops = writingsOf(set).filter(({ meaning }) => meaning === 'stop')
  return stops.filter(({ text }) => known.has(plain(text))).length
}

function firstLooks(): string {
  const rows = sets.flatMap(({ name, firstLook }) => {
    if (firstLook === null) return []
    const { stops, stop, doubtful, others, falseStops, doubts } = firstLook
    const ignored = stops - stop - doubtful
    return [
      `| ${name} | ${stops} | ${notNewIn(name)} | ${stop} | ${percent(stop, stops)} | ${doubtful} | ${ignored} | ${doubts?.all ?? '–'} | ${doubts?.ignored ?? '–'} | ${others} | ${falseStops} |`,
    ]
  })
  return rows.join('\n')
}

type Groups = readonly (readonly [string, readonly Writing[]])[]

function todays(groups: Groups, meaningOf: Reader): string {
  return groups
    .map(([name, writings]) => {
      const score = scoreOf(writings, meaningOf)
      const { stops, stop, doubtful, ignored, doubts, doubtsIgnored, others, falseStops } = score
      return `| ${name} | ${stops} | ${stop} | ${percent(stop, stops)} | ${doubtful} | ${ignored.length} | ${doubts} | ${doubtsIgnored.length} | ${others} | ${falseStops.length} | ${score.falseDoubts} |`
    })
    .join('\n')
}

/** What `npm run likeness` counted: the model alone, each set by weights made from the others. */
function leftOut(): string {
  const [, ...rows] = readFileSync(new URL('left-out.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows
    .map(([name, ...counts]) => {
      const [stops = 0, stop = 0, ...rest] = counts.map(Number)
      return `| ${[name, stops, stop, percent(stop, stops), ...rest].join(' | ')} |`
    })
    .join('\n')
}

const languageNames: Readonly<Record<string, string>> = {
  fr: 'French',
  en: 'English',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
  lb: 'Luxembourgish',
  any: 'in no language',
}

function byLanguage(writings: readonly Writing[]): Groups {
  return Object.entries(languageNames)
    .map(([code, name]) => [name, writings.filter(({ language }) => language === code)] as const)
    .filter(([, own]) => own.length > 0)
}

/** `docs/reference/replies.md`. */
export function repliesPage(): string {
  const read = sets.map(({ name }) => [name, writingsOf(name)] as const)
  const all = read.flatMap(([, writings]) => writings)
  const aside = keptAside()
  const usual = keptAsideUsual()
  const daily = keptAsideEveryday()
  const meaningOf = readerWithMemory()
  const score = scoreOf(all, meaningOf)
  const missed = [...score.ignored, ...score.doubtsIgnored, ...score.falseStops]
  return `# Replies

Made by \`npm run docs\` from \`test/replies\`; do not edit by hand. ${all.length} writings in nine languages and
in none: what their writer meant, and how \`accord reply\` reads them. A **stop** acts at once; what is
**doubtful** suspends marketing to that number until somebody has read it; **ignored** means that
neither happened. The writings were invented for this set; none is taken from a person.

## At the first look

Each set was made when the rules stood, was read once, and only then served to better them. These
are the scores to expect of what people write; they cannot be computed again, for the rules have
learnt from the sets since. Some stops are written by everybody, and stand in an older set but for
case, accents and signs: of sentences never seen, expect less.

| Set | Stops | In an older set | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop |
|---|---|---|---|---|---|---|---|---|---|---|
${firstLooks()}

## Kept aside

${aside.length + usual.length + daily.length} writings that no rule is written from, that likeness does not learn from, and that whoever works
on either does not read.

**Everyday.** ${daily.length} by two hands in six languages, in the proportions that they come in. At the one first look
${everydayFirstLook.stop} of ${everydayFirstLook.stops} stops acted at once, ${everydayFirstLook.doubtful} suspended marketing and ${everydayFirstLook.stops - everydayFirstLook.stop - everydayFirstLook.doubtful} was ignored ("non stop"); ${everydayFirstLook.doubts.ignored} of ${everydayFirstLook.doubts.all} doubts were
("este tlf no es de…", "5 mensajes a la semana, es mucho"; these three are read today, and of two that asked
for messages a rule was mended); ${everydayFirstLook.falseStops} of ${everydayFirstLook.others} that are none were taken for a stop. Today:

| Language | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${todays([...byLanguage(daily), ['all', daily]], meaningOf)}

**As usual.** ${usual.length} by six hands, as the replies of a year would be, typical ones first. At the one first
look ${usualFirstLook.stop} of ${usualFirstLook.stops} stops acted at once, ${usualFirstLook.doubtful} suspended marketing and ${usualFirstLook.stops - usualFirstLook.stop - usualFirstLook.doubtful} were ignored ("stop sending
them now", "my mam passed in January" and "we lost Dad, please stop sending him these"; they are read
today, and no other line changed a rule); ${usualFirstLook.doubts.ignored} of ${usualFirstLook.doubts.all} doubts were answered as a
question who writes; ${usualFirstLook.falseStops} of ${usualFirstLook.others} that are none were taken for a stop. Today:

| Language | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${todays([...byLanguage(usual), ['all', usual]], meaningOf)}

**Made to be rare.** ${aside.length}: every fourth of what six writers made, each in one language, who were asked
for every way there is to refuse and for everything else in the same words. They are broader than what
people write: what is rare comes as often as what is usual.

| Language | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${todays([...byLanguage(aside), ['all', aside]], meaningOf)}

The other three quarters, with as many sentences of the same kind, teach likeness (\`taught.tsv\`).

## By likeness alone

Beside the rules stands a small model that knows no rule: how like a reply is to writings that meant
stop (\`countries/replies/likeness.ts\`). Where the rules know a stop they prevail; where they doubt or
hear nothing, it is asked. Here it reads each set by itself, with weights made from all the *other*
sets, so that every sentence is new to it. Only what has words is counted.

| Set | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${leftOut()}

\`set-14\` was written to teach it, and to be hard: a third of it are doubts of kinds that no other set
holds, and its everyday talk is left out with it.

## As they are read today

| Set | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${todays(read, meaningOf)}

| Language | Stops | Read as stop | | Doubtful | Ignored | Doubts | Ignored | No stops | Taken for a stop | Doubtful |
|---|---|---|---|---|---|---|---|---|---|---|
${todays(byLanguage(all), meaningOf)}

Ignored, or taken for a stop, today:

${missed.map(({ meaning, text }) => `- ${meaning}: ${text.replaceAll('\n', ' / ')}`).join('\n') || 'none.'}
`
}
