// Marketing is sent only to countries with complete rules.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const countryRules: GateCheck = {
  name: 'country_rules',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    return person.rulesReviewed ? passed : refuse('no_rules_for_country')
  },
}
