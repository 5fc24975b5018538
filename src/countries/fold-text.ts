// Text as the word lists see it: lower case, no accents, one kind of quote, dash and space.

export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/\s+/g, ' ')
    .trim()
}
