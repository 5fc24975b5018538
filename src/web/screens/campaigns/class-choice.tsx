// The class of a campaign, which the sender chooses and nothing assumes, and what each class needs.
import { Checkbox, Radio, Select, Stack, TextInput } from '@mantine/core'
import {
  type AlertBasis,
  alertBases,
  type MessageClass,
  messageClasses,
} from '../../../sending/contract.ts'
import { useLanguage } from '../../data/language.tsx'

export type ClassDraft = {
  class: MessageClass | ''
  basis: AlertBasis | null
  purpose: string
  /** Rather twice than never: an alert's author may choose it. */
  mayRepeat: boolean
}

export function ClassChoice(props: {
  draft: ClassDraft
  change: (part: Partial<ClassDraft>) => void
  /** One message goes once: nothing is said of a repetition. */
  isSingle?: boolean
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const { draft, change } = props
  return (
    <>
      <Radio.Group
        label={w.class}
        description={w.classHelp}
        required
        value={draft.class}
        onChange={(value) => change({ class: messageClasses.find((one) => one === value) ?? '' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="marketing" label={w.marketing} description={w.marketingText} />
          <Radio value="alert" label={w.alert} description={w.alertText} />
        </Stack>
      </Radio.Group>
      {draft.class === 'marketing' ? (
        <TextInput
          label={w.purpose}
          description={words.wordings.purposeHelp}
          required
          value={draft.purpose}
          onChange={(event) => change({ purpose: event.currentTarget.value })}
        />
      ) : null}
      {draft.class === 'alert' ? (
        <>
          <Select
            label={w.basis}
            required
            value={draft.basis}
            data={alertBases.map((value) => ({ value, label: w.bases[value] }))}
            onChange={(basis) => change({ basis })}
          />
          {props.isSingle === true ? null : (
            <Checkbox
              label={w.mayRepeat}
              description={w.mayRepeatHelp}
              checked={draft.mayRepeat}
              onChange={(event) => change({ mayRepeat: event.currentTarget.checked })}
            />
          )}
        </>
      ) : null}
    </>
  )
}
