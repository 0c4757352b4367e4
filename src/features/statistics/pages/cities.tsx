import { findMunicipality } from '#src/features/organization/store/queries.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { readAreaCode } from '../core/areas.ts'
import { type Area, listAreas } from '../store/city-queries.ts'
import { citiesAddress, cityAddress, importAddress } from './parts/addresses.ts'
import { StatisticsTabs } from './parts/statistics-tabs.tsx'

/** 都市の姿: the own city first, any other by its code or a part of its name. */
export const citiesPage = page(citiesAddress, {
  audience: 'staff',
  async show(context, { url }) {
    const typed = (url.searchParams.get('q') ?? '').normalize('NFKC').trim()
    const areas = await listAreas(context)
    const hits = typed === '' ? [] : hitsOf(areas, typed)
    if (hits.length === 1 && hits[0]) return { seeOther: cityAddress(hits[0].areaCode) }
    const ownCode = (await findMunicipality(context))?.code.slice(0, 5)
    const own = areas.find(({ areaCode }) => areaCode === ownCode)
    const given = { actor: context.actor, own, typed, hits, count: areas.length }
    return { title: '都市の姿', body: <Cities {...given} /> }
  },
})

function hitsOf(areas: readonly Area[], typed: string): Area[] {
  const read = readAreaCode(typed)
  if ('code' in read) return areas.filter(({ areaCode }) => areaCode === read.code)
  return areas.filter(({ name, prefecture }) => `${prefecture}${name}`.includes(typed))
}

type CitiesProps = {
  actor: Context['actor']
  own: Area | undefined
  typed: string
  hits: readonly Area[]
  count: number
}

const mostHits = 100

function Cities({ actor, own, typed, hits, count }: CitiesProps) {
  return (
    <>
      <div class="sb-title">
        <h1>都市の姿</h1>
      </div>
      <StatisticsTabs actor={actor} current={citiesAddress} />
      {own ? (
        <p class="sb-lead l-gap">
          <a href={cityAddress(own.areaCode)}>{own.name}の姿を見る</a>
        </p>
      ) : (
        <EmptyState title="本市の統計がまだありません。">
          <p>
            本市を含むファイルを<a href={importAddress}>取り込む</a>と、ここから見られます。
          </p>
        </EmptyState>
      )}
      <Section id="other" title="ほかの市区町村">
        <form method="get" action={citiesAddress} class="l-flow">
          <TextField
            name="q"
            label="市区町村の名前かコード"
            support={`取り込んだ${count}市区町村から探します。例：流山、12220`}
            value={typed}
            width="mid"
          />
          <button class="dads-button dads-button--secondary" type="submit">
            探す
          </button>
        </form>
        {typed !== '' && hits.length === 0 && (
          <p class="l-gap">「{typed}」は、取り込んだ資料にありません。</p>
        )}
        {hits.length > 0 && (
          <ul class="sb-rows l-gap">
            {hits.slice(0, mostHits).map(({ areaCode, name, prefecture }) => (
              <li key={areaCode}>
                <a href={cityAddress(areaCode)}>{name}</a>（{prefecture}、{areaCode}）
              </li>
            ))}
          </ul>
        )}
        {hits.length > mostHits && <p>ほか{hits.length - mostHits}件。名前を長く書いてください。</p>}
      </Section>
      <AboutScreen>
        <p>どの市区町村でも、同じ資料から同じ画面ができます。</p>
      </AboutScreen>
    </>
  )
}
