// The person's page as HTML: who has the number, consents, choices, requests.
import { type Instant, type Language, maskNumber, saidDay } from '../kernel/index.ts'
import { preferencesPages, purposeWord, requestAnswerWords, sentence } from '../words/index.ts'
import type { Acted } from './act-for-person.ts'
import { capital, filled, type Html, html, pageText } from './html.ts'
import type { AgreedWords, PersonChoice, PersonPage } from './person-page.ts'
import { type Again, requestButtons, requestCards, tellingForm } from './requests/requests-html.ts'

export function personPage(
  page: PersonPage,
  language: Language,
  address: { token: string; done: Acted | 'identified' | null },
  again: Again | null = null,
): string {
  const words = preferencesPages[language]
  const other: Language = language === 'fr' ? 'en' : 'fr'
  const path = `/p/${address.token}`
  const day = (at: Instant) => dayOf(at, language, page.account.zone)
  const { done } = address
  const told = done === null ? null : html`<p class="told" role="status">${words.done[done]}</p>`
  const said = { language, path, day }
  const body = html`<h1>${words.personTitle}</h1>
<p>${filled(words.personLead, { number: maskNumber(page.number).replaceAll(' ', '\u00a0') })}</p>
${told}
${page.changedHandsAt === null ? holderPart(page, language) : changedHandsPart(page, language)}
${page.changedHandsAt === null ? choicesPart(page, said) : null}
${objectPart(page, language, path)}
${page.changedHandsAt === null ? agreedPart(page, said) : null}
${requestsPart(page, said, page.readAt)}
${tellingForm('rectification', said, again)}
${tellingForm('complaint', said, again)}
${page.changedHandsAt === null ? copyPart(said) : null}
<p><a href="${page.noticePath}?lang=${language}">${words.publicNotice}</a></p>`
  return pageText({
    language,
    title: words.personTitle,
    other: { label: words.otherLanguage, href: `${path}?lang=${other}`, language: other },
    brand: page.brand,
    body,
  })
}

function choicesPart(page: PersonPage, said: Said): Html {
  const { language } = said
  const words = preferencesPages[language]
  return html`<section aria-labelledby="choices"><h2 id="choices">${words.choicesTitle}</h2>
${restrictedPart(page, said)}
${page.suppression === null ? null : html`<p class="card">${stopped(page, language)}</p>`}
${page.choices.length === 0 ? html`<p>${words.noChoices}</p>` : null}
${page.choices.map((choice, index) => choicePart(choice, `choice-${index}`, said))}
</section>`
}

function agreedPart(page: PersonPage, said: Said): Html {
  const words = preferencesPages[said.language]
  return html`<section aria-labelledby="words"><h2 id="words">${words.wordsTitle}</h2>
${page.words.length === 0 ? html`<p>${words.noWords}</p>` : null}
${page.words.map((agreed) => wordsPart(agreed, said))}
</section>`
}

function copyPart({ language, path }: Said): Html {
  const words = preferencesPages[language]
  return html`<section aria-labelledby="copy"><h2 id="copy">${words.copyTitle}</h2>
<p>${words.copyLead}</p>
<ul class="links">
<li><a href="${path}/copy.html?lang=${language}">${words.copyRead}</a></li>
<li><a href="${path}/copy.html?lang=${language}&amp;save=1">${words.copySave}</a></li>
<li><a href="${path}/receipts.json">${words.copyLink}</a>
<br>${words.copyLinkLead}</li></ul></section>`
}

/** In place of all that may be of whoever had the number before. */
function changedHandsPart(page: PersonPage, language: Language): Html {
  const words = preferencesPages[language]
  const { title, lead, how } = words.changedHands
  const until = dayOf(page.link.expiresAt, language, page.account.zone)
  return html`<section aria-labelledby="holder"><h2 id="holder">${title}</h2>
<p>${filled(lead, { account: page.account.name })}</p>
<p>${how}</p>
${page.suppression === null ? null : html`<p class="card">${stopped(page, language)}</p>`}
<p>${filled(words.linkLife, { until })}</p></section>`
}

export function dayOf(at: Instant, language: Language, zone: string): string {
  const written = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(at)
  return saidDay(language, written)
}

function restrictedPart(
  { restrictedAt }: Pick<PersonPage, 'restrictedAt'>,
  { language, day }: Said,
): Html | null {
  if (restrictedAt === null) return null
  const { restricted } = requestAnswerWords[language]
  return html`<p class="card">${filled(restricted, { since: day(restrictedAt) })}</p>`
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

export function stopped(page: Pick<PersonPage, 'suppression'>, language: Language): string {
  const words = preferencesPages[language]
  if (page.suppression === 'relational') return words.noRelational
  return page.suppression === 'marketing' ? words.noMarketing : words.noMessages
}

export const channelWord = (language: Language, channel: string): string =>
  sentence(language, `consent.channel.${channel}`) ?? channel

function choicePart(choice: PersonChoice, place: string, { language, path, day }: Said): Html {
  const words = preferencesPages[language]
  const channel = channelWord(language, choice.channel)
  const purpose = purposeWord(language, choice.purpose)
  const isGiven = choice.why === null
  const { legalBasis, wording } = choice
  const state =
    legalBasis === null
      ? words.choice[choice.why ?? 'given']
      : capital(words.legalBases[legalBasis])
  const since = filled(words.since, { since: day(choice.since) })
  const until = isGiven ? `, ${filled(words.until, { until: day(choice.until) })}` : ''
  return html`<div class="card" id="${place}">
<h3>${filled(words.choiceTitle, { channel: capital(channel), purpose })}</h3>
<p class="state ${isGiven ? 'on' : 'ended'}">${state}</p>
<p>${capital(since)}${until}.</p>
${
  wording === null
    ? null
    : html`<p>${words.choiceWords}</p>
<blockquote><p lang="${wording.language}">${wording.shownText}</p></blockquote>`
}
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

function requestsPart(page: PersonPage, { language, path, day }: Said, now: Instant): Html {
  const words = preferencesPages[language]
  return html`<section aria-labelledby="requests"><h2 id="requests">${words.requestsTitle}</h2>
<p>${words.requestsLead}</p>
${requestCards(page, { language, day, now, path })}
${requestButtons(page, { language, path })}</section>`
}
