// Who follows a link: somebody, a machine that draws a preview or protects, or nobody can say.

export type WhoClicked = 'people' | 'machines' | 'unknown'

/** Of the request, nothing of which is kept. */
export type Asking = { header(name: string): string | null }

/**
 * Programs that open links by themselves: previews of messengers and phones, search engines,
 * protection of mail and handsets, tools. By what they call themselves.
 */
const machines =
  /bot\b|bot\/|crawl|spider|preview|facebookexternalhit|whatsapp|skypeuri|slack|telegram|viber|embedly|pinterest|snapchat|google-safety|google-read-aloud|safelinks|proofpoint|mimecast|barracuda|trendmicro|headless|phantom|curl\/|wget\/|python|java\/|okhttp|go-http|node|axios|libwww|httpclient|scanner|monitor/i

const browsers = /^Mozilla\/5\.0 \(.+\) .*(?:Gecko|AppleWebKit)/

/** Browsers call themselves by some two hundred characters, in-app browsers by some more. */
const charactersMax = 1_000

export function whoClicked(asking: Asking): WhoClicked {
  // The patterns read no more of what anybody may send: sixteen thousand took a tenth of a second.
  const header = (name: string) => asking.header(name)?.slice(0, charactersMax) ?? null
  const name = header('user-agent') ?? ''
  // A page that is fetched before anybody asks for it.
  const purpose = `${header('sec-purpose') ?? ''} ${header('purpose') ?? ''}`
  if (machines.test(name) || /prefetch|preview|prerender/i.test(purpose)) return 'machines'
  if (!browsers.test(name)) return 'unknown'
  const mode = header('sec-fetch-mode')
  const into = header('sec-fetch-dest')
  // What a page loads by itself is not what somebody opens.
  if (mode !== null && mode !== 'navigate') return 'machines'
  if (into !== null && into !== 'document') return 'machines'
  if (mode === 'navigate') return 'people'
  // Browsers before 2023 do not say; they ask for a page in a language and accept HTML.
  const isPage = (header('accept') ?? '').includes('text/html')
  return isPage && header('accept-language') !== null ? 'people' : 'unknown'
}
