import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Badge, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import type { HearingSlot } from '../../core/hearing-slots.ts'
import type { RequestSheet } from '../../core/sheets.ts'
import { sheetAddress } from './addresses.ts'

type Props = {
  slots: readonly HearingSlot[]
  /** The sheets the person may read, and those she may choose a slot for. */
  sheets: readonly RequestSheet[]
  own: readonly RequestSheet[]
  nameOf: (unitId: string) => string
  mayKeep: boolean
  entered: Entered
  problems: Problems
  isStale: boolean
}

export function HearingsView(props: Props) {
  const { slots, sheets, nameOf, mayKeep, entered, problems, isStale } = props
  const placed = new Set(slots.flatMap(({ sheetId }) => sheetId ?? []))
  const waiting = sheets.filter(({ id, state }) => !placed.has(id) && state !== 'accepted')
  return (
    <>
      <FormHead problems={problems} />
      {isStale && (
        <Banner tone="warn" title="その枠は、ほかの人が先に変えました。下の表を見て、選び直してください。" />
      )}
      <h1>ヒアリングの枠</h1>
      {waiting.length > 0 && (
        <p class="l-gap">
          まだ枠の決まっていない課：{waiting.map(({ unitId }) => nameOf(unitId)).join('、')}
        </p>
      )}
      <div class="l-gap">
        {slots.length === 0 ? (
          <EmptyState title="まだ枠がありません。">
            <p>
              {mayKeep ? '下で、日と時間を決めて枠をつくります。' : '事務局が枠をつくると、ここで選べます。'}
            </p>
          </EmptyState>
        ) : (
          <SlotTable {...props} />
        )}
      </div>
      {mayKeep && <NewSlots entered={entered} problems={problems} />}
      <AboutScreen>
        <p>
          ヒアリングの記録は、ヒアリングシートに書きます。議題には、ほかのシートで答えの出ていない項目があらかじめ入ります。課長が承認すると、課が記録を確かめたことになります。
        </p>
      </AboutScreen>
    </>
  )
}

function SlotTable(props: Props) {
  const { slots } = props
  return (
    <form method="post" aria-label="枠">
      <table class="dads-table dads-table--cards">
        <caption>枠（{slots.length}）</caption>
        <thead>
          <tr>
            <th scope="col">日時</th>
            <th scope="col">場所</th>
            <th scope="col">課</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <SlotRow key={slot.id} slot={slot} {...props} />
          ))}
        </tbody>
      </table>
    </form>
  )
}

function SlotRow({ slot, sheets, own, nameOf, mayKeep }: Props & { slot: HearingSlot }) {
  const { id, heldOn, startsAt, endsAt, place, sheetId, revision } = slot
  const sheet = sheets.find((one) => one.id === sheetId)
  const when = `${eraDay(heldOn)} ${startsAt}〜${endsAt}`
  const mayFree = own.some((one) => one.id === sheetId)
  return (
    <tr>
      <th scope="row" class="is-nowrap">
        {when}
        <input type="hidden" name={`revision ${id}`} value={revision} />
      </th>
      <td data-label="場所">{place || '未定'}</td>
      <td data-label="課">
        {sheet ? (
          <a href={sheetAddress(sheet.id)}>{nameOf(sheet.unitId)}</a>
        ) : sheetId ? (
          'ほかの課'
        ) : (
          <span>
            <Badge tone="ok">空き</Badge>
          </span>
        )}
      </td>
      <td data-label="操作">
        <div class="l-cluster">
          {!sheetId && own.length > 0 && (
            <>
              <select class="dads-input dads-input--mid" name={`sheet ${id}`} aria-label={`${when}の課`}>
                {own.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameOf(one.unitId)}
                  </option>
                ))}
              </select>
              <SlotButton act="take" id={id} when={when} words="選ぶ" />
            </>
          )}
          {mayFree && <SlotButton act="free" id={id} when={when} words="空ける" />}
          {mayKeep && !sheetId && <SlotButton act="remove" id={id} when={when} words="消す" />}
        </div>
      </td>
    </tr>
  )
}

function SlotButton({ act, id, when, words }: { act: string; id: string; when: string; words: string }) {
  return (
    <button class="dads-button dads-button--quiet" type="submit" name="act" value={`${act} ${id}`}>
      {words}
      <span class="vh">：{when}</span>
    </button>
  )
}

function NewSlots({ entered, problems }: { entered: Entered; problems: Problems }) {
  const field = (name: string, otherwise = '') => ({
    name,
    value: entered[name] ?? otherwise,
    problem: problems[name],
    width: 'short' as const,
  })
  return (
    <Section id="new" title="枠をつくる">
      <form method="post" class="sb-form" aria-label="枠をつくる" action="#error-summary">
        <TextField {...field('heldOn')} label="日" support="例：令和9年1月20日" required />
        <TextField {...field('startsAt', '13:00')} label="始まり" required />
        <TextField {...field('endsAt', '17:00')} label="終わり" required />
        <TextField {...field('minutes', '30')} label="1枠の長さ（分）" inputMode="numeric" required />
        <TextField {...field('place')} label="場所" width="mid" optional />
        <button class="dads-button" type="submit" name="act" value="add">
          枠をつくる
        </button>
      </form>
    </Section>
  )
}
