import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import { fiscalYearDual } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, type Choice, ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { deliveries, newOrContinued } from '../../core/workbook/plan-words.ts'
import { BudgetTable } from './budget-table.tsx'

type ProjectProps = {
  project: Project
  entered: Entered
  problems: Problems
  /** What somebody else saved in between. */
  saved: Entered | undefined
  seen: string
  years: readonly number[]
  parents: readonly Choice[]
  units: readonly OrganizationUnit[]
  isRemoving: boolean
}

const choicesOf = (list: {
  choices: readonly string[]
  keyOf: (word: string) => string | undefined
}): Choice[] => list.choices.map((label) => ({ value: list.keyOf(label) ?? '', label }))

export function ProjectView(props: ProjectProps) {
  const { project, entered, problems, saved, seen, parents, units } = props
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <h1>{project.title}</h1>
      {props.isRemoving && <Removal project={project} />}
      <ProblemSummary problems={problems} />
      {saved && <Stale entered={entered} saved={saved} />}
      <form method="post" class="sb-form l-gap">
        <input type="hidden" name="seen" value={seen} />
        <TextField {...field('title')} label="事業名" required />
        <SelectField {...field('parentId')} label="置くところ" choices={parents} required />
        <SelectField
          {...field('ownerId')}
          label="担当課"
          blank="未定"
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea {...field('summary')} label="概要" rows={3} optional />
        <TextField
          {...field('legalBasis')}
          label="根拠法令"
          support="法令の名前。ないときは、区分に「任意事業」と書きます。"
          optional
        />
        <TextField
          {...field('category')}
          label="区分"
          support="例：ソフト、ハード、任意事業"
          width="mid"
          optional
        />
        <SelectField
          {...field('delivery')}
          label="実施方法"
          blank="未定"
          choices={choicesOf(deliveries)}
          width="mid"
        />
        <TextField {...field('from')} label="始めの年度" inputMode="numeric" width="short" optional />
        <TextField {...field('to')} label="終わりの年度" inputMode="numeric" width="short" optional />
        <SelectField
          {...field('newOrContinued')}
          label="新規・継続"
          blank="未定"
          choices={choicesOf(newOrContinued)}
          width="mid"
        />
        <CheckField name="priority" label="重点事業" isChecked={entered['priority'] === 'yes'} />
        <BudgetTable entered={entered} problems={problems} years={props.years} />
        <div class="l-cluster">
          <button class="dads-button" type="submit">
            保存する
          </button>
          <a href="?open=remove">消す</a>
        </div>
      </form>
      <AboutScreen>
        <p>
          金額は千円です。合計は、財源の和として計算されます。ある年度の欄をすべて空にすると、その年度の行はなくなります。
        </p>
      </AboutScreen>
    </>
  )
}

function Removal({ project }: { project: Project }) {
  return (
    <form method="post" class="sb-box l-flow l-gap" aria-labelledby="remove">
      <h2 id="remove">「{project.title}」を消しますか</h2>
      <p>作業中の計画から消えます。つくった版には残ります。元に戻すことはできません。</p>
      <div class="l-cluster">
        <button class="dads-button" name="act" value="remove" type="submit">
          消す
        </button>
        <a href="?">やめる</a>
      </div>
    </form>
  )
}

/** Both versions: what was typed stands in the form, what is saved now stands here. */
function Stale({ entered, saved }: { entered: Entered; saved: Entered }) {
  const other = Object.entries(saved).filter(([name, text]) => name in entered && entered[name] !== text)
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。まだ保存していません。">
      <p>下の欄はあなたが書いたものです。いま保存されている、違うところは次のとおりです。</p>
      <ul class="sb-list">
        {other.map(([name, text]) => (
          <li key={name}>
            {nameOf(name)}：{text || '（空）'}
          </li>
        ))}
      </ul>
      <p>このままでよければ、もう一度「保存する」を押してください。</p>
    </Banner>
  )
}

const words: Readonly<Record<string, string>> = {
  title: '事業名',
  parentId: '置くところ',
  ownerId: '担当課',
  summary: '概要',
  legalBasis: '根拠法令',
  category: '区分',
  delivery: '実施方法',
  from: '始めの年度',
  to: '終わりの年度',
  newOrContinued: '新規・継続',
  priority: '重点事業',
  national: '国庫支出金',
  prefectural: '県支出金',
  bond: '地方債',
  other: 'その他',
  general: '一般財源',
  certainty: '確度',
}

function nameOf(name: string): string {
  const [field = '', year] = name.split('-')
  return `${year ? `${fiscalYearDual(Number(year))}の` : ''}${words[field] ?? field}`
}
