import type { PublicVersion } from '#src/features/plan/store/queries/public.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { deadlineRuleLabels, identityLabels } from '../../core/case.ts'
import type { ClassList } from '../../core/classes.ts'

type FormProps = {
  title: string
  entered: Entered
  problems: Problems
  revision: number | undefined
  versions: readonly PublicVersion[]
  classLists: readonly ClassList[]
  isStale?: boolean
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** One sheet, from which page, form and announcement are made. */
export function CaseForm(props: FormProps) {
  const { title, entered, problems, revision, versions, classLists, isStale } = props
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <ProblemSummary problems={problems} />
      {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
      <h1>{title}</h1>
      <form method="post" class="sb-form l-gap" noValidate>
        <input type="hidden" name="revision" value={revision ?? 0} />
        <TextField
          {...field('title')}
          label="案件名"
          support="例：第2次総合計画後期基本計画（素案）への意見募集"
          required
        />
        <TextField {...field('office')} label="担当課" width="mid" required />
        <TextArea {...field('purpose')} label="趣旨" rows={4} required />
        <TextArea
          {...field('easyPurpose')}
          label="やさしい日本語の説明"
          support="「やさしい日本語で読む」のページの、はじめに出ます。"
          rows={3}
          optional
        />
        <SelectField
          {...field('versionId')}
          label="意見を募る版"
          blank="選んでください"
          choices={versions.map(({ id, label }) => ({ value: id, label }))}
          support="公開した版だけが選べます。"
          width="mid"
          required
        />
        <TextArea
          {...field('papers')}
          label="関係資料"
          support="案のほかに読んでほしい資料の名前と、ある場所。1行に1つ"
          rows={3}
          optional
        />
        <TextField
          {...field('opensOn')}
          label="始まりの日"
          support="例：2026-11-02、令和8年11月2日"
          width="short"
          required
        />
        <TextField {...field('closesOn')} label="終わりの日" width="short" required />
        <TextField
          {...field('minimumDays')}
          label="最低の日数"
          support="市の条例・要綱の日数。これより短いときは、理由が要ります。"
          inputMode="numeric"
          width="short"
          required
        />
        <TextField
          {...field('shortReason')}
          label="短くする理由"
          support="意見募集のページに載ります。"
          optional
        />
        <SelectField
          {...field('deadlineRule')}
          label="郵送の期限"
          choices={choices(deadlineRuleLabels)}
          width="short"
        />
        <TextField {...field('resultDueOn')} label="結果を公表する予定の日" width="short" optional />
        <TextArea {...field('whoMay')} label="提出できる人" rows={2} required />
        <SelectField
          {...field('identity')}
          label="氏名と住所"
          choices={choices(identityLabels)}
          width="mid"
        />
        <TextField
          {...field('contactYears')}
          label="連絡先を残す年数"
          support="結果の公表から数えます。結果を公表しないときは、募集の終わりの日から数えます。"
          inputMode="numeric"
          width="short"
          required
        />
        <TextArea
          {...field('ways')}
          label="提出の方法"
          support="郵送のあて先、ファクスの番号、メールアドレス、持参する窓口、電話での書き取り"
          rows={4}
          required
        />
        <TextArea {...field('places')} label="閲覧場所" rows={3} required />
        <TextArea {...field('contact')} label="問合せ" rows={2} required />
        <TextArea
          {...field('approvalSteps')}
          label="承認の順"
          support="市の考え方を、企画の確認のあとで承認する人。1行に1つ（例：課長、部長、策定委員会）。書かないときは、承認は1回です。どの承認も、別の人がします。"
          rows={3}
          optional
        />
        <SelectField
          {...field('classSet')}
          label="対応区分"
          support="区分の名前・数・順は、「対応区分の一覧」で市に合わせられます。"
          choices={classLists.map(({ key, label }) => ({ value: key, label }))}
          width="mid"
        />
        <button class="dads-button" type="submit">
          保存する
        </button>
      </form>
    </>
  )
}
