import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { Section, Stat } from '#src/ui/parts.tsx'
import { type BoardRow, boardOf, countIn } from '../core/board.ts'
import { permissions } from '../core/permissions.ts'
import { isOverdue, type RequestRound, type RequestSheet, sheetTypeLabels } from '../core/sheets.ts'
import { sendRound } from '../store/commands.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { roundAddress, SheetCell, sheetsCrumb } from './parts/sheet-state.tsx'

/** One round as a board: units × sheets with state, who is late, and the workbook of each unit. */
export const roundPage = page('/staff/sheets/rounds/:roundId', {
  audience: 'staff',
  async show(context, { params: { roundId } }) {
    const [round, sheets] = [await getRound(context, roundId), await listSheets(context, roundId)]
    const units = await listUnits(context)
    const today = tokyoDay(context.now)
    return {
      title: round.title,
      crumbs: [sheetsCrumb],
      facts: [
        { label: '種類', value: sheetTypeLabels[round.sheetType] },
        { label: '期限', value: eraDay(round.dueOn) },
        { label: '状態', value: round.sentAt ? '依頼中' : 'まだ送っていません' },
      ],
      body: (
        <Board
          round={round}
          sheets={sheets}
          today={today}
          nameOf={(id) => unitNameOn(units, id, today) ?? '廃止された組織'}
          maySend={mayDo(context.actor, permissions, 'send-round')}
        />
      ),
    }
  },
  async submit(context, { params: { roundId } }, form) {
    await sendRound(context, { roundId, revision: Number(form.get('revision')) })
    return { seeOther: `${roundAddress(roundId)}?notice=saved` }
  },
})

type BoardProps = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  today: string
  nameOf: (unitId: string) => string
  maySend: boolean
}

function Board({ round, sheets, today, nameOf, maySend }: BoardProps) {
  const rows = boardOf(sheets, today)
  const late = rows.filter(({ isLate }) => isLate)
  return (
    <>
      <h1>{round.title}</h1>
      <p class="l-gap">回答の使いみち：{round.usedFor}</p>
      {!round.sentAt && maySend && (
        <Sending round={round} sheetCount={sheets.length} unitCount={rows.length} />
      )}
      <div class="l-cols l-cols--4 l-gap">
        <Stat label="受理" value={countIn(sheets, 'accepted')} unit={`／${sheets.length}枚`} />
        <Stat label="確認待ち" value={countIn(sheets, 'answered')} unit="枚" />
        <Stat label="差戻し" value={countIn(sheets, 'returned')} unit="枚" />
        <Stat label="期限超過" value={late.length} unit="課" />
      </div>
      {late.length > 0 && (
        <p class="l-gap">期限を過ぎている課：{late.map(({ unitId }) => nameOf(unitId)).join('、')}</p>
      )}
      <Section id="board" title="課 × シート">
        <table class="dads-table dads-table--cards">
          <caption>
            回収の状況<small>色と枠と言葉で状態を表します。</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">課</th>
              <th scope="col">シート</th>
              <th scope="col" class="is-num">
                受理
              </th>
              <th scope="col">Excel</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <UnitRow key={row.unitId} row={row} round={round} name={nameOf(row.unitId)} today={today} />
            ))}
          </tbody>
        </table>
      </Section>
    </>
  )
}

type RowProps = { row: BoardRow; round: RequestRound; name: string; today: string }

function UnitRow({ row: { unitId, sheets, acceptedCount }, round, name, today }: RowProps) {
  return (
    <tr>
      <th scope="row" class="is-nowrap">
        {name}
      </th>
      <td data-label="シート">
        <ul class="sb-sheetlist">
          {sheets.map((sheet) => (
            <li key={sheet.id}>
              <SheetCell sheet={sheet} today={today} />
              <span>
                {sheet.subject}
                {isOverdue(sheet, today) && <span class="sb-sub">　{eraDay(sheet.dueOn)}まで</span>}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label="受理" class="is-num">
        {acceptedCount}／{sheets.length}
      </td>
      <td data-label="Excel">
        <a href={`${roundAddress(round.id)}/units/${unitId}`}>
          Excelで出す・戻す<span class="vh">：{name}</span>
        </a>
      </td>
    </tr>
  )
}

type SendingProps = { round: RequestRound; sheetCount: number; unitCount: number }

function Sending({ round, sheetCount, unitCount }: SendingProps) {
  return (
    <form method="post" class="sb-box l-flow l-gap">
      <input type="hidden" name="revision" value={round.revision} />
      <p>
        <b>まだ送っていません。</b>
        {unitCount}課に{sheetCount}枚、1枚に{round.fields.length}項目（必須
        {round.fields.filter(({ isRequired }) => isRequired).length}
        ）を依頼します。送ると、項目は変えられません。
      </p>
      <button class="dads-button" type="submit">
        依頼を送る
      </button>
    </form>
  )
}
