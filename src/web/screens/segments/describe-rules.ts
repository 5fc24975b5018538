// The rules of a segment as one sentence of the reader's language.
import { useMemo } from 'react'
import type { CustomFieldView, SegmentRule, SegmentRules } from '../../../contacts/contract.ts'
import { date, territoryName } from '../../data/format.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'
import { own } from '../../words/own.ts'
import { campaignRuleWords } from '../../words/sending/campaign-rules.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import { useListNames } from '../lists/queries.ts'
import { useSentCampaigns } from './queries.ts'

type Known = {
  language: Language
  words: Words
  lists: readonly { id: string; name: string }[]
  campaigns: readonly { id: string; name: string }[]
  fields: readonly CustomFieldView[]
}

function describe(rule: SegmentRule, { language, words, lists, campaigns, fields }: Known): string {
  const w = words.segments
  const { told } = w
  switch (rule.field) {
    case 'list': {
      const name = lists.find(({ id }) => id === rule.listId)?.name ?? told.gone
      return fill(told.list[rule.op], { value: name })
    }
    case 'campaign': {
      const c = own(words, campaignRuleWords)
      const name = campaigns.find(({ id }) => id === rule.campaignId)?.name ?? c.gone
      return fill(c.told[rule.op], { value: name })
    }
    case 'status':
      return fill(told.status[rule.op], { value: words.people.statuses[rule.status] })
    case 'country':
      return fill(told.country[rule.op], { value: territoryName(language, rule.country) })
    case 'department':
      return fill(told.department[rule.op], { value: rule.department })
    case 'custom': {
      const field = fields.find(({ key }) => key === rule.key)?.name ?? rule.key
      return fill(told.custom[rule.op], { field, value: rule.value })
    }
    default: {
      const value = 'day' in rule ? date(language, rule.day) : String(rule.days)
      return fill(told.when[rule.op], { field: w.fields[rule.field], value })
    }
  }
}

/** Joined by "and" or "or". */
export function useDescribeRules(): (rules: Pick<SegmentRules, 'match' | 'rules'>) => string {
  const { language, words } = useLanguage()
  const lists = useListNames().data?.items
  const campaigns = useSentCampaigns()
  const fields = useCustomFields().data
  return useMemo(() => {
    const known = { language, words, lists: lists ?? [], campaigns, fields: fields ?? [] }
    return ({ match, rules }) => {
      const joint = match === 'all' ? words.segments.told.and : words.segments.told.or
      return rules.map((rule) => describe(rule, known)).join(` ${joint} `)
    }
  }, [language, words, lists, campaigns, fields])
}
