// The notice of the installation: who runs the server, for whom, and what it keeps of its users.
import type { Language } from '../../kernel/index.ts'
import { publicNoticeWords } from '../../words/index.ts'
import type { InstallationFacts } from '../facts/installation-facts.ts'
import { periodSentence, userPeriods } from '../facts/retention-periods.ts'
import {
  complainSentence,
  installationLacks,
  measuresPart,
  recipientsPart,
} from './common-parts.ts'
import { type Draft, type Said, say, sectionsOf } from './said.ts'

export function writeInstallationNotice(facts: InstallationFacts, language: Language): Draft {
  const words = publicNoticeWords[language]
  const { usersBasis } = facts.operator
  return {
    title: words.installationTitle,
    sections: sectionsOf(words, {
      who: whoPart(facts, language),
      why: [
        say(words.why.hosting),
        say(words.why.users),
        usersBasis === null ? null : say(words.why.basis, { basis: usersBasis }),
      ],
      what: [say(words.what.carried), say(words.what.users)],
      source: [say(words.source.organisations)],
      recipients: recipientsPart(facts, language),
      retention: userPeriods.map((period) => say(periodSentence(period, language))),
      measures: measuresPart(facts, language),
      rights: rightsPart(facts, language),
      automated: [say(words.automated)],
    }),
    lacks: installationLacks(facts),
  }
}

function whoPart({ operator }: InstallationFacts, language: Language): Said[] {
  const words = publicNoticeWords[language].who
  const { operatorName, operatorAddress, operatorContact } = operator
  const dpo = officerOf(operator)
  return [
    operatorName === null ? say(words.noOperator) : say(words.operator, { operator: operatorName }),
    operatorAddress === null ? null : say(words.address, { address: operatorAddress }),
    operatorContact === null
      ? say(words.noContact)
      : say(words.contact, { contact: operatorContact }),
    dpo === null ? say(words.noDpo) : say(words.dpo, { dpo }),
    say(words.roles),
    say(words.users),
  ]
}

/** Without a way to reach them, an officer is no help to anybody. */
export const officerOf = ({ dpoName, dpoContact }: InstallationFacts['operator']): string | null =>
  dpoContact === null ? null : [dpoName, dpoContact].filter((one) => one !== null).join(', ')

function rightsPart({ operator }: InstallationFacts, language: Language): Said[] {
  const words = publicNoticeWords[language].rights
  const contact = operator.dpoContact ?? operator.operatorContact
  return [
    say(words.stop),
    say(words.organisation),
    say(words.ask),
    contact === null ? null : say(words.write, { contact }),
    say(words.delay),
    complainSentence(operator.hostCountry ?? '', language),
  ]
}
