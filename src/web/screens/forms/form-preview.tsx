// The page of a form as people see it, on a phone and on a computer, before anybody does.
import { Group, Paper, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { FormView } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { formsWords } from '../../words/consent/forms.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useFormPreview } from './queries.ts'

const devices = ['phone', 'page'] as const
type Device = (typeof devices)[number]
/** Of a common telephone, in points. */
const phone = { width: 390, height: 680 }

export function FormPreview({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  const [device, setDevice] = useState<Device>('phone')
  const [reader, setReader] = useState(form.language)
  const preview = useFormPreview(form, reader)
  return (
    <Section title={w.previewTitle} lead={w.previewLead}>
      <Group>
        <Select
          label={w.previewOn}
          allowDeselect={false}
          value={device}
          data={devices.map((value) => ({ value, label: w.devices[value] }))}
          onChange={(value) => value && setDevice(value as Device)}
        />
        <Select
          label={w.previewIn}
          allowDeselect={false}
          value={reader}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => value && setReader(value as FormView['language'])}
        />
      </Group>
      <Answer query={preview}>
        {({ html }) => (
          <Paper
            withBorder
            style={{ overflow: 'hidden', maxWidth: device === 'phone' ? phone.width : '100%' }}
          >
            {/* Without a single permission: neither scripts, nor forms, nor windows. */}
            <iframe
              title={fill(w.previewName, { name: form.name })}
              sandbox=""
              srcDoc={html}
              style={{ display: 'block', border: 0, width: '100%', height: phone.height }}
            />
          </Paper>
        )}
      </Answer>
      <Text size="sm" c="dimmed">
        {w.leads[form.state]}
      </Text>
    </Section>
  )
}
