// The language of the terminal: `--lang`, else what the machine's locale says.
import type { Language } from '../kernel/index.ts'

/** Takes `--lang fr` or `--lang=fr` out of the arguments, wherever it stands. */
export function terminalLanguage(args: readonly string[]): { args: string[]; language: Language } {
  const rest: string[] = []
  let asked: string | null = null
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--lang') {
      asked = args[index + 1] ?? null
      index += 1
    } else if (arg.startsWith('--lang=')) asked = arg.slice('--lang='.length)
    else rest.push(arg)
  }
  const language = asked === 'fr' || asked === 'en' ? asked : localeLanguage()
  return { args: rest, language }
}

/** Node takes its default locale from LC_ALL, LC_MESSAGES or LANG. */
function localeLanguage(): Language {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? 'fr' : 'en'
}
