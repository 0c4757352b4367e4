import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { ClassList } from '../../core/classes.ts'
import { type ClassLine, dispositionLabels } from '../../core/edit-classes.ts'

type ListsProps = { lists: readonly ClassList[]; entered: Entered; problems: Problems }

export function ClassListsView({ lists, entered, problems }: ListsProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>対応区分の一覧</h1>
      <ul class="sb-rows l-gap">
        {lists.map(({ key, label, classes }) => (
          <li key={key}>
            <p>
              <a href={`/staff/comments/classes/${key}`}>{label}</a>
            </p>
            <p class="sb-sub">{classes.map((one) => one.label).join('、')}</p>
          </li>
        ))}
      </ul>
      <Section id="copy" title="一覧を加える">
        <form method="post" class="sb-form" noValidate>
          <SelectField
            name="from"
            label="もとにする一覧"
            value={entered['from']}
            choices={lists.map(({ key, label }) => ({ value: key, label }))}
            width="mid"
          />
          <TextField
            name="label"
            label="新しい一覧の名前"
            value={entered['label']}
            problem={problems['label']}
            width="mid"
            required
          />
          <button class="dads-button dads-button--secondary" type="submit">
            一覧を加える
          </button>
        </form>
      </Section>
    </>
  )
}

type FormProps = {
  list: ClassList
  used: ReadonlySet<string>
  label: string
  lines: readonly ClassLine[]
  problems: Problems
  isStale: boolean
}

export function ClassListForm({ list, used, label, lines, problems, isStale }: FormProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
      <h1>{list.label}</h1>
      <form method="post" class="l-flow l-gap" noValidate>
        <input type="hidden" name="revision" value={list.revision} />
        <TextField name="label" label="一覧の名前" value={label} problem={problems['label']} width="mid" />
        <div id="classes">
          {problems['classes'] && <p class="dads-form__error">＊{problems['classes']}</p>}
          <ScrollFrame label="区分">
            <table class="dads-table dads-table--wide">
              <caption>区分</caption>
              <thead>
                <tr>
                  <th scope="col">名前</th>
                  <th scope="col">7つのどれに当たるか</th>
                  <th scope="col">順</th>
                  <th scope="col">使われているか</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  <Line
                    key={at}
                    {...{ line, at }}
                    isUsed={used.has(line.key)}
                    problem={problems[`label-${at}`]}
                  />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </div>
        <button class="dads-button" type="submit">
          保存する
        </button>
      </form>
      <AboutScreen>
        <p>
          名前を空にすると、その区分を除きます。市の考え方で使っている区分は、名前だけを変えられます。公表した結果の区分の名前は、変わりません。
        </p>
      </AboutScreen>
    </>
  )
}

type LineProps = { line: ClassLine; at: number; isUsed: boolean; problem: string | undefined }

function Line({ line, at, isUsed, problem }: LineProps) {
  return (
    <tr>
      <td>
        <input
          class="dads-input"
          id={`label-${at}`}
          name="class"
          value={line.label}
          aria-label={`${at + 1}行目の名前`}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `label-${at}-problem` : undefined}
        />
        {problem && (
          <p class="dads-form__error" id={`label-${at}-problem`}>
            ＊{problem}
          </p>
        )}
      </td>
      <td>
        <select class="dads-input" name="disposition" aria-label={`${at + 1}行目は、7つのどれに当たるか`}>
          <option value="">選んでください</option>
          {Object.entries(dispositionLabels).map(([value, words]) => (
            <option key={value} value={value} selected={value === line.disposition}>
              {words}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input type="hidden" name="key" value={line.key} />
        <input
          class="dads-input dads-input--short"
          name="order"
          value={line.order}
          inputMode="numeric"
          aria-label={`${at + 1}行目の順`}
        />
      </td>
      <td>{isUsed ? '使われています' : ''}</td>
    </tr>
  )
}
