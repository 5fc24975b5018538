// The measured facts on which an assessment rests: a version keeps them, and what changed since is
// told.
import { gapsOf } from '../../checkup/index.ts'
import type { Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import type { ImpactChange } from '../contract-impact.ts'
import { type Known, recordsOf, transfersIn } from './known.ts'
import { filled, wordsIn } from './say.ts'

type FactKind = ImpactChange['kind']
export type Fact = { kind: FactKind; key: string; name: Record<Language, string> }

const languages = ['fr', 'en'] as const

/** In both languages side by side: what the same key is called. */
function named(
  of: (language: Language) => { kind: FactKind; key: string; name: string }[],
): Fact[] {
  const [fr, en] = languages.map(of)
  return (fr ?? []).map(({ kind, key, name }) => ({
    kind,
    key,
    name: { fr: name, en: en?.find((one) => one.kind === kind && one.key === key)?.name ?? name },
  }))
}

/** No lookup into other accounts: what is compared every quarter of an hour has to be cheap. */
export function factsOf(known: Known): Fact[] {
  const { account, installation, checkup } = known
  const facts = named((language) => [
    ...(account === null
      ? []
      : recordsOf(account, language).flatMap((record) => [
          { kind: 'purpose' as const, key: record.place, name: record.name.value },
          ...record.data
            .filter(({ isHeld }) => isHeld)
            .map(({ line, label }) => ({ kind: 'data' as const, key: line, name: label })),
          ...record.sensitive
            .filter(({ isHeld }) => isHeld)
            .map(({ line, label }) => ({ kind: 'sensitive' as const, key: line, name: label })),
        ])),
    ...installation.suppliers.map(({ id, name }) => ({
      ...{ kind: 'supplier' as const, key: id, name },
    })),
    ...transfersIn(known, language).map(({ recipient, country }) => ({
      ...{ kind: 'transfer' as const, key: recipient, name: `${recipient} (${country})` },
    })),
    ...installation.measures.map(({ code, text }) => ({
      ...{ kind: 'measure' as const, key: code, name: text[language] },
    })),
    ...(checkup === null ? [] : gapsOf(checkup)).map((check) => ({
      ...{ kind: 'check' as const, key: check },
      name: sentence(language, `checkup.${check}`) ?? check,
    })),
  ])
  const keys = new Set<string>()
  return facts.filter(({ kind, key }) => {
    const isNew = !keys.has(`${kind}:${key}`)
    keys.add(`${kind}:${key}`)
    return isNew
  })
}

/** A measure that went, and anything else that came. */
export function changesSince(
  before: readonly Fact[],
  now: readonly Fact[],
  language: Language,
): ImpactChange[] {
  const { changes } = wordsIn(language)
  const isIn = (facts: readonly Fact[], { kind, key }: Fact) =>
    facts.some((one) => one.kind === kind && one.key === key)
  const came = now.filter((one) => one.kind !== 'measure' && !isIn(before, one))
  const went = before.filter((one) => one.kind === 'measure' && !isIn(now, one))
  return [...came, ...went].map(({ kind, name }) => ({
    kind,
    text: filled(changes[kind], { name: name[language] }),
  }))
}
