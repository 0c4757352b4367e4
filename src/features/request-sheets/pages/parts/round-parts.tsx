import { type Session, SittingWarning } from '#src/features/deliberation/views/sitting-warning.tsx'
import { isBusinessDay } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type BoardRow, isSilent } from '../../core/board.ts'
import type { RequestRound } from '../../core/sheets.ts'
import {
  boardFileAddress,
  compilationAddress,
  extensionAddress,
  hearingsAddress,
  laySheetsAddress,
  unitBookAddress,
  uploadAddress,
  viewsAddress,
} from './addresses.ts'

/** What can be done with a round that was sent. */
export function Ways({ round: { id, sheetType }, isKeeper }: { round: RequestRound; isKeeper: boolean }) {
  return (
    <p class="l-cluster l-gap">
      {sheetType === 'hearing' && <a href={hearingsAddress(id)}>ヒアリングの枠</a>}
      <a href={boardFileAddress(id)}>回収の状況をExcelで保存する</a>
      <a href={viewsAddress(id)}>取りまとめの一覧</a>
      {isKeeper && <a href={uploadAddress(id)}>Excelをまとめて戻す</a>}
      {isKeeper && <a href={laySheetsAddress(id)}>会議体の委員に示す</a>}
      {isKeeper && <a href={compilationAddress(id)}>取りまとめて計画に反映する</a>}
    </p>
  )
}

type UnitLinksProps = { roundId: string; unitId: string; name: string; mayFill: boolean; isWriting: boolean }

/** What can be done for one section of the board. */
export function UnitLinks({ roundId, unitId, name, mayFill, isWriting }: UnitLinksProps) {
  return (
    <span>
      <a href={unitBookAddress(roundId, unitId)}>
        {mayFill ? 'Excelで出す・戻す' : 'Excelで出す'}
        <span class="vh">：{name}</span>
      </a>
      {mayFill && isWriting && (
        <>
          {' '}
          <a href={extensionAddress(roundId, unitId)}>
            期限の延長<span class="vh">：{name}</span>
          </a>
        </>
      )}
    </span>
  )
}

/** A pilot asks so many. */
const mostPilotUnits = 2

type SendingProps = {
  round: RequestRound
  sheetCount: number
  unitCount: number
  sessions: readonly Session[]
}

export function Sending({ round, sheetCount, unitCount, sessions }: SendingProps) {
  return (
    <form method="post" class="sb-box l-flow l-gap">
      <input type="hidden" name="revision" value={round.revision} />
      <p>
        <b>まだ送っていません。</b>
        {unitCount}課に{sheetCount}枚、1枚に{round.fields.length}項目（必須
        {round.fields.filter(({ isRequired }) => isRequired).length}
        ）を依頼します。記入する欄は全部で{sheetCount * round.fields.length}
        です。送ると、項目は変えられません。
      </p>
      {!isBusinessDay(round.dueOn) && (
        <p>
          <b>回答期限の{eraDay(round.dueOn)}は、閉庁日です。</b>
        </p>
      )}
      <SittingWarning what="回答期限" day={round.dueOn} sessions={sessions} />
      {unitCount > mostPilotUnits && (
        <p>先に1〜2課だけで試すときは、「依頼をつくる」で課を選んだ、別の依頼をつくります。</p>
      )}
      <button class="dads-button" type="submit">
        依頼を送る
      </button>
    </form>
  )
}

type SilentProps = { rows: readonly BoardRow[]; nameOf: (unitId: string) => string; isLate: boolean }

/** Said once the deadline of some has passed; before it, nobody is expected to have answered. */
export function Silent({ rows, nameOf, isLate }: SilentProps) {
  const silent = rows.filter(isSilent)
  if (!isLate || silent.length === 0) return null
  return (
    <p class="l-gap">
      一度も回答していない課（{silent.length}）：{silent.map(({ unitId }) => nameOf(unitId)).join('、')}
      。保存する「回収の状況」にも載ります。
    </p>
  )
}
