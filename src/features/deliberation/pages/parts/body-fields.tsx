import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import {
  type Body,
  bodyKindLabels,
  decisionRuleLabels,
  minutesStyleLabels,
  quorumLabels,
} from '../../core/bodies.ts'
import { seatsWords } from '../../core/forms.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type BodyFieldsProps = { entered: Entered; problems: Problems; others: readonly Body[] }

export function BodyFields({ entered, problems, others }: BodyFieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('name')} label="名前" support="例：総合計画審議会" required />
      <SelectField {...field('kind')} label="種類" choices={choicesOf(bodyKindLabels)} width="mid" />
      <TextField {...field('legalBasis')} label="設置の根拠" support="例：総合計画審議会条例" required />
      <TextArea {...field('role')} label="役割" rows={2} support="市民に向けて、何をする会議かを書きます。" />
      <SelectField
        {...field('parentId')}
        label="上の会議体"
        blank="種類にあわせる"
        support="策定組織体系図での位置です。"
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        width="mid"
      />
      <SelectField {...field('quorum')} label="定足数" choices={choicesOf(quorumLabels)} width="mid" />
      <TextField
        {...field('quorumArticle')}
        label="定足数の条項"
        support="例：条例第6条第2項。会議体のページに出ます。"
        width="mid"
        optional
      />
      <SelectField {...field('decisionRule')} label="議決の方法" choices={choicesOf(decisionRuleLabels)} />
      <TextField {...field('decisionArticle')} label="議決の条項" width="mid" optional />
      <TextField {...field('term')} label="委員の任期" support="例：2年" width="mid" optional />
      <TextField {...field('termArticle')} label="任期の条項" width="mid" optional />
      <SelectField
        {...field('minutesStyle')}
        label="会議録の氏名"
        support="公開する会議録での、発言した委員の扱いです。"
        choices={choicesOf(minutesStyleLabels)}
        width="mid"
      />
      <TextArea
        {...field('seats')}
        label="委員の定数"
        rows={4}
        support="1行に1つ、区分と人数を書きます。例：公募の市民 4"
      />
      <CheckField
        name="isOpenByDefault"
        label="会議は原則公開"
        isChecked={entered['isOpenByDefault'] !== undefined}
      />
      <TextField {...field('opennessArticle')} label="会議の公開の条項" width="mid" optional />
    </>
  )
}

export const enteredOfBody = (body: Body): Entered => ({
  name: body.name,
  kind: body.kind,
  legalBasis: body.legalBasis,
  role: body.role,
  quorum: body.quorum,
  decisionRule: body.decisionRule,
  minutesStyle: body.minutesStyle,
  seats: seatsWords(body.seats),
  parentId: body.parentId ?? '',
  quorumArticle: body.quorumArticle,
  decisionArticle: body.decisionArticle,
  opennessArticle: body.opennessArticle,
  term: body.term,
  termArticle: body.termArticle,
  ...(body.isOpenByDefault ? { isOpenByDefault: 'yes' } : {}),
})
