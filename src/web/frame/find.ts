// What the search finds: commands and screens at once, from what this app knows;
// the rest by the API.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Right } from '../../kernel/index.ts'
import { call } from '../data/client.ts'
import { dateTime } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { openHelpNext } from '../help/open-next.ts'
import { navigationFor } from '../navigation.ts'
import { paths } from '../paths.ts'
import { fill } from '../words/fill.ts'
import { screenAlso } from '../words/finding/also.ts'
import type { foundWords } from '../words/finding/kinds.ts'
import type { Words } from '../words/index.ts'
import { own } from '../words/own.ts'
import { allNamesWords } from '../words/sending/all-names.ts'
import { useCommands } from './commands.ts'
import { useHelpTexts } from './find-help.ts'
import { handName, mayBeName } from './name-looked-for.ts'
import { sectionsFor } from './places.ts'

export type FoundKind = keyof Words['overview']['kinds'] | keyof (typeof foundWords)['en']
export type Found = {
  kind: FoundKind
  key: string
  label: string
  hint: string | null
  /** Null: what is done first is all. */
  to: string | null
  /** Done before one goes there. */
  first?: () => void
}

/** Without accents and capitals, as people type. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Each word that is typed is somewhere in it. */
const fits = (wanted: string, ...texts: readonly string[]) => {
  const all = plain(texts.join(' '))
  return plain(wanted)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

const pauseMs = 250
/** A question about a number is counted and recorded: it is asked of one that is whole. */
const numberPauseMs = 600
const numberPattern = /^(?:\+\d|00\d|0)[\d\s().-]{7,}$/
const digitsMin = 10

export function wholeNumber(text: string): string | null {
  const isNumber = numberPattern.test(text.trim())
  return isNumber && text.replace(/\D/g, '').length >= digitsMin ? text.trim() : null
}

const emailPattern = /^\S+@\S+\.\p{L}{2,}$/u
/** A word with a figure in it, as a customer number is; a telephone number is asked once whole. */
const referencePattern = /^(?=\S*\d)[\p{L}\d][\p{L}\d._/#-]{2,99}$/u
const beginsAsNumber = /^(?:\+\d|00\d|0[1-9])[\d().-]*$/

/** What one person can be found by: their number, their e-mail, or the account's own reference. */
export function wholePerson(text: string): { number: string } | { text: string } | null {
  const number = wholeNumber(text)
  if (number !== null) return { number }
  const typed = text.trim()
  const isOne =
    emailPattern.test(typed) || (referencePattern.test(typed) && !beginsAsNumber.test(typed))
  return isOne ? { text: typed } : null
}

function useOwn(text: string): Found[] {
  const { words } = useLanguage()
  const { may } = useSession()
  const commands = useCommands()
  return [
    ...commands
      .filter(({ label, also }) => fits(text, label, also))
      .map(({ key, label, to, act }) => ({
        ...{ kind: 'commands' as const, key, label, hint: null, to },
        ...(act === undefined ? {} : { first: act }),
      })),
    ...screensFor(text, words, may),
  ]
}

/** Those that are named so come before those that only have to do with it. */
function screensFor(text: string, words: Words, may: (right: Right) => boolean): Found[] {
  const place = ({ label }: Found) => (fits(text, label) ? 0 : 1)
  return navigationFor(may)
    .flatMap(({ heading, entries }) => {
      const group = heading === null ? '' : words.frame.groups[heading]
      return entries
        .map((entry) => ({
          ...{ label: words.navigation[entry.label], to: entry.path },
          also: screenAlso[entry.label],
        }))
        .filter(({ label, also }) => fits(text, label, group, also))
        .map(({ label, to }) => ({
          kind: 'screens' as const,
          key: to,
          label,
          hint: group === '' || group === label ? null : group,
          to,
        }))
    })
    .sort((one, other) => place(one) - place(other))
}

/** Fewer letters are in almost everything. */
const lettersMin = 2
const helpMax = 5

/** Sections by their title, screen and other words; of the help the questions that fit best. */
function usePlaces(text: string): Found[] {
  const { words } = useLanguage()
  const { may } = useSession()
  const isEnough = text.trim().length >= lettersMin
  const help = useHelpTexts(isEnough)
  if (!isEnough) return []
  const sections = sectionsFor(words, may)
    .filter(({ title, screen, also }) => fits(text, title, screen, also))
    .map(({ key, title, screen, to }) => ({
      ...{ kind: 'sections' as const, key, label: title, hint: screen, to },
    }))
  const questions = help
    .filter(({ question, also }) => fits(text, question) || fits(text, also))
    .slice(0, helpMax)
    .map(({ key, question, screen, to }) => ({
      ...{ kind: 'help' as const, key, label: question, hint: screen, to },
      first: openHelpNext,
    }))
  return [...sections, ...questions]
}

const namedPaths = {
  list: paths.contactsOf,
  segment: paths.segment,
  template: paths.template,
  recurring: paths.recurringSend,
}
const namedLabels = {
  list: 'lists',
  segment: 'segments',
  template: 'templates',
  recurring: 'recurring',
} as const

function useNamed(text: string): { found: Found[]; isSearching: boolean } {
  const { language, words } = useLanguage()
  const [wanted] = useDebouncedValue(text.trim(), pauseMs)
  const isEnough = wanted.length >= 2
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => call('POST /v1/overview/search', { body: { text: wanted.slice(0, 80) } }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (!isEnough || data === undefined) return { found: [], isSearching: isFetching }
  const campaignStates: Readonly<Record<string, string>> = words.campaigns.states
  const messageStates: Readonly<Record<string, string>> = words.messages.states
  const { draft, published, retired } = words.wordings
  const wordingStates: Readonly<Record<string, string>> = { draft, published, retired }
  const found: Found[] = [
    ...data.campaigns.map(({ id, name, state }) => ({
      ...{ kind: 'campaigns' as const, key: id, label: name },
      ...{ hint: campaignStates[state] ?? null, to: paths.campaign(id) },
    })),
    ...data.messages.map(({ id, to, state, acceptedAt }) => ({
      ...{ kind: 'messages' as const, key: id, to: paths.message(id) },
      label: `${to} · ${dateTime(language, acceptedAt)}`,
      hint: messageStates[state] ?? null,
    })),
    ...data.wordings.map(({ id, name, state }) => ({
      ...{ kind: 'wordings' as const, key: id, label: name },
      ...{ hint: wordingStates[state] ?? null, to: paths.wording(id) },
    })),
    ...data.named.map(({ kind, id, name }) => ({
      ...{ kind: 'named' as const, key: id, label: name },
      ...{ hint: words.navigation[namedLabels[kind]], to: namedPaths[kind](id) },
    })),
  ]
  // Enter opens what fits the text as it stands, not as it stood a moment ago.
  if (wanted === text.trim() && !isPlaceholderData) return { found, isSearching: isFetching }
  return { found: found.filter(({ label }) => fits(text, label)), isSearching: true }
}

function usePerson(text: string): { found: Found[]; isSearching: boolean } {
  const { words } = useLanguage()
  const { may } = useSession()
  const asked = wholePerson(text)
  const typed = asked === null ? null : JSON.stringify(asked)
  const [wanted] = useDebouncedValue(typed, numberPauseMs)
  const { data, isFetching } = useQuery({
    queryKey: ['search-person', wanted],
    queryFn: () => call('POST /v1/contacts/search', { body: JSON.parse(wanted ?? '{}') }),
    enabled: wanted !== null && may('contacts.read'),
    retry: false,
    gcTime: 0,
  })
  if (!may('contacts.read')) return { found: [], isSearching: false }
  if (typed !== wanted) return { found: [], isSearching: typed !== null }
  // Several people may share an e-mail.
  const contacts = wanted === null ? [] : (data?.contacts ?? [])
  const found = contacts.map(({ id, numberMasked }) => ({
    ...{ kind: 'people' as const, key: id, hint: null, to: paths.contact(id) },
    label: fill(words.overview.person, { number: numberMasked }),
  }))
  return { found, isSearching: isFetching }
}

/** Whoever manages the installation finds an account by its name. */
function useAccountsNamed(text: string): { found: Found[]; isSearching: boolean } {
  const { may } = useSession()
  const [wanted] = useDebouncedValue(text.trim(), pauseMs)
  const enabled = may('installation.manage') && wanted.length >= lettersMin
  const { data, isFetching } = useQuery({
    queryKey: ['accounts', 'search', wanted],
    queryFn: () => call('GET /v1/accounts', { query: { name: wanted.slice(0, 80), limit: 8 } }),
    enabled,
    gcTime: 0,
  })
  const items = enabled ? (data?.items ?? []) : []
  const found = items
    .filter(({ name }) => fits(text, name))
    .map(({ id, name }) => ({
      ...{ kind: 'accounts' as const, key: id, label: name, hint: null, to: paths.account(id) },
    }))
  return { found, isSearching: isFetching }
}

/** Names are sealed, and looked for on the page of contacts: only where somebody says so. */
function useNameInContacts(text: string): Found[] {
  const { words } = useLanguage()
  const { may } = useSession()
  const name = text.trim()
  if (!may('contacts.read') || !mayBeName(name)) return []
  const label = fill(own(words, allNamesWords).nameInContacts, { name })
  const first = () => handName(name)
  return [
    { kind: 'inContacts', key: 'name-in-contacts', label, hint: null, to: paths.contacts, first },
  ]
}

/** In the order in which they are shown. */
export function useFind(text: string): { found: Found[]; isSearching: boolean } {
  const own = useOwn(text)
  const places = usePlaces(text)
  const person = usePerson(text)
  const named = useNamed(text)
  const accounts = useAccountsNamed(text)
  const inContacts = useNameInContacts(text)
  return {
    found: [
      ...[...person.found, ...named.found, ...accounts.found],
      ...[...own, ...places, ...inContacts],
    ],
    isSearching: person.isSearching || named.isSearching || accounts.isSearching,
  }
}
