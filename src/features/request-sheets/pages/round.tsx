import { sessionsDuring } from '#src/features/deliberation/store/queries-sessions.ts'
import type { Session } from '#src/features/deliberation/views/sitting-warning.tsx'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { SelectField } from '#src/ui/field.tsx'
import { Section, Stat } from '#src/ui/parts.tsx'
import { type BoardRow, boardOf, countIn, daysLate } from '../core/board.ts'
import type { Extension } from '../core/extensions.ts'
import { ownerlessSheets } from '../core/ownerless.ts'
import { permissions } from '../core/permissions.ts'
import { isOverdue, type RequestRound, type RequestSheet, sheetStateLabels } from '../core/sheets.ts'
import { sendRound } from '../store/commands.ts'
import { remindLate } from '../store/commands-reminders.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { listExtensions } from '../store/queries-extensions.ts'
import { countOpenComments } from '../store/queries-review.ts'
import { roundAddress, sheetsCrumb } from './parts/addresses.ts'
import { ExtensionsAsked } from './parts/extension-view.tsx'
import { handOver, type Undone } from './parts/hand-over.ts'
import { handOverAct, Ownerless } from './parts/ownerless-view.tsx'
import { roundFacts } from './parts/round-facts.ts'
import { Sending, Silent, UnitLinks, Ways } from './parts/round-parts.tsx'
import { SheetCell } from './parts/sheet-state.tsx'

/** One round as a board: units × sheets with state, who is late, and the workbook of each unit. */
export const roundPage = page('/staff/sheets/rounds/:roundId', {
  audience: 'staff',
  show: (context, { params, url }) => screen(context, params.roundId, { url }),
  async submit(context, { params: { roundId }, site, folder, url }, form) {
    if (form.get('act') === 'remind') {
      const unreached = await remindLate(context, { roundId, site, sealer: openSealer(folder) })
      return { seeOther: `${roundAddress(roundId)}?notice=reminded&unreached=${unreached}` }
    }
    if (form.get('act') === handOverAct) {
      const outcome = await handOver(context, roundId, form)
      if ('seeOther' in outcome) return outcome
      return { ...(await screen(context, roundId, { url, undone: outcome })), status: outcome.status }
    }
    await sendRound(context, { roundId, revision: Number(form.get('revision')) })
    return { seeOther: `${roundAddress(roundId)}?notice=saved` }
  },
})

type State = { url: URL; undone?: Undone }

async function screen(context: Context, roundId: string, { url, undone }: State): Promise<Screen> {
  const [round, sheets] = [await getRound(context, roundId), await listSheets(context, { roundId })]
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const mayHandOver = round.sentAt !== undefined && mayDo(context.actor, permissions, 'hand-over-sheets')
  return {
    title: round.title,
    crumbs: [sheetsCrumb],
    facts: roundFacts(round),
    body: (
      <Board
        round={round}
        sheets={sheets}
        today={today}
        nameOf={(id) => unitNameOn(units, id, today) ?? '廃止された組織'}
        openComments={await countOpenComments(context, sheets)}
        extensions={await listExtensions(context, roundId)}
        isKeeper={mayDo(context.actor, permissions, 'make-round')}
        isFiller={mayDo(context.actor, permissions, 'fill-sheet')}
        chosen={chosenIn(url)}
        ownerless={mayHandOver ? ownerlessSheets(sheets, units, today) : []}
        units={units}
        undone={undone}
        sessions={await sessionsDuring(context, { from: round.dueOn, to: round.dueOn })}
        unreached={Number(url.searchParams.get('unreached') ?? 0) || 0}
      />
    ),
  }
}

const stateChoices = { late: '期限超過', ...sheetStateLabels }
type Chosen = keyof typeof stateChoices | ''
const chosenIn = (url: URL): Chosen => {
  const state = url.searchParams.get('state') ?? ''
  return state in stateChoices ? (state as Chosen) : ''
}

type BoardProps = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  today: string
  nameOf: (unitId: string) => string
  openComments: ReadonlyMap<string, number>
  extensions: readonly Extension[]
  isKeeper: boolean
  isFiller: boolean
  chosen: Chosen
  ownerless: readonly RequestSheet[]
  units: readonly OrganizationUnit[]
  undone: Undone | undefined
  /** Of an assembly, on the day of the deadline. */
  sessions: readonly Session[]
  /** Late sections nobody could be written to. */
  unreached: number
}

function Board(props: BoardProps) {
  const { round, sheets, today, nameOf, openComments, isKeeper, isFiller, chosen, unreached } = props
  const rows = boardOf(sheets, today)
  const shown = boardOf(
    sheets.filter((sheet) => chosen === '' || chosen === (isOverdue(sheet, today) ? 'late' : sheet.state)),
    today,
    openComments,
  )
  const waiting = new Set(props.ownerless.map(({ unitId }) => unitId))
  const late = rows.filter(({ isLate }) => isLate)
  return (
    <>
      <h1>{round.title}</h1>
      <p class="l-gap">回答の使いみち：{round.usedFor}</p>
      {!round.sentAt && isKeeper && (
        <Sending round={round} sheetCount={sheets.length} unitCount={rows.length} sessions={props.sessions} />
      )}
      {round.sentAt && <Ways round={round} isKeeper={isKeeper} />}
      <div class="l-cols l-cols--4 l-gap">
        <Stat label="受理" value={countIn(sheets, 'accepted')} unit={`／${sheets.length}枚`} />
        <Stat label="確認待ち" value={countIn(sheets, 'answered')} unit="枚" />
        <Stat label="差戻し" value={countIn(sheets, 'returned')} unit="枚" />
        <Stat label="期限超過" value={late.length} unit="課" />
      </div>
      {late.length > 0 && (
        <form method="post" class="l-flow l-gap">
          <p>期限を過ぎている課：{late.map(({ unitId }) => nameOf(unitId)).join('、')}</p>
          {isKeeper && (
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="remind">
              お知らせのメールを送る（{late.length}課）
            </button>
          )}
          {unreached > 0 && (
            <p>
              アカウントのある人がいないため、{unreached}課には送れませんでした。電話などで知らせてください。
            </p>
          )}
        </form>
      )}
      <Silent rows={rows} nameOf={nameOf} isLate={late.length > 0} />
      <ExtensionsAsked extensions={props.extensions} roundId={round.id} nameOf={nameOf} />
      <Ownerless sheets={props.ownerless} units={props.units} today={today} undone={props.undone} />
      <Section id="board" title="課 × シート">
        <form method="get" class="l-cluster l-gap-after" aria-label="絞り込み">
          <SelectField
            name="state"
            label="状態"
            value={chosen}
            blank="すべて"
            choices={Object.entries(stateChoices).map(([value, label]) => ({ value, label }))}
            width="short"
          />
          <button class="dads-button dads-button--secondary" type="submit">
            絞り込む
          </button>
          <span class="sb-sub">
            {rows.length}課中 {shown.length}課を表示
          </span>
        </form>
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
              <th scope="col" class="is-num">
                未対応の意見
              </th>
              <th scope="col" class="is-nowrap">
                いまの担当
              </th>
              <th scope="col">Excel・期限</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <UnitRow
                key={row.unitId}
                row={waiting.has(row.unitId) ? { ...row, holder: '決まっていません' } : row}
                round={round}
                name={nameOf(row.unitId)}
                today={today}
                isFiller={isFiller}
              />
            ))}
          </tbody>
        </table>
      </Section>
    </>
  )
}

type RowProps = { row: BoardRow; round: RequestRound; name: string; today: string; isFiller: boolean }

function UnitRow({ row, round, name, today, isFiller }: RowProps) {
  const { unitId, sheets, acceptedCount, openComments, holder } = row
  return (
    <tr id={unitId}>
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
                {isOverdue(sheet, today) && (
                  <span class="sb-sub">{`　${eraDay(sheet.dueOn)}まで（${daysLate(sheet, today)}日超過）`}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label="受理" class="is-num">
        {acceptedCount}／{sheets.length}
      </td>
      <td data-label="未対応の意見" class="is-num">
        {openComments}
      </td>
      <td data-label="いまの担当">{holder}</td>
      <td data-label="Excel・期限">
        <UnitLinks
          roundId={round.id}
          unitId={unitId}
          name={name}
          mayFill={isFiller}
          isWriting={holder === '課'}
        />
      </td>
    </tr>
  )
}
