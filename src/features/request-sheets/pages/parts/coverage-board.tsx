import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { boardOf, type CoverageState, coverageOf } from '../../core/board.ts'
import { type RequestRound, type RequestSheet, sheetStateLabels } from '../../core/sheets.ts'
import { roundAddress, sheetAddress } from './addresses.ts'
import { cellLooks } from './sheet-state.tsx'

type Props = {
  rounds: readonly RequestRound[]
  sheets: readonly RequestSheet[]
  openComments: ReadonlyMap<string, number>
  today: string
  nameOf: (unitId: string) => string
}

const stateWords: Record<CoverageState, string> = { ...sheetStateLabels, late: '期限超過' }

/** 課 × シート: every section with the state of each round, how much is accepted, what is open, who has it now. */
export function CoverageBoard({ rounds, sheets, openComments, today, nameOf }: Props) {
  return (
    <ScrollFrame label="課とシートの状態">
      <table class="dads-table dads-table--dense dads-table--wide sb-board">
        <caption>
          課 × シート
          <small>色と枠と言葉で状態を表します。1つの課に何枚もあるときは、最も急ぐものを示します。</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">課</th>
            {rounds.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" class="is-num">
              受理
            </th>
            <th scope="col">受理の割合</th>
            <th scope="col" class="is-num">
              未対応の意見
            </th>
            <th scope="col" class="is-nowrap">
              いまの担当
            </th>
          </tr>
        </thead>
        <tbody>
          {boardOf(sheets, today, openComments).map((row) => (
            <tr key={row.unitId}>
              <th scope="row">{nameOf(row.unitId)}</th>
              {rounds.map((round) => (
                <td key={round.id}>
                  <RoundCell
                    round={round}
                    sheets={row.sheets.filter(({ roundId }) => roundId === round.id)}
                    today={today}
                    name={nameOf(row.unitId)}
                  />
                </td>
              ))}
              <td class="is-num">
                {row.acceptedCount}／{row.sheets.length}
              </td>
              <td class="sb-board__bar">
                <ShareBar share={row.acceptedCount / row.sheets.length} />
              </td>
              <td class="is-num">{row.openComments}</td>
              <td>{row.holder}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type CellProps = { round: RequestRound; sheets: readonly RequestSheet[]; today: string; name: string }

function RoundCell({ round, sheets, today, name }: CellProps) {
  const state = coverageOf(sheets, today)
  const [only, ...more] = sheets
  if (!state || !only) return <NoValue words="対象外" />
  const href = more.length > 0 ? `${roundAddress(round.id)}#${only.unitId}` : sheetAddress(only.id)
  return (
    <a class={`sb-cell ${cellLooks[state]}`} href={href}>
      {stateWords[state]}
      <span class="vh">
        ：{name} {round.title}
      </span>
    </a>
  )
}

/** The share as a bar; the figures stand beside it, so it is hidden from who hears the page. */
function ShareBar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">
      <rect x="0.5" y="1" width="119" height="12" fill="#ffffff" stroke="#666666" />
      <rect x="1" y="1.5" width={Math.round(118 * share)} height="11" fill="#0017c1" />
    </svg>
  )
}
