// The person's page as HTML: who has the number, consents, choices, requests.
import { type Instant, type Language, maskNumber } from '../kernel/index.ts'
import { preferencesPages, sentence } from '../words/index.ts'
import type { Acted } from './act-for-person.ts'
import { requestKinds } from './contract.ts'
import { filled, type Html, html, pageText } from './html.ts'
import type { AgreedWords, PersonChoice, PersonPage, ToldRequest } from './person-page.ts'

export function personPage(
  page: PersonPage,
  language: Language,
  address: { token: string; done: Acted | null },
): string {
  const words = preferencesPages[language]
  const other: Language = language === 'fr' ? 'en' : 'fr'
  const path = `/p/${address.token}`
  const day = (at: Instant) => dayOf(at, language, page.account.zone)
  const { done } = address
  const told = done === null ? null : html`<p class="told" role="status">${words.done[done]}</p>`
  const said = { language, path, day }
  const body = html`<h1>${words.personTitle}</h1>
<p>${filled(words.personLead, { number: maskNumber(page.number) })}</p>
${told}
${holderPart(page, language)}
<section aria-labelledby="choices"><h2 id="choices">${words.choicesTitle}</h2>
${page.suppression === null ? null : html`<p class="card">${stopped(page, language)}</p>`}
${page.choices.length === 0 ? html`<p>${words.noChoices}</p>` : null}
${page.choices.map((choice, index) => choicePart(choice, `choice-${index}`, said))}
</section>
${objectPart(page, language, path)}
<section aria-labelledby="words"><h2 id="words">${words.wordsTitle}</h2>
${page.words.length === 0 ? html`<p>${words.noWords}</p>` : null}
${page.words.map((agreed) => wordsPart(agreed, said))}
</section>
${requestsPart(page, said)}
<section aria-labelledby="copy"><h2 id="copy">${words.copyTitle}</h2>
<p>${words.copyLead}</p>
<p><a href="${path}/receipts.json">${words.copyLink}</a></p></section>`
  return pageText({
    language,
    title: words.personTitle,
    other: { label: words.otherLanguage, href: `${path}?lang=${other}`, language: other },
    body,
  })
}

export function dayOf(at: Instant, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(at)
}

type Said = { language: Language; path: string; day(at: Instant): string }

function holderPart(page: PersonPage, language: Language): Html {
  const words = preferencesPages[language]
  const day = (at: Instant) => dayOf(at, language, page.account.zone)
  const names = page.controllers.map(({ name }) => name).join(', ')
  return html`<section aria-labelledby="holder"><h2 id="holder">${words.holderTitle}</h2>
<p>${filled(words.holderHeld, { names, since: day(page.heldSince) })}</p>
<p>${filled(words.holderNames, { account: page.account.name })}</p>
<p>${filled(words.linkLife, { until: day(page.link.expiresAt) })}</p></section>`
}

function stopped(page: PersonPage, language: Language): string {
  const words = preferencesPages[language]
  if (page.suppression === 'relational') return words.noRelational
  return page.suppression === 'marketing' ? words.noMarketing : words.noMessages
}

const channelWord = (language: Language, channel: string): string =>
  sentence(language, `consent.channel.${channel}`) ?? channel

function choicePart(choice: PersonChoice, place: string, { language, path, day }: Said): Html {
  const words = preferencesPages[language]
  const channel = channelWord(language, choice.channel)
  const isGiven = choice.why === null
  const { legalBasis } = choice
  const state =
    legalBasis === null ? words.choice[choice.why ?? 'given'] : words.legalBases[legalBasis]
  const since = filled(words.since, { since: day(choice.since) })
  const until = isGiven ? `, ${filled(words.until, { until: day(choice.until) })}` : ''
  const { wording } = choice
  const quoted =
    wording === null
      ? null
      : html`<blockquote><p lang="${wording.language}">${wording.shownText}</p></blockquote>`
  return html`<div class="card" id="${place}">
${quoted}
<p><strong>${channel}</strong> (${choice.purpose}) : ${state}, ${since}${until}</p>
${
  choice.why === 'withdrawn'
    ? null
    : html`<form method="post" action="${path}?lang=${language}">
<input type="hidden" name="action" value="withdraw">
<input type="hidden" name="controller" value="${choice.controllerId}">
<input type="hidden" name="channel" value="${choice.channel}">
<input type="hidden" name="purpose" value="${choice.purpose}">
<button type="submit"
aria-describedby="${place}">${filled(words.withdraw, { what: channel })}</button></form>`
}</div>`
}

function objectPart(page: PersonPage, language: Language, path: string): Html | null {
  const words = preferencesPages[language]
  const all = page.suppression === 'all'
  if (all) return null
  const marketing = page.suppression === 'marketing'
  return html`<section aria-labelledby="object"><h2 id="object">${words.objectTitle}</h2>
<p>${words.objectLead}</p>
${marketing ? null : actButton({ path, language }, 'object_marketing', words.objectMarketing)}
${actButton({ path, language }, 'object_all', words.objectAll)}</section>`
}

function actButton(
  { path, language }: { path: string; language: Language },
  action: string,
  label: string,
): Html {
  return html`<form method="post" action="${path}?lang=${language}">
<input type="hidden" name="action" value="${action}">
<button type="submit" class="quiet">${label}</button></form>`
}

function wordsPart(agreed: AgreedWords, { language, path, day }: Said): Html {
  const words = preferencesPages[language]
  const how = sentence(language, `consent.grade.${agreed.grade}`) ?? agreed.grade
  const proof =
    agreed.seq === null
      ? words.wordsProofWaiting
      : filled(words.wordsProof, { seq: String(agreed.seq) })
  const about = [
    channelWord(language, agreed.channel),
    filled(words.wordsWhen, { when: day(Date.parse(agreed.at)) }),
    filled(words.wordsHow, { how }),
    proof,
  ]
  return html`<div class="card"><blockquote><p>${agreed.text}</p></blockquote>
<p>${about.join(' · ')}</p>
${
  agreed.documentId === null
    ? null
    : html`<p><a href="${path}/documents/${agreed.documentId}">${words.wordsDocument}</a></p>`
}</div>`
}

function requestsPart(page: PersonPage, said: Said): Html {
  const words = preferencesPages[said.language]
  const waiting = new Set(
    page.requests.filter(({ answeredAt }) => answeredAt === null).map(({ kind }) => kind),
  )
  const labels = {
    access: words.askAccess,
    rectification: words.askRectification,
    erasure: words.askErasure,
  }
  return html`<section aria-labelledby="requests"><h2 id="requests">${words.requestsTitle}</h2>
<p>${words.requestsLead}</p>
${page.requests.map((request) => requestPart(request, said))}
${requestKinds
  .filter((kind) => !waiting.has(kind))
  .map((kind) => actButton(said, kind, labels[kind]))}</section>`
}

function requestPart(request: ToldRequest, { language, day }: Said): Html {
  const words = preferencesPages[language]
  const { answeredAt, outcome, heardBy, reason } = request
  const state = filled(
    words.requestState[outcome ?? (answeredAt === null ? 'waiting' : 'answered')],
    {
      asked: day(request.askedAt),
      due: day(request.dueAt),
      answered: answeredAt === null ? '' : day(answeredAt),
    },
  )
  const heard = heardBy === null ? '' : ` (${words.requestHeard})`
  return html`<div class="card"><p>${words.requestKind[request.kind]}${heard} : ${state}</p>
${reason === null ? null : html`<p>${filled(words.requestSaid, { reason })}</p>`}
${request.answer === 'refused' ? html`<p>${words.requestComplain}</p>` : null}</div>`
}
