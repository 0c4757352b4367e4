import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { sealingLabels } from '../../core/inquiry.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type FieldsProps = { entered: Entered; problems: Problems; versions: readonly Choice[] }

/** What the letter of an inquiry says. */
export function InquiryFields({ entered, problems, versions }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('number')} label="文書番号" support="例：企政第12号" width="mid" required />
      <TextField {...field('askedOn')} label="諮問の日" width="short" required />
      <TextField {...field('addressee')} label="宛先" required />
      <TextField {...field('sender')} label="差出人" support="例：○○市長 氏名" required />
      <TextField {...field('subject')} label="件名" support="例：後期基本計画の策定" required />
      <TextField {...field('ground')} label="根拠" support="例：総合計画審議会条例第2条" required />
      <TextArea {...field('question')} label="諮問事項" rows={4} required />
      <SelectField {...field('versionId')} label="別添する計画の版" blank="なし" choices={[...versions]} />
      <TextField {...field('dueOn')} label="答申を希望する期日" width="short" optional />
      <SelectField
        {...field('sealing')}
        label="公印"
        choices={choicesOf(sealingLabels)}
        support="諮問書と答申書に入ります。"
        width="mid"
      />
    </>
  )
}
