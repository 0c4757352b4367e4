import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { Disclosure, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { separatorLabels, type Use, useOfHeading } from '../../core/import/import-mapping.ts'
import type { ImportReport, UnmatchedValue } from '../../core/import/import-report.ts'
import { matchField, matchWords, nameOf, useField } from '../../core/import/mapping-form.ts'

/** Values that are none of the options: each is given a meaning by a person, or the file is mended. */
export function UnmatchedPart({ unmatched }: { unmatched: readonly UnmatchedValue[] }) {
  return (
    <Section id="unmatched" title="選択肢にない値">
      <p>それぞれの意味を選んで、もう一度確かめてください。選ばない値が残っている間は、取り込みません。</p>
      <ScrollFrame label="選択肢にない値">
        <table class="dads-table dads-table--dense l-gap">
          <caption class="vh">選択肢にない値</caption>
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">値</th>
              <th scope="col" class="is-num">
                件数
              </th>
              <th scope="col">意味</th>
            </tr>
          </thead>
          <tbody>
            {unmatched.map((one, at) => (
              <UnmatchedRow key={`${one.column} ${one.value}`} one={one} at={at} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p class="l-gap">
        <button class="dads-button" name="act" value="map" type="submit">
          この意味で、もう一度確かめる
        </button>
      </p>
    </Section>
  )
}

function UnmatchedRow({ one, at }: { one: UnmatchedValue; at: number }) {
  const name = matchField(at)
  return (
    <tr>
      <td>{one.heading}</td>
      <td>{one.value}</td>
      <td class="is-num">{one.count.toLocaleString('ja')}</td>
      <td>
        <input type="hidden" name={`${name}-column`} value={one.column} />
        <input type="hidden" name={`${name}-value`} value={one.value} />
        <select class="dads-input" name={name} aria-label={`「${one.value}」の意味`}>
          <option value="">（選んでください）</option>
          {one.options.map(({ code, label }) => (
            <option key={code} value={code}>
              {code === label ? label : `${code} ${label}`}
            </option>
          ))}
          {Object.entries(matchWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

type MappingProps = {
  report: ImportReport
  uses: readonly Use[]
  entered: Entered
  problems: Problems
  isOpen: boolean
}

/** How each column is read, with its first values; how the answers of one cell are parted; a name to keep it under. */
export function ImportMappingPart({ report, uses, entered, problems, isOpen }: MappingProps) {
  const { mapping } = report
  return (
    <Section id="mapping" title="列の読み方">
      <Disclosure label={`${report.headings.length}列の読み方を見る・直す`} open={isOpen}>
        <div class="l-flow">
          <ColumnTable report={report} uses={uses} />
          <SelectField
            name="separator"
            label="1つの欄にいくつも答えがあるときの区切り"
            support="選択肢の文の中にある区切りでは、切りません。"
            value={nameOf(mapping.separator)}
            choices={Object.entries(separatorLabels).map(([sign, label]) => ({ value: nameOf(sign), label }))}
            width="mid"
          />
          <CheckField
            name="otherFree"
            label="選択肢にない文は、「その他」の内容とする"
            support="Googleフォームの「その他」は、書いた文だけが出ます。"
            isChecked={mapping.isOtherFree}
          />
          <CheckField
            name="byPlace"
            label="A1、A2 …（AO01、AO02 …）を、1番目、2番目の選択肢とする"
            support="LimeSurveyが自分で付ける番号です。読みかえた値は、下の「同じ選択肢とみなしたもの」に出ます。"
            isChecked={mapping.isByPlace}
          />
          <button class="dads-button dads-button--secondary" name="act" value="map" type="submit">
            この読み方で確かめる
          </button>
          <TextField
            name="profileName"
            label="この取り込み方を残す名前"
            support="残すと、次に同じしくみのファイルを取り込むときに使えます。回答は残しません。"
            value={entered['profileName'] ?? entered['profile']}
            problem={problems['profileName']}
            width="mid"
            optional
          />
          <button class="dads-button dads-button--secondary" name="act" value="save-profile" type="submit">
            取り込み方を残す
          </button>
        </div>
      </Disclosure>
    </Section>
  )
}

function ColumnTable({ report, uses }: { report: ImportReport; uses: readonly Use[] }) {
  const { headings, examples, mapping } = report
  return (
    <ScrollFrame label="列の読み方">
      <table class="dads-table dads-table--dense">
        <caption class="vh">列の読み方</caption>
        <thead>
          <tr>
            <th scope="col">見出し</th>
            <th scope="col">値の例</th>
            <th scope="col">読み方</th>
          </tr>
        </thead>
        <tbody>
          {headings.map((heading, at) => (
            <tr key={`${heading} ${useField(at)}`}>
              <th scope="row">{heading || `${at + 1}列目`}</th>
              <td>{examples[at]}</td>
              <td>
                <select
                  class="dads-input"
                  name={useField(at)}
                  aria-label={`「${heading || `${at + 1}列目`}」の読み方`}
                >
                  {uses.map(({ value, label }) => (
                    <option
                      key={value}
                      value={value}
                      selected={value === (useOfHeading(mapping, heading) ?? 'skip')}
                    >
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
