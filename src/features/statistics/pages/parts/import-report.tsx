import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Entered } from '#src/platform/form.ts'
import { Banner, ScrollFrame, Stat } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import type { ImportPlan, PackedFile } from '../../core/plan-import.ts'
import type { LeftRow } from '../../core/read-source.ts'
import { shortTime } from '../../core/times.ts'
import { importAddress } from './addresses.ts'
import { HiddenMapping, HiddenSource } from './hidden-source.tsx'
import { LeavesOut, LeftOut } from './left-rows.tsx'
import { ShownValue } from './shown.tsx'

export type RehearsalState = {
  plan: ImportPlan
  file: PackedFile
  encoding: string
  left: readonly LeftRow[] | undefined
  seen: number
  isNew: boolean
  isStale: boolean | undefined
}

type RehearsalProps = { rehearsal: RehearsalState; entered: Entered; fileId: string }

/** What was recognised, what would be added and changed, and the button that does it. */
export function Rehearsal({ rehearsal, entered, fileId }: RehearsalProps) {
  const { plan, file, encoding, left, seen, isNew, isStale } = rehearsal
  const taken = plan.added + plan.changed
  return (
    <div class="l-gap l-flow-l">
      {isStale && (
        <Banner
          tone="warn"
          title="確かめたあとで、ほかの人が同じ資料に取り込みました。まだ何も取り込んでいません。"
        >
          <p>いまの内容で確かめ直しました。もう一度見て、よければ取り込んでください。</p>
        </Banner>
      )}
      {left && <LeftOut left={left} />}
      <p>
        {file.recognised}として読みました（{encoding}）。
        {isNew ? '新しい資料になります。' : `「${entered['title']}」の${seen + 1}回目の取り込みになります。`}
      </p>
      <div class="l-cols l-cols--3">
        <Stat label="加える値" value={groupedNumber(plan.added, 0)} unit="件" />
        <Stat label="変える値" value={groupedNumber(plan.changed, 0)} unit="件" />
        <Stat label="変わらない値" value={groupedNumber(plan.same, 0)} unit="件" />
      </div>
      {file.notes.length > 0 && (
        <ul class="sb-list">
          {file.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p>基づくもの：{basesOf(file)}</p>
      {plan.changes.length > 0 && <ChangedValues plan={plan} file={file} />}
      {taken === 0 ? (
        <p>取り込むものがありません。いまの内容と同じです。</p>
      ) : (
        <form method="post" action={`${importAddress}/apply`} class="l-cluster" encType="multipart/form-data">
          <HiddenSource entered={entered} fileId={fileId} />
          <HiddenMapping entered={entered} />
          {left && <LeavesOut />}
          <input type="hidden" name="seen" value={seen} />
          <button class="dads-button" type="submit">
            {groupedNumber(taken, 0)}件の値を取り込む{left && `（${left.length}行を除く）`}
          </button>
          <a href={importAddress}>やめる</a>
        </form>
      )}
    </div>
  )
}

const basesOf = ({ items }: PackedFile) =>
  [...new Set(items.map(({ basis }) => basisLabels[basis]))].join('、')

function ChangedValues({ plan, file }: { plan: ImportPlan; file: PackedFile }) {
  const areas = new Map(file.areas.map(({ code, name }) => [code, name]))
  const items = new Map(file.items.map(({ code, name }) => [code, name]))
  return (
    <>
      <ScrollFrame label="変わる値">
        <table class="dads-table">
          <caption>変わる値（まだ取り込んでいません）</caption>
          <thead>
            <tr>
              <th scope="col">地域</th>
              <th scope="col">項目</th>
              <th scope="col">時点</th>
              <th scope="col" class="is-num">
                いまの値
              </th>
              <th scope="col" class="is-num">
                新しい値
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.changes.map(({ areaCode, item, time, before, after }) => (
              <tr key={`${areaCode} ${item} ${time}`}>
                <th scope="row">{areas.get(areaCode) ?? areaCode}</th>
                <td>{items.get(item) ?? item}</td>
                <td>{shortTime(time)}</td>
                <td class="is-num">
                  <ShownValue value={before} />
                </td>
                <td class="is-num">
                  <ShownValue value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {plan.changed > plan.changes.length && <p>ほか{plan.changed - plan.changes.length}件</p>}
    </>
  )
}
