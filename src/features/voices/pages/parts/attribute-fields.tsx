import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import {
  ageBands,
  channelLabels,
  consentLabels,
  deskChannels,
  frameLabels,
  methodLabels,
  requestPathLabels,
} from '../../core/labels.ts'

type FieldsProps = { entered: Entered; problems: Problems; districts: readonly string[] }

const choices = (labels: Readonly<Record<string, string>>, keys = Object.keys(labels)) =>
  keys.map((value) => ({ value, label: labels[value] ?? value }))

/** How a voice came and from whom, in bands: never a name, an age or an address. */
export function AttributeFields({ entered, problems, districts }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name] ?? '', problem: problems[name] })
  return (
    <>
      <SelectField
        {...field('channel')}
        label="経路"
        blank="選んでください"
        choices={choices(channelLabels, deskChannels)}
        width="mid"
        required
      />
      <SelectField
        {...field('requestPath')}
        label="要望の経路"
        support="経路が「要望」のときだけ。「その他」は、下の「いつ・どこの声か」に書きます"
        blank="決めない"
        choices={choices(requestPathLabels)}
        width="mid"
        optional
      />
      <TextField
        {...field('receivedOn')}
        label="受けた日"
        support="例：2026-07-01、令和8年7月1日"
        width="short"
        required
      />
      <SelectField
        {...field('method')}
        label="方法"
        blank="選んでください"
        choices={choices(methodLabels)}
        width="short"
        required
      />
      <TextField
        {...field('sessionLabel')}
        label="いつ・どこの声か"
        support="例：市民説明会 谷和原会場"
        width="mid"
        optional
      />
      <SelectField
        {...field('district')}
        label="地区"
        blank="わからない"
        choices={[...districts, '市外'].map((value) => ({ value, label: value }))}
        width="short"
        optional
      />
      <SelectField
        {...field('ageBand')}
        label="年代"
        blank="わからない"
        choices={ageBands.map((value) => ({ value, label: value }))}
        width="short"
        optional
      />
      <TextField {...field('group')} label="属性" support="例：子育て世代、学生" width="mid" optional />
      <SelectField
        {...field('frame')}
        label="集め方"
        blank="選んでください"
        choices={choices(frameLabels)}
        width="mid"
        required
      />
      <SelectField
        {...field('consent')}
        label="公開の同意"
        blank="選んでください"
        choices={choices(consentLabels)}
        width="mid"
        required
      />
    </>
  )
}
