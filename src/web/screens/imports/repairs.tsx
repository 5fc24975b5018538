// What may be mended in numbers, each with its own switch.
import { Group, Switch } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import type { Repair } from './kept-mapping.ts'

const repairs: readonly Repair[] = ['lost_zero', 'wrong_overseas_prefix']

export function Repairs(props: {
  chosen: readonly Repair[]
  choose: (chosen: readonly Repair[]) => void
}) {
  const { words } = useLanguage()
  const w = words.imports
  const { chosen, choose } = props
  const toggle = (repair: Repair, isOn: boolean) =>
    choose(repairs.filter((one) => (one === repair ? isOn : chosen.includes(one))))
  return (
    <Group gap="lg">
      {repairs.map((repair) => (
        <Switch
          key={repair}
          size="sm"
          label={w.repairs[repair]}
          checked={chosen.includes(repair)}
          onChange={(event) => toggle(repair, event.currentTarget.checked)}
        />
      ))}
    </Group>
  )
}
