// A text with places for what differs from person to person: {first_name}, {first_name|chez nous}.

export const mergeFields = ['first_name', 'last_name'] as const
export type MergeField = (typeof mergeFields)[number]

export type TemplatePiece = string | { field: MergeField; fallback: string | null }
export type Template = { ok: true; pieces: readonly TemplatePiece[] } | { ok: false; field: string }

const place = /\{([a-z_]+)(?:\|([^{}]*))?\}/g

/** Reads a template, or names the first field that does not exist. Other braces are plain text. */
export function readTemplate(text: string): Template {
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const match of text.matchAll(place)) {
    const field = mergeFields.find((name) => name === match[1])
    if (field === undefined) return { ok: false, field: match[1] ?? '' }
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push({ field, fallback: match[2] ?? null })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return { ok: true, pieces }
}

export type MergeValues = Readonly<Partial<Record<MergeField, string | undefined>>>
export type Rendered = { text: string; fieldEmpty: boolean }

/** Fills the places. A field without value and without fallback makes the text unfit to send. */
export function render(pieces: readonly TemplatePiece[], values: MergeValues): Rendered {
  const only = pieces[0]
  if (pieces.length === 1 && typeof only === 'string') return { text: only, fieldEmpty: false }
  let text = ''
  let fieldEmpty = false
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const value = values[piece.field]?.trim() || piece.fallback
    if (value === null || value === undefined) fieldEmpty = true
    else text += value
  }
  return { text, fieldEmpty }
}
