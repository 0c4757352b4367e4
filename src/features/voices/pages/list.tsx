import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { channels, opinionKinds } from '#src/formats/voice.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { channelLabels, disclosureLabels, kindLabels, methodLabels, workLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { placeCells, placeHead } from '../core/place.ts'
import { placesOf } from '../store/queries/places.ts'
import { codesOf, listCodes } from '../store/queries/sorting.ts'
import { countHeardLines, listHeard, type VoiceFilter } from '../store/queries/voices.ts'
import { FilterForm, VoiceList } from './parts/list-view.tsx'
import { VoiceTabs } from './parts/voice-tabs.tsx'

const pageSize = 50
type StateName = keyof typeof workLabels

/** 市民の声: every opinion with how it came, narrowed by the address. */
export const voiceListPage = page('/staff/voices', {
  audience: 'staff',
  async show(context, { url }) {
    const filter = filterOf(url)
    const number = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? '1')) || 1)
    const [heard, count, total, codes] = await Promise.all([
      listHeard(context, filter, { from: (number - 1) * pageSize, most: pageSize }),
      countHeardLines(context, filter),
      countHeardLines(context),
      listCodes(context),
    ])
    const given = await codesOf(
      context,
      heard.map(({ id }) => id),
    )
    const { districts } = await getMunicipality(context)
    const query = url.searchParams
    return {
      title: '市民の声',
      body: (
        <>
          <div class="sb-title l-gap">
            <h1>市民の声</h1>
            {mayDo(context.actor, permissions, 'take-in-voice') && (
              <a class="dads-button dads-button--secondary" href="/staff/voices/new">
                声を受け付ける
              </a>
            )}
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices" />
          <FilterForm
            filter={filter}
            codes={codes}
            districts={[...districts, '市外']}
            count={count}
            total={total}
          />
          <VoiceList
            heard={heard}
            codes={codes}
            given={given}
            place={{ number, pageSize, count, total, query }}
          />
          <AboutScreen>
            <p>
              1行が1つの意見です。1通の手紙に、いくつもの意見があることがあります。件数は、提出の数と意見の数を分けて数えます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** The opinions of the list as a table: verbatim and summary side by side, always both. */
export const voiceListCsv = page('/staff/voices.csv', {
  audience: 'staff',
  async show(context, { url }) {
    const heard = await listHeard(context, filterOf(url))
    const codes = new Map((await listCodes(context)).map(({ id, label }) => [id, label]))
    const given = await codesOf(
      context,
      heard.map(({ id }) => id),
    )
    const places = await placesOf(context)
    const rows = heard.map((one) => [
      one.receiptNumber,
      one.number,
      one.receivedOn,
      channelLabels[one.channel],
      methodLabels[one.method],
      one.sessionLabel,
      one.district,
      one.ageBand,
      kindLabels[one.kind],
      one.verbatim,
      one.summary,
      (given.get(one.id) ?? []).map((id) => codes.get(id) ?? '').join('／'),
      disclosureLabels[one.disclosure],
      one.redacted ?? '',
      ...placeCells(places.get(one.id)),
    ])
    return {
      file: writeCsv([csvHead, ...rows]),
      contentType: 'text/csv; charset=utf-8',
      fileName: `市民の声-${tokyoDay(context.now)}（庁内用）.csv`,
    }
  },
})

const csvHead = [
  '受付番号',
  '意見の番号',
  '受けた日',
  '経路',
  '方法',
  'いつ・どこの声か',
  '地区',
  '年代',
  '種別',
  '原文',
  '要約',
  '分類',
  '公開の可否',
  '公開する文',
  ...placeHead,
]

/** What the address asks for; a word it does not know narrows nothing. */
function filterOf(url: URL): VoiceFilter {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const oneOf = <Word extends string>(words: readonly Word[], name: string) =>
    words.find((word) => word === asked(name))
  return {
    channel: oneOf(channels, 'channel'),
    kind: oneOf(opinionKinds, 'kind'),
    state: oneOf(Object.keys(workLabels) as StateName[], 'state'),
    district: asked('district').slice(0, 60),
    codeId: asked('code').slice(0, 20),
    topicId: asked('topic').slice(0, 20),
    sessionRef: asked('session').slice(0, 20),
    words: asked('words').slice(0, 100),
  }
}

export const countUnsorted = (context: Context) => countHeardLines(context, { state: 'unsorted' })
