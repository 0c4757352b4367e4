import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { consentLabels, frameLabels } from '../../core/labels.ts'
import type { Session } from '../../core/session.ts'

type FieldsProps = {
  entered: Entered
  problems: Problems
  districts: readonly string[]
  /** Frozen versions of the plan that may be explained. */
  versions: readonly Choice[]
}

export const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What, when, where and how to take part: the part that is announced, and how the voices are collected. */
export function SessionFields({ entered, problems, districts, versions }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name] ?? '', problem: problems[name] })
  return (
    <>
      <TextField {...field('title')} label="名前" support="例：10年後のまちを話すワールドカフェ" required />
      <TextArea {...field('purpose')} label="目的" rows={2} optional />
      <TextField {...field('heldOn')} label="開催の日" support="例：令和8年7月12日" width="short" required />
      <TextField {...field('startsAt')} label="始まりの時刻" support="例：13:30" width="short" optional />
      <TextField {...field('endsAt')} label="終わりの時刻" width="short" optional />
      <TextField {...field('place')} label="場所" support="例：谷和原公民館 大会議室" optional />
      <SelectField
        {...field('district')}
        label="会場の地区"
        support="記録に地区が書かれていないとき、この地区の声として数えます"
        blank="決めない"
        choices={districts.map((value) => ({ value, label: value }))}
        width="short"
        optional
      />
      <TextField {...field('group')} label="対象" support="例：子育て世代、大学生" width="mid" optional />
      <TextArea
        {...field('howTo')}
        label="参加の方法"
        support="例：申込不要。手話通訳と託児があります"
        rows={2}
        optional
      />
      <TextField {...field('contact')} label="問い合わせ先" optional />
      <SelectField
        {...field('frame')}
        label="集め方"
        support="選ばないと、説明会とワールドカフェは公募、ヒアリングは招待、職員は職員になります"
        blank="種類に合わせる"
        choices={choicesOf(frameLabels)}
        width="mid"
        optional
      />
      <SelectField
        {...field('consent')}
        label="記録の公開の同意"
        support="会の始めに参加者へ説明した扱いです。発言ごとに変えられます。選ばないと、職員は「庁内だけ」、ほかは「名前を出さずに引用してよい」になります"
        blank="種類に合わせる"
        choices={choicesOf(consentLabels)}
        width="mid"
        optional
      />
      {versions.length > 0 && (
        <SelectField
          {...field('versionId')}
          label="説明する計画の版"
          support="配る資料は、この版からつくります"
          blank="ない"
          choices={versions}
          width="mid"
          optional
        />
      )}
    </>
  )
}

export const enteredOfSession = (session: Session): Entered => ({
  title: session.title,
  purpose: session.purpose,
  heldOn: session.heldOn,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  place: session.place,
  district: session.district,
  group: session.group,
  howTo: session.howTo,
  contact: session.contact,
  frame: session.frame,
  consent: session.consent,
  versionId: session.versionId,
})

export const sessionLabels: Readonly<Record<string, string>> = {
  title: '名前',
  purpose: '目的',
  heldOn: '開催の日',
  startsAt: '始まりの時刻',
  endsAt: '終わりの時刻',
  place: '場所',
  district: '会場の地区',
  group: '対象',
  howTo: '参加の方法',
  contact: '問い合わせ先',
  frame: '集め方',
  consent: '記録の公開の同意',
  versionId: '説明する計画の版',
}
