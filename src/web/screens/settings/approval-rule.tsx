// Above how many recipients somebody else than the author approves a campaign.
import { NumberInput, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

const key = ['campaign-policy']
const offered = 1_000

function RuleForm({ held }: { held: number | null }) {
  const w = useLanguage().words.approvals
  const queries = useQueryClient()
  const [isOn, setOn] = useState(held !== null)
  const [above, setAbove] = useState<number | string>(held ?? offered)
  const save = useMutation({
    mutationFn: (anotherAbove: number | null) =>
      call('PUT /v1/campaign-policy', { body: { anotherAbove } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const state = useAllowed('account.manage', save.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(isOn ? Number(above) : null)
  }
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start">
        <Switch
          label={w.ruleSwitch}
          checked={isOn}
          disabled={state.kind === 'refused'}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        {isOn ? (
          <NumberInput
            label={w.ruleAbove}
            required
            min={0}
            max={100_000_000}
            allowDecimal={false}
            allowNegative={false}
            disabled={state.kind === 'refused'}
            value={above}
            onChange={setAbove}
          />
        ) : null}
        {save.error ? <Failed error={save.error} /> : null}
        <ActionButton submit variant="default" label={w.ruleSave} state={state} />
        <Text size="sm" role="status">
          {save.isSuccess ? w.ruleSaved : ''}
        </Text>
      </Stack>
    </form>
  )
}

export function ApprovalRule() {
  const w = useLanguage().words.approvals
  const policy = useQuery({ queryKey: key, queryFn: () => call('GET /v1/campaign-policy') })
  return (
    <Section title={w.rule} lead={w.ruleLead} narrow>
      <Answer query={policy}>{(data) => <RuleForm held={data.anotherAbove} />}</Answer>
    </Section>
  )
}
