import { successorsOf } from '#src/features/organization/core/succession.ts'
import { type OrganizationUnit, scopeLabel } from '#src/features/organization/core/units.ts'
import { unitChoices } from '#src/features/organization/views/unit-choices.ts'
import { Banner, Section } from '#src/ui/parts.tsx'
import type { RequestSheet } from '../../core/sheets.ts'
import { roundAddress, sheetAddress } from './addresses.ts'
import { heirField, type Undone } from './hand-over.ts'

export const handOverAct = 'hand-over'

type Props = {
  sheets: readonly RequestSheet[]
  units: readonly OrganizationUnit[]
  today: string
  /** What was chosen and could not be carried out. */
  undone: Undone | undefined
}

/** 引き継ぐ課が決まっていない: the secretariat names a section for each sheet of a unit that was split or abolished. */
export function Ownerless({ sheets, units, today, undone }: Props) {
  if (sheets.length === 0) return undone ? <Banner tone="warn" title={undone.problem} /> : null
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  return (
    <Section id="ownerless" title={`引き継ぐ課が決まっていないシート（${sheets.length}）`}>
      <p>
        組織改編で分かれた課、なくなった課のシートです。決めるまで、どの課にも見えません。書かれた答えは残ります。
      </p>
      <form method="post" class="l-flow l-gap" action="#ownerless">
        <table class="dads-table dads-table--cards">
          <thead>
            <tr>
              <th scope="col">シート</th>
              <th scope="col">なくなった課と、仕事を引き継いだ課</th>
              <th scope="col">引き継ぐ課</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">
                  <a href={sheetAddress(sheet.id)}>{sheet.subject}</a>
                </th>
                <td data-label="なくなった課と、仕事を引き継いだ課">
                  {nameOf.get(sheet.unitId)}
                  <span class="sb-sub">{heirWords(units, sheet.unitId, today)}</span>
                </td>
                <td data-label="引き継ぐ課">
                  <label>
                    <span class="vh">引き継ぐ課：{sheet.subject}</span>
                    <select class="dads-input dads-input--mid" name={heirField(sheet)}>
                      <option value="">まだ決めない</option>
                      {unitChoices(units, today).map(({ value, label }) => (
                        <option key={value} value={value} selected={undone?.heirs.get(sheet.id) === value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </label>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {undone && <p class="dads-form__error">＊{undone.problem}</p>}
        <button class="dads-button dads-button--secondary" type="submit" name="act" value={handOverAct}>
          引き継ぐ課を決める
        </button>
      </form>
    </Section>
  )
}

function heirWords(units: readonly OrganizationUnit[], unitId: string, today: string): string {
  const heirs = successorsOf(units, unitId, today)
  return heirs.length === 0
    ? '（廃止）'
    : `→${heirs.map(({ unit, scope }) => `${unit.name}（${scopeLabel(scope)}）`).join('、')}`
}

/** On the list of rounds: where sheets wait for a section. */
export function OwnerlessRounds({
  sheets,
  titles,
}: {
  sheets: readonly RequestSheet[]
  titles: ReadonlyMap<string, string>
}) {
  const byRound = Map.groupBy(sheets, ({ roundId }) => roundId)
  return [...byRound].map(([roundId, own]) => (
    <p key={roundId} class="l-gap">
      引き継ぐ課が決まっていないシートが{own.length}枚あります：
      <a href={`${roundAddress(roundId)}#ownerless`}>{titles.get(roundId)}</a>
    </p>
  ))
}
