// Starts a text from a template that is in use; the campaign remembers which version it was.
import { Select } from '@mantine/core'
import type { TemplateView } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { useTemplates } from './queries.ts'

export function TemplateChoice(props: {
  chosen: string | null
  onChoose(template: TemplateView | null): void
  /** Those that can be used here; absent: all. */
  fits?: (template: TemplateView) => boolean
}) {
  const w = useWords().compose
  const { fits = () => true } = props
  const templates = (useTemplates().data?.items ?? []).filter(fits)
  if (templates.length === 0) return null
  return (
    <Select
      label={w.fromTemplate}
      placeholder={w.noTemplateChosen}
      clearable
      clearButtonProps={{ 'aria-label': w.noTemplateChosen }}
      value={templates.some(({ id }) => id === props.chosen) ? props.chosen : null}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => props.onChoose(templates.find((one) => one.id === id) ?? null)}
    />
  )
}
