import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { dayBefore } from '../../core/neighbour-days.ts'
import { isHeldOn, type Person } from '../../core/people.ts'
import type { UnitChange } from '../../core/reorganization.ts'
import { predecessorsOf } from '../../core/succession.ts'
import { flattened, type UnitNode, unitTree } from '../../core/unit-tree.ts'
import { byId, type OrganizationUnit } from '../../core/units.ts'
import { reorganizationFormAddress, unitAddress } from './change-words.ts'
import type { Surroundings } from './reorganization-props.ts'
import { UnitTreeList } from './unit-tree-list.tsx'

type DayProps = { units: readonly OrganizationUnit[]; day: string }

/** The organization of the last day and of the first, side by side. */
export function OldAndNew({ units, day }: DayProps) {
  const lastDay = dayBefore(day)
  const known = byId(units)
  const ending = ({ unit }: UnitNode) =>
    unit.validTo === lastDay && (
      <Badge tone="warn">
        {unit.successors.length === 0
          ? '廃止'
          : `→ ${unit.successors.map(({ unitId }) => known.get(unitId)?.name ?? '').join('・')}`}
      </Badge>
    )
  const beginning = ({ unit, isHomeless }: UnitNode) => (
    <>
      {isHomeless && <Badge tone="warn">上の組織が未定</Badge>}
      {unit.validFrom === day && <Badge tone="info">{origin(units, unit.id)}</Badge>}
    </>
  )
  return (
    <Section id="old-and-new" title="新旧の組織">
      <div class="l-split l-split--even">
        <div class="l-flow">
          <h3>旧：{eraDay(lastDay)}まで</h3>
          <UnitTreeList nodes={unitTree(units, lastDay)} metaOf={ending} label="旧の組織" />
        </div>
        <div class="l-flow">
          <h3>新：{eraDay(day)}から</h3>
          <UnitTreeList nodes={unitTree(units, day)} metaOf={beginning} label="新の組織" />
        </div>
      </div>
    </Section>
  )
}

function origin(units: readonly OrganizationUnit[], unitId: string): string {
  const former = predecessorsOf(units, unitId).map(({ unit }) => unit.name)
  return former.length === 0 ? '新設' : `旧：${former.join('・')}`
}

/** Units whose unit above ends without a single one that takes over: a person places each. */
export function Homeless({ units, day, mayChange }: DayProps & { mayChange: boolean }) {
  const known = byId(units)
  const homeless = flattened(unitTree(units, day).filter(({ isHomeless }) => isHomeless)).filter(
    ({ depth }) => depth === 0,
  )
  if (homeless.length === 0) return null
  return (
    <Section id="homeless" title={`上の組織を選び直す組織（${homeless.length}）`}>
      <ul class="sb-tasks">
        {homeless.map(({ unit }) => (
          <li key={unit.id}>
            <span>
              「{unit.name}」：上の「{known.get(unit.parentId ?? '')?.name ?? '不明な組織'}
              」が、1つの組織に引き継がれません
            </span>
            {mayChange && (
              <a href={reorganizationFormAddress(day, 'renamed', unit.id)}>
                移管する<span class="vh">：{unit.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How many posts in a unit nobody has ended when the unit ends. */
export const postsLeft = (people: readonly Person[], unit: OrganizationUnit, lastDay: string) =>
  people.flatMap(({ posts }) =>
    posts.filter(
      (post) =>
        post.unitId === unit.id &&
        isHeldOn(post, lastDay) &&
        (post.validTo === undefined || post.validTo > lastDay),
    ),
  ).length

/** What speaks of the units that end: nothing is changed by itself, and nothing is forgotten. */
export function Effects({ changes, people, planUses }: Surroundings & { changes: readonly UnitChange[] }) {
  const ending = changes.flatMap(({ from, to }) => from.map((unit) => ({ unit, to })))
  if (ending.length === 0) return null
  return (
    <Section id="effects" title="引き継ぎを決めるもの">
      <ScrollFrame label="引き継ぎを決めるもの">
        <table class="dads-table">
          <caption>
            なくなる組織ごとの件数<small>計画の項目と職は、改編のあとで1件ずつ移します。</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">なくなる組織</th>
              <th scope="col">引き継ぐ組織</th>
              <th scope="col" class="is-num">
                計画での担当（件）
              </th>
              <th scope="col" class="is-num">
                続いている職（件）
              </th>
            </tr>
          </thead>
          <tbody>
            {ending.map(({ unit, to }) => (
              <tr key={unit.id}>
                <th scope="row">
                  <a href={unitAddress(unit.id)}>{unit.name}</a>
                </th>
                <td>{to.map((heir) => heir.unit.name).join('・') || 'なし（廃止）'}</td>
                <td class="is-num">
                  {planUses ? (planUses.get(unit.id) ?? []).length : <NoValue words="権限がありません" />}
                </td>
                <td class="is-num">
                  {people ? (
                    postsLeft(people, unit, unit.validTo ?? '')
                  ) : (
                    <NoValue words="権限がありません" />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}
