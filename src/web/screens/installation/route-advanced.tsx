// What is seldom set of a route that is there: open where something of it is set.
import { useState } from 'react'
import type { RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { routeOperatorWords } from '../../words/installation/operators.ts'
import { own } from '../../words/own.ts'
import { advancedLack, advancedOf, advancedRequest, isPlain } from './operator/advanced-draft.ts'
import { AdvancedFields } from './operator/advanced-fields.tsx'
import { useSaveRoute } from './queries.ts'

export function RouteAdvanced(props: {
  route: RouteView
  operator: NonNullable<RouteView['operator']>
}) {
  const { route, operator } = props
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords)
  const [draft, setDraft] = useState(() => advancedOf(route, operator))
  const save = useSaveRoute()
  const lack = advancedLack(draft)
  const lacking = lack === null ? null : w.wrong[lack]
  const state = useAllowed('installation.manage', save.isPending, lacking)
  const { kind, usesTls } = operator
  return (
    <Section title={w.advanced.section} lead={w.advanced.lead}>
      <Folded title={w.advanced.title} isOpen={!isPlain(advancedOf(route, operator), kind)}>
        <RecordForm
          label={w.advanced.section}
          save={w.advanced.save}
          state={state}
          error={save.error}
          done={save.isSuccess ? words.installation.route.saved : null}
          onSubmit={() =>
            save.mutate({ id: route.id, route: advancedRequest(draft, { kind, usesTls }) })
          }
        >
          <AdvancedFields
            draft={draft}
            kind={kind}
            usesTls={usesTls}
            change={(part) => setDraft((old) => ({ ...old, ...part }))}
          />
        </RecordForm>
      </Folded>
    </Section>
  )
}
