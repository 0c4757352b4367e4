import { dayExample } from '#src/features/organization/core/read-day.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { designLabels } from '../../core/labels.ts'
import { textOfStrata } from '../../core/sample/strata.ts'
import { listDays, type Survey } from '../../core/survey.ts'

export const surveyFieldLabels = {
  title: '調査名',
  universe: '対象',
  introduction: '回答する方への説明',
  startsOn: '始まる日',
  endsOn: '終わる日',
  designKind: '抽出の方法',
  strata: '層と人口',
  listGround: '名簿を使う根拠',
  purgeOn: '案内の名簿を消す日',
} as const

type FieldsProps = { entered: Entered; problems: Problems }

/** What is said of a survey: the same for a new one and for a correction. */
export function SurveyFields({ entered, problems }: FieldsProps) {
  const field = (name: keyof typeof surveyFieldLabels) => ({
    name,
    label: surveyFieldLabels[name],
    value: entered[name],
    problem: problems[name],
  })
  return (
    <>
      <TextField {...field('title')} support="例：令和8年度 市民意向調査" required />
      <TextField {...field('universe')} support="例：市内に住む18歳以上の人" optional />
      <TextArea
        {...field('introduction')}
        support="目的、結果の使い方、期間、問合せ先。最初の画面と、公開ページに出ます。"
        rows={6}
        optional
      />
      <TextField {...field('startsOn')} support={dayExample} width="short" required />
      <TextField
        {...field('endsOn')}
        support="この日の24時まで受け付けます。入力中の方は、あと60分送れます。"
        width="short"
        required
      />
      <SelectField
        {...field('designKind')}
        width="mid"
        choices={Object.entries(designLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        {...field('strata')}
        support="1行目に変数の名前と「人口」、2行目から1行に1つの層。例：地区,年齢,人口。表計算から貼り付けられます。人口の後に「標準偏差」の列を足すと、ネイマン配分を選べます。層がなければ、空けておきます。"
        rows={6}
        optional
      />
      <TextField
        {...field('listGround')}
        support="例：個人情報の保護に関する法律第69条第2項第2号。住民基本台帳などを、この調査に使う根拠です。"
        optional
      />
      <TextField
        {...field('purgeOn')}
        support={`締切を確定した調査の、宛名番号と答えたかどうかの名簿は、この日に自動で消え、記録が残ります。空けておくと、終わる日の${listDays}日後です。`}
        width="short"
        optional
      />
    </>
  )
}

export const enteredOfSurvey = (survey: Survey): Entered => ({
  title: survey.title,
  universe: survey.universe,
  introduction: survey.introduction,
  startsOn: survey.startsOn,
  endsOn: survey.endsOn,
  designKind: survey.designKind,
  strata: textOfStrata(survey.strata),
  listGround: survey.listGround ?? '',
  purgeOn: survey.purgeOn ?? '',
})
