import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { assignmentName } from '../../core/workbook/assign-rows.ts'
import { askedLines } from '../../core/workbook/checked-book.ts'
import {
  type AssignableFields,
  choiceName,
  countsOf,
  type ReportLine,
  type TakeInReport,
} from '../../core/workbook/merge-book.ts'

const kinds: Record<ReportLine['kind'], { label: string; tone: BadgeTone }> = {
  change: { label: '取り込む', tone: 'info' },
  clear: { label: '消去', tone: 'warn' },
  conflict: { label: '衝突', tone: 'error' },
  problem: { label: '読めない', tone: 'error' },
}

/** The report in a sentence, and what was noticed about the file. */
export function ReportNotes({ report }: { report: TakeInReport }) {
  const { good, choices, problems } = countsOf(report)
  const { unchangedCount, missingCount, missingSheets, notes } = report
  const missing = [
    missingCount > 0 ? `ファイルにない項目${missingCount}件` : '',
    missingSheets.length > 0 ? `ファイルにないシート：${missingSheets.join('、')}` : '',
  ].filter(Boolean)
  return (
    <>
      <p>
        取り込む{good}件、選ぶ{choices}件、読めない{problems}件、変わりなし{unchangedCount}件
      </p>
      {missing.length > 0 && <p>{missing.join('、')}（変わりなしとみなします）</p>}
      {notes.map((note) => (
        <p key={note} class="sb-sub">
          {note}
        </p>
      ))}
    </>
  )
}

/** The same file with comments and 「確認のお願い」, where there is something to ask about. */
export function CheckedLink({ report, href }: { report: TakeInReport; href: string }) {
  const count = askedLines(report).length
  if (count === 0) return null
  return (
    <p>
      <a href={href}>「確認のお願い」を付けたExcelを保存する（{count}件）</a>
    </p>
  )
}

const mostLines = 500

/** `at`: the position of the book in what was sent. */
type LinesProps = { report: TakeInReport; label: string; at: number }

/** Cell by cell, the present and the new content side by side; what would overwrite something is chosen by a box. */
export function ReportLines({ report: { lines, fields }, label, at }: LinesProps) {
  if (lines.length === 0) return null
  const isLong = lines.length > mostLines
  return (
    <>
      <table class="dads-table dads-table--cards sb-merge">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">シートとセル</th>
            <th scope="col">項目</th>
            <th scope="col">結果</th>
            <th scope="col">いまの内容</th>
            <th scope="col">ファイルの内容</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostLines).map((line) => (
            <Line key={`${line.sheet}${line.cell}${line.words}`} line={line} fields={fields} at={at} />
          ))}
        </tbody>
      </table>
      {isLong && <p>ほか{lines.length - mostLines}件は、取り込むときに同じように扱います。</p>}
    </>
  )
}

type LineProps = { line: ReportLine; fields: readonly AssignableFields[]; at: number }

function Line({ line, fields, at }: LineProps) {
  const { sheet, cell, label, kind, words, now, inFile, needsChoice, row } = line
  return (
    <tr>
      <th scope="row">
        {sheet}　{cell}
      </th>
      <td data-label="項目">{label || '（不明）'}</td>
      <td data-label="結果">
        <span>
          <Badge tone={kinds[kind].tone}>{kinds[kind].label}</Badge> {words}
          {row && <RowField line={line} fields={fields} at={at} />}
          {needsChoice && (
            <label class="dads-choice">
              <input type="checkbox" name="choose" value={choiceName(line)} />
              <span>
                ファイルの内容にする<span class="vh">：{label}</span>
              </span>
            </label>
          )}
        </span>
      </td>
      <td data-label="いまの内容" class="sb-prewrap">
        {now || '（空）'}
      </td>
      <td data-label="ファイルの内容" class="sb-prewrap">
        {inFile || '（空）'}
      </td>
    </tr>
  )
}

/** 割り当て: which field a row answers whose id says nothing. `seen` is what this report was made with. */
function RowField({ line: { row, label }, fields, at }: LineProps) {
  if (!row) return null
  const nameOf = (key: string) => assignmentName(at, row.name, key)
  const sheets = fields.filter((one) => row.sheetIds.includes(one.sheetId) && one.fields.length > 0)
  if (sheets.length === 0) return null
  return (
    <>
      <label class="sb-rowfield">
        <span class="dads-form__label">
          どの項目の回答ですか<span class="vh">：{label || row.name}</span>
        </span>
        <select class="dads-input" name="assign">
          <option value="">取り込まない</option>
          {sheets.map((sheet) => (
            <optgroup key={sheet.sheetId} label={sheet.subject}>
              {sheet.fields.map(({ id, label: fieldLabel }) => (
                <option
                  key={id}
                  value={nameOf(`${sheet.sheetId}/${id}`)}
                  selected={row.key === `${sheet.sheetId}/${id}`}
                >
                  {fieldLabel}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {row.key !== undefined && <input type="hidden" name="seen" value={nameOf(row.key)} />}
    </>
  )
}

/** Reads the file anew with the rows as they are assigned; nothing is taken in. */
export function AssignButton({ report: { lines }, address }: { report: TakeInReport; address: string }) {
  if (!lines.some(({ row }) => row)) return null
  return (
    <button
      class="dads-button dads-button--secondary"
      type="submit"
      formaction={address}
      name="act"
      value="assign"
    >
      割り当てて、もう一度確かめる
    </button>
  )
}
