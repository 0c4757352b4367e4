import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, type Choice, SelectField, TextField } from '#src/ui/field.tsx'
import { Badge, NoValue, Section } from '#src/ui/parts.tsx'

type LaidRow = {
  key: string
  words: string
  body: string
  laidOn: string
  commentUntil: string | undefined
  isOutdated: boolean
}

export function LaidTable({ rows }: { rows: readonly LaidRow[] }) {
  if (rows.length === 0) return <p>この依頼のシートは、まだどの会議体にも示していません。</p>
  return (
    <table class="dads-table dads-table--cards">
      <caption>委員が読んでいるシート（{rows.length}）</caption>
      <thead>
        <tr>
          <th scope="col">シート</th>
          <th scope="col">会議体</th>
          <th scope="col">示した日</th>
          <th scope="col">意見の締切</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, words, body, laidOn, commentUntil, isOutdated }) => (
          <tr key={key}>
            <th scope="row">
              <a href={`/staff/sheets/${key.split('/')[1]}`}>
                {words}
                <span class="vh">（{body}）</span>
              </a>
            </th>
            <td data-label="会議体">{body}</td>
            <td data-label="示した日">
              <span>
                {laidOn}　{isOutdated && <Badge tone="warn">回答が変わっています</Badge>}
              </span>
            </td>
            <td data-label="意見の締切">{commentUntil ?? <NoValue words="定めなし" />}</td>
            <td data-label="操作">
              <form method="post">
                <input type="hidden" name="laid" value={key} />
                <button
                  class="dads-button dads-button--secondary dads-button--small"
                  type="submit"
                  name="act"
                  value="take-back"
                >
                  示すのをやめる
                  <span class="vh">
                    （{words}、{body}）
                  </span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A sheet that can be given, and which bodies have it. */
export type LayingRow = { id: string; words: string; state: string; with: readonly string[] }

type FormProps = {
  bodies: readonly Choice[]
  rows: readonly LayingRow[]
  ticked: readonly string[]
  entered: Entered
  problems: Problems
}

export function LayingForm({ bodies, rows, ticked, entered, problems }: FormProps) {
  return (
    <Section id="lay" title="委員に示す">
      {rows.length === 0 ? (
        <p>示せるシートがありません。課長が承認すると、示せるようになります。</p>
      ) : (
        <form method="post" class="sb-form" aria-label="シートを示す" action="#error-summary">
          <SelectField
            name="bodyId"
            label="会議体"
            value={entered['bodyId']}
            problem={problems['bodyId']}
            choices={bodies}
            width="mid"
          />
          <TextField
            name="commentUntil"
            label="意見の締切"
            value={entered['commentUntil']}
            problem={problems['commentUntil']}
            width="short"
            optional
          />
          <fieldset class="l-flow" id="sheets">
            <legend class="dads-form__label">示すシート</legend>
            {problems['sheets'] && <p class="dads-form__error">＊{problems['sheets']}</p>}
            <div class="l-cols l-cols--2">
              {rows.map(({ id, words, state, with: bodyNames }) => (
                <CheckField
                  key={id}
                  name="sheet"
                  value={id}
                  label={words}
                  support={[state, ...bodyNames.map((name) => `${name}に示した`)].join('、')}
                  isChecked={ticked.includes(id)}
                />
              ))}
            </div>
          </fieldset>
          <button class="dads-button" type="submit">
            選んだシートを委員に示す
          </button>
        </form>
      )}
    </Section>
  )
}
