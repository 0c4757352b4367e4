import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Disclosure, Section } from '#src/ui/parts.tsx'
import type { Comparison } from '../../core/compare-cities.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { cityAddress, comparisonAddress, comparisonOf, groupsAddress } from './addresses.ts'
import { CityTable } from './city-table.tsx'
import { ComparisonSummary } from './comparison-summary.tsx'
import { ScoreFigure } from './score-figure.tsx'
import { GroundSource } from './source-note.tsx'
import { StatisticsTabs } from './statistics-tabs.tsx'
import { StripFigures } from './strip-figures.tsx'

type ComparisonViewProps = {
  actor: Context['actor']
  ground: ComparisonGround
  comparisons: readonly Comparison[]
}

export function ComparisonView({ actor, ground, comparisons }: ComparisonViewProps) {
  const { ownCode, ownName, areas } = ground
  return (
    <>
      <div class="sb-title">
        <h1>{ownName}の都市間比較</h1>
        <a href={cityAddress(ownCode)}>{ownName}の姿</a>
      </div>
      <StatisticsTabs actor={actor} current={comparisonAddress} />
      <Choice ground={ground} />
      <GroupFacts ground={ground} />
      <Section id="summary" title="本市の位置" aside={<Files ground={ground} />}>
        <p class="l-gap-after">
          順位づけのためのものではありません。偏差値は項目どうしで足したり平均したりしません。
        </p>
        <ComparisonSummary ground={ground} comparisons={comparisons} />
        <GroundSource ground={ground} />
      </Section>
      <ScoreFigure ground={ground} comparisons={comparisons} />
      <Section id="strips" title="項目ごとの散らばり">
        <StripFigures ground={ground} comparisons={comparisons} />
        <GroundSource ground={ground} />
      </Section>
      <Section id="cities" title="市区町村ごとの値">
        <Disclosure label={`${areas.length}市区町村の値を表で見る`}>
          <CityTable comparisons={comparisons} />
          <GroundSource ground={ground} />
        </Disclosure>
      </Section>
      <AboutScreen>
        <p>
          偏差値は、50＋10×（値−平均）÷標準偏差です。低いほどよい項目は、向きをそろえてあります。平均と標準偏差には、本市も入っています。
        </p>
        <p>
          値のある市が5に満たないとき、すべて同じ値のとき、良し悪しを決めない項目のときは、偏差値を出しません。分布が大きくかたよる項目は、百分位（下から何％の位置か）で示します。
        </p>
      </AboutScreen>
    </>
  )
}

function Files({ ground: { ownCode, group } }: { ground: ComparisonGround }) {
  const place = { city: ownCode, group: group.id }
  return (
    <p class="l-cluster l-cluster--wide">
      <a href={comparisonOf(place, { format: '.csv' })}>データ（CSV）</a>
      <a href={comparisonOf(place, { format: '.xlsx' })}>データ（Excel）</a>
    </p>
  )
}

function Choice({ ground }: { ground: ComparisonGround }) {
  const { ownCode, group, groups } = ground
  return (
    <form method="get" action={comparisonAddress} class="sb-filter l-gap">
      <TextField name="city" label="市区町村のコード" value={ownCode} width="short" inputMode="numeric" />
      <SelectField
        name="group"
        label="くらべる相手"
        value={group.id}
        width="mid"
        choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <button class="dads-button dads-button--secondary" type="submit">
        くらべる
      </button>
    </form>
  )
}

function GroupFacts({ ground: { group, areas, ownName } }: { ground: ComparisonGround }) {
  const without = areas.filter(({ series }) => series.length === 0)
  return (
    <dl class="dads-description-list l-gap">
      <div>
        <dt>くらべる相手</dt>
        <dd>
          {group.name}（{ownName}を含む{areas.length}市区町村）
          {group.decidedOn && `　${eraDay(group.decidedOn)}に決めました`}
        </dd>
      </div>
      <div>
        <dt>この相手にした理由</dt>
        <dd>
          {group.reason}　<a href={groupsAddress}>比較グループ</a>
        </dd>
      </div>
      {without.length > 0 && (
        <div>
          <dt>資料にない市区町村</dt>
          <dd>{without.map(({ areaName }) => areaName).join('、')}</dd>
        </div>
      )}
    </dl>
  )
}
