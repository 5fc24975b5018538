// The notice of an account, written from facts alone: what is not known is said so, or left out.
import type { Language } from '../../kernel/index.ts'
import { basesView } from '../../sensitive/index.ts'
import { publicNoticeWords, registerWords } from '../../words/index.ts'
import type { LackView } from '../contract.ts'
import { type AccountFacts, declaredOf, reachOf } from '../facts/account-facts.ts'
import {
  type AlertBasisCode,
  nameOf,
  type Processing,
  processingsOf,
  purposeName,
  undeclared,
  withoutBasis,
} from '../facts/processings.ts'
import { periodSentence } from '../facts/retention-periods.ts'
import {
  complainSentence,
  installationLacks,
  measuresPart,
  recipientsPart,
} from './common-parts.ts'
import { othersOfAccount } from './other-recipients.ts'
import { categoryIn, type Draft, lack, listIn, type Said, say, sectionsOf } from './said.ts'

type Writing = { facts: AccountFacts; language: Language }

export function writeAccountNotice(facts: AccountFacts, language: Language): Draft {
  const words = publicNoticeWords[language]
  const writing = { facts, language }
  return {
    title: say(words.title, { name: facts.account.name }).text,
    sections: sectionsOf(words, {
      who: whoPart(writing),
      why: whyPart(writing),
      what: whatPart(writing),
      source: sourcePart(writing),
      recipients: [
        say(words.recipients.staff, { name: facts.account.name }),
        ...recipientsPart(facts.installation, language, {
          ...{ name: facts.account.name, zone: facts.account.zone },
          others: othersOfAccount(facts, language),
        }),
      ],
      retention: facts.periods.map((period) =>
        say(periodSentence(period, language, facts.account.zone)),
      ),
      measures: measuresPart(facts.installation, language),
      rights: rightsPart(writing),
      automated: [say(words.automated)],
    }),
    lacks: lacksOf(writing),
  }
}

function whoPart({ facts, language }: Writing): Said[] {
  const words = publicNoticeWords[language].who
  const names = facts.controllers.map(({ name }) => name)
  const name = listIn(language, names)
  const [address, contact, dpo] = [
    reachOf(facts, 'address'),
    reachOf(facts, 'contact'),
    reachOf(facts, 'dpo'),
  ]
  const { operatorName } = facts.installation.operator
  return [
    names.length > 1 ? say(words.several, { names: name }) : say(words.one, { name }),
    address === null ? null : say(words.address, { address }),
    contact === null ? say(words.noContact) : say(words.contact, { contact }),
    dpo === null ? say(words.noDpo) : say(words.dpo, { dpo }),
    operatorName === null
      ? say(words.noOperator)
      : say(words.processor, { operator: operatorName, name: facts.account.name }),
  ]
}

function whyPart({ facts, language }: Writing): Said[] {
  const words = publicNoticeWords[language].why
  const processings = processingsOf(facts)
  const isUsed = processings.some(({ kind }) => kind === 'marketing' || kind === 'alerts')
  return [
    isUsed ? null : say(words.nothing),
    ...processings.map((processing) => purposeSentences(processing, { facts, language })),
    facts.otherBases.map((basis) => say(words[basis])),
  ]
}

function purposeSentences(processing: Processing, { facts, language }: Writing): Said {
  const words = publicNoticeWords[language].why
  const { kind, detail, place, bases } = processing
  switch (kind) {
    case 'marketing': {
      const purpose = purposeName(facts, processing, language)
      const about = declaredOf(facts, place, 'about')?.value
      const declared = about === undefined ? null : say(words.declared, { purpose, about })
      // As the register says it: by consent alone, unless the account uses another legal basis.
      const isByConsentAlone = bases.every((basis) => basis === 'consent')
      const sentence = isByConsentAlone ? words.marketing : words.marketingAlso
      return [say(sentence, { purpose }), declared]
    }
    case 'alerts': {
      const sentence = words.alerts[detail as AlertBasisCode]
      return sentence === undefined ? null : say(sentence)
    }
    case 'contacts':
    case 'replies': {
      const basis = declaredOf(facts, place, 'basis')?.value
      return [say(words[kind]), basis === undefined ? null : say(words.basis, { basis })]
    }
    case 'sensitive':
      return sensitiveSentences(detail ?? '', { facts, language })
    case 'rights':
      return say(words.rights)
    default:
      return null
  }
}

function sensitiveSentences(category: string, { facts, language }: Writing): Said {
  const words = publicNoticeWords[language].why
  const names = registerWords[language].sensitiveBases
  const used = facts.sensitive.filter((one) => one.category === category)
  return [...new Set(used.map(({ basis }) => basis))].map((basis) => {
    const article = basesView().find((one) => one.basis === basis)?.article ?? ''
    const facts = { category: categoryIn(language, category), basis: names[basis], article }
    return say(words.sensitive, facts)
  })
}

function whatPart({ facts, language }: Writing): Said[] {
  const words = publicNoticeWords[language].what
  const { found, forms, customFields, sensitive, sent } = facts
  const names: Readonly<Record<string, string>> = words.names
  const fields = found.fields.map((field) => names[field] ?? field)
  const categories = [...new Set(sensitive.map(({ category }) => category))].sort()
  const list = (items: readonly string[]) => listIn(language, items)
  return [
    found.hasContacts ? say(words.number) : say(words.nobody),
    fields.length === 0 ? null : say(words.fields, { fields: list(fields) }),
    customFields.length === 0
      ? null
      : say(words.custom, { fields: list(customFields.map(({ name }) => name)) }),
    sent.length === 0 ? null : say(words.messages),
    facts.hasReplies ? say(words.replies) : null,
    say(words.consents),
    forms.length === 0 ? null : say(words.forms),
    categories.length === 0
      ? say(words.noSensitive)
      : say(words.sensitive, {
          categories: list(categories.map((category) => categoryIn(language, category))),
        }),
  ]
}

function sourcePart({ facts, language }: Writing): Said[] {
  const words = publicNoticeWords[language].source
  const { name } = facts.account
  return [
    facts.forms.length === 0 ? null : say(words.forms),
    facts.hasReplies ? say(words.replies) : null,
    facts.found.hasFiles ? say(words.files, { name }) : null,
    facts.found.hasContacts ? say(words.records, { name }) : null,
    facts.sent.length === 0 ? null : say(words.operators),
  ]
}

function rightsPart({ facts, language }: Writing): Said[] {
  const words = publicNoticeWords[language].rights
  const contact = reachOf(facts, 'dpo') ?? reachOf(facts, 'contact')
  return [
    say(words.stop),
    say(words.ask),
    say(words.withdraw),
    contact === null ? null : say(words.write, { contact }),
    say(words.delay),
    say(words.free),
    complainSentence(facts.account.country, language),
  ]
}

const registerScreen = '/register'

function lacksOf({ facts, language }: Writing): LackView[] {
  const reach = (['address', 'contact', 'dpo'] as const).filter(
    (field) => reachOf(facts, field) === null,
  )
  return [
    ...reach.map((field) => lack(field, registerScreen)),
    ...undeclared(facts).map((processing) =>
      lack('purpose', registerScreen, purposeName(facts, processing, language)),
    ),
    ...withoutBasis(facts).map((one) => lack('basis', registerScreen, nameOf(one, language))),
    ...installationLacks(facts.installation),
  ]
}
