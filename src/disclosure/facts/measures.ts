// Which security measures are in place here: what the program always does, and what was measured.
import { relative } from 'node:path'
import { rightsOfRole } from '../../accounts/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { registerWords } from '../../words/index.ts'
import type { MeasureType } from '../contract.ts'
import type { DisclosureDeps, Measure } from '../deps.ts'

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

/** No row of an account without the rule that keeps it to its account: asked of the database. */
async function accountsAreApart(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ open: number; kept: number }>(
    `select count(*) filter (where not (c.relrowsecurity and c.relforcerowsecurity))::int as open,
       count(*) filter (where c.relrowsecurity and c.relforcerowsecurity)::int as kept
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'graphile_worker'
       and has_table_privilege(c.oid, 'select')`,
  )
  const found = rows[0] ?? { open: 0, kept: 0 }
  return found.open === 0 && found.kept > 0
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
  const more = await Promise.all(deps.moreMeasures.map((ask) => ask()))
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
