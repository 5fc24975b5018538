// Which security measures are in place here: what the program always does, and what was measured.
import { relative } from 'node:path'
import { rightsOfRole } from '../../accounts/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { registerWords } from '../../words/index.ts'
import type { MeasureType } from '../contract.ts'
import type { DisclosureDeps, Measure } from '../deps.ts'
import { accountsAreApart } from './found-store.ts'

type Code = keyof (typeof registerWords)['en']['measures']

const languages: readonly Language[] = ['fr', 'en']

function measure(code: Code, type: MeasureType, facts: Record<string, number> = {}): Measure {
  const say = (language: Language) =>
    registerWords[language].measures[code].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(facts[name] ?? whole),
    )
  const [fr = '', en = ''] = languages.map(say)
  return { code, type, text: { fr, en } }
}

/** A folder inside another has a path down to it. */
const isWithin = (folder: string, other: string): boolean => {
  const path = relative(other, folder)
  return path === '' || !(path.startsWith('..') || /^(?:[/\\]|[A-Za-z]:)/.test(path))
}

/** Only what is true on this installation, in the order in which people read it. */
export async function measuresHere(
  deps: Pick<DisclosureDeps, 'keysFolder' | 'dataFolder' | 'publicUrl' | 'moreMeasures'>,
  tx: Tx,
): Promise<Measure[]> {
  const { keysFolder, dataFolder, publicUrl } = deps
  const isApart = !isWithin(keysFolder, dataFolder) && !isWithin(dataFolder, keysFolder)
  const isHttps = publicUrl?.startsWith('https:') ?? false
  const more = await Promise.all(deps.moreMeasures.map((ask) => ask(tx)))
  return [
    measure('sealed', 'encryption'),
    ...(isApart ? [measure('keys_apart', 'encryption')] : []),
    ...(isHttps ? [measure('https', 'encryption')] : []),
    measure('masked', 'trace'),
    ...((await accountsAreApart(tx)) ? [measure('accounts_apart', 'access')] : []),
    measure('levels', 'access', { count: Object.keys(rightsOfRole).length }),
    measure('passwords', 'access'),
    measure('checked_again', 'other'),
    measure('ledger', 'trace'),
    measure('sensitive_apart', 'other'),
    measure('quiet_logs', 'software'),
    measure('contracts', 'suppliers'),
    ...more.flat(),
  ]
}
