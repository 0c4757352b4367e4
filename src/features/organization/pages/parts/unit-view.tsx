import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { Badge, Section } from '#src/ui/parts.tsx'
import { dayAfter } from '../../core/neighbour-days.ts'
import { type Person, type Post, postKindLabels } from '../../core/people.ts'
import { changesOn } from '../../core/reorganization.ts'
import { reorganizationForms } from '../../core/reorganization-form.ts'
import { type Heir, predecessorsOf, successorsOf } from '../../core/succession.ts'
import { parentsOn, unitPath } from '../../core/unit-tree.ts'
import {
  byId,
  hasEnded,
  isValidOn,
  type OrganizationUnit,
  scopeLabel,
  unitKindLabels,
} from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'
import { unitAddress, withdrawalAddress } from './change-words.ts'
import { UnitFields } from './unit-fields.tsx'
import { UnitLinks } from './unit-tree-list.tsx'

type UnitProps = { unit: OrganizationUnit; today: string }

export function UnitTitle({ unit, today }: UnitProps) {
  return (
    <div class="sb-title">
      <h1>{unit.name}</h1>
      <div class="l-cluster">
        <Badge>{unitKindLabels[unit.kind]}</Badge>
        {unit.validFrom > today && <Badge tone="info">準備中</Badge>}
        {hasEnded(unit, today) && <Badge tone="quiet">廃止</Badge>}
        {isValidOn(unit, today) && <Badge tone="ok">いまの組織</Badge>}
      </div>
    </div>
  )
}

export type Holder = { person: Person; post: Post }
type FactsProps = UnitProps & { units: readonly OrganizationUnit[]; holders: readonly Holder[] | undefined }

/** Where a unit stands, where it came from, and where its work went. */
export function UnitFacts({ unit, units, today, holders }: FactsProps) {
  const day =
    unit.validFrom > today ? unit.validFrom : unit.validTo && hasEnded(unit, today) ? unit.validTo : today
  const parentOf = parentsOn(units, day)
  const below = units.filter((one) => isValidOn(one, day) && parentOf(one) === unit.id)
  const next = unit.successors.flatMap(({ unitId, scope }) => {
    const heir = byId(units).get(unitId)
    return heir ? [{ unit: heir, scope }] : []
  })
  return (
    <dl class="dads-description-list">
      <div>
        <dt>期間</dt>
        <dd>
          {eraDayDual(unit.validFrom)}から{unit.validTo && `${eraDayDual(unit.validTo)}まで`}
        </dd>
      </div>
      <div>
        <dt>位置</dt>
        <dd>
          {unitPath(units, unit, day)}
          {parentOf(unit) === undefined && '（上の組織がなくなり、次がまだ決まっていません）'}
        </dd>
      </div>
      <div>
        <dt>下の組織（{below.length}）</dt>
        <dd>
          <UnitLinks units={below} />
        </dd>
      </div>
      <HeirRow label="引き継いだ元" heirs={predecessorsOf(units, unit.id)} />
      {unit.validTo && <HeirRow label="引き継ぎ先" heirs={next} />}
      {hasEnded(unit, today) && <HeirRow label="いまの担当" heirs={successorsOf(units, unit.id, today)} />}
      {holders && <HolderRow holders={holders} />}
    </dl>
  )
}

function HeirRow({ label, heirs }: { label: string; heirs: readonly Heir[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {heirs.length === 0 && 'ありません'}
        <ul>
          {heirs.map(({ unit, scope }) => (
            <li key={unit.id}>
              <a href={unitAddress(unit.id)}>{unit.name}</a>（{scopeLabel(scope)}）
            </li>
          ))}
        </ul>
        {label === 'いまの担当' && heirs.length > 1 && (
          <p class="sb-sub">分割されたので、計画の項目ごとに、どちらが担当するかを人が選びます。</p>
        )}
      </dd>
    </div>
  )
}

function HolderRow({ holders }: { holders: readonly Holder[] }) {
  return (
    <div>
      <dt>職員（{holders.length}人）</dt>
      <dd>
        {holders.length === 0 && 'この組織に職のある人は登録されていません'}
        <ul class="l-cluster l-cluster--wide">
          {holders.map(({ person, post }) => (
            <li key={`${person.id}${post.title}`}>
              {post.title}　<a href={`/staff/organization/people/${person.id}`}>{person.name}</a>
              {post.kind !== 'regular' && `（${postKindLabels[post.kind]}）`}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

type ActsProps = UnitProps & { units: readonly OrganizationUnit[]; mayDelete: boolean }

/** What can be done with a unit besides correcting it. */
export function UnitActs({ unit, units, today, mayDelete }: ActsProps) {
  return (
    <Section id="acts" title="この組織を変える">
      <div class="l-flow">
        <Reorganizing unit={unit} units={units} />
        {isValidOn(unit, today) && (
          <form method="post" class="l-cluster" aria-label="同じ組織の下での順番">
            <span>順番：</span>
            {(['up', 'down'] as const).map((act) => (
              <button
                key={act}
                class="dads-button dads-button--secondary dads-button--small"
                name="act"
                value={act}
                type="submit"
              >
                {act === 'up' ? '↑ 1つ上へ' : '↓ 1つ下へ'}
              </button>
            ))}
          </form>
        )}
        {mayDelete && (
          <p>
            <a href={`${unitAddress(unit.id)}/deletion`}>間違って加えた組織を消す</a>
          </p>
        )}
      </div>
    </Section>
  )
}

type ReorganizingProps = { unit: OrganizationUnit; units: readonly OrganizationUnit[] }

/** The ways to reorganize a unit; for one whose end is settled, the way back. */
function Reorganizing({ unit, units }: ReorganizingProps) {
  if (unit.validTo !== undefined) {
    const day = dayAfter(unit.validTo)
    const change = changesOn(units, day).find(({ from }) => from.some(({ id }) => id === unit.id))
    return (
      <p>
        {eraDayDual(day)}の組織改編で、なくなる組織です。
        {change && <a href={withdrawalAddress(day, change)}>この改編を取りやめる</a>}
      </p>
    )
  }
  return (
    <>
      <div class="l-cluster">
        {Object.entries(reorganizationForms).map(([form, { label }]) => (
          <a
            key={form}
            class="dads-button dads-button--secondary"
            href={`/staff/organization/reorganization?form=${form}&unit=${unit.id}#form`}
          >
            {label}
          </a>
        ))}
      </div>
      <p class="sb-sub">名前や分担が、ある日から変わるときに使います。先の日付で、前もって用意できます。</p>
    </>
  )
}

type CorrectProps = UnitProps & {
  units: readonly OrganizationUnit[]
  entered: Entered
  problems: Problems
}

export function CorrectUnit({ unit, units, today, entered, problems }: CorrectProps) {
  const parents = unitChoices(units, today, [unit.parentId, entered['parentId']]).filter(
    ({ value }) => value !== unit.id,
  )
  return (
    <Section id="correct" title="書き間違いを直す">
      <form method="post" class="sb-form" aria-labelledby="correct" action="#error-summary">
        <p class="sb-sub">ここで直すと、過去の表示も変わります。</p>
        <input type="hidden" name="revision" value={unit.revision} />
        <UnitFields
          entered={entered}
          problems={problems}
          parents={parents}
          hasEnd={unit.validTo !== undefined}
        />
        <button class="dads-button" name="act" value="save" type="submit">
          保存する
        </button>
      </form>
    </Section>
  )
}
