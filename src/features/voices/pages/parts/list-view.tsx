import { channels, opinionKinds } from '#src/formats/voice.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { channelLabels, disclosureLabels, kindLabels, workLabels } from '../../core/labels.ts'
import type { Code } from '../../store/queries/sorting.ts'
import type { HeardLine, VoiceFilter } from '../../store/queries/voices.ts'

type FilterProps = {
  filter: VoiceFilter
  codes: readonly Code[]
  districts: readonly string[]
  count: number
  total: number
}

/** Filters as a form of the address, so that a list can be handed on. */
export function FilterForm({ filter, codes, districts, count, total }: FilterProps) {
  const lists = [
    ['state', '作業', Object.entries(workLabels), filter.state],
    ['channel', '経路', channels.map((one) => [one, channelLabels[one]]), filter.channel],
    ['district', '地区', districts.map((one) => [one, one]), filter.district],
    ['kind', '種別', opinionKinds.map((one) => [one, kindLabels[one]]), filter.kind],
    ['code', '分類', codes.map(({ id, label }) => [id, label]), filter.codeId],
  ] as const
  return (
    <form class="sb-filter l-gap" method="get">
      <label>
        言葉
        <input name="words" type="search" value={filter.words} maxLength={100} />
      </label>
      {lists.map(([name, label, options, chosen]) => (
        <label key={name}>
          {label}
          <select name={name}>
            <option value="">すべて</option>
            {options.map(([value, words]) => (
              <option key={value} value={value} selected={value === chosen}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {filter.topicId && <input type="hidden" name="topic" value={filter.topicId} />}
      {filter.sessionRef && <input type="hidden" name="session" value={filter.sessionRef} />}
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        絞り込む
      </button>
      <span class="sb-filter__count">
        {total}件中 {count}件
      </span>
    </form>
  )
}

type Place = { number: number; pageSize: number; count: number; total: number; query: URLSearchParams }
type ListProps = {
  heard: readonly HeardLine[]
  codes: readonly Code[]
  given: ReadonlyMap<string, string[]>
  place: Place
}

export function VoiceList({ heard, codes, given, place }: ListProps) {
  if (place.total === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="まだ声がありません。">
          <p>
            <a href="/staff/voices/new">1件ずつ受け付ける</a>、
            <a href="/staff/voices/many">まとめて貼り付ける</a>、
            <a href="/staff/voices/import">CSVで取り込む</a>のどれかで入れます。
          </p>
        </EmptyState>
      </div>
    )
  }
  if (heard.length === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="この条件に合う声はありません。">
          <p>
            <a href="/staff/voices">絞り込みをやめる</a>
          </p>
        </EmptyState>
      </div>
    )
  }
  return (
    <div class="l-gap l-flow">
      <ScrollFrame label="市民の声の一覧">
        <table class="dads-table dads-table--dense dads-table--wide">
          <caption>市民の声</caption>
          <thead>
            <tr>
              <th scope="col">意見（原文）</th>
              <th scope="col" class="is-nowrap">
                要約
              </th>
              <th scope="col">経路・地区</th>
              <th scope="col">受けた日</th>
              <th scope="col">分類</th>
              <th scope="col">公開</th>
            </tr>
          </thead>
          <tbody>
            {heard.map((one) => (
              <VoiceRow key={one.id} one={one} labels={labelsOf(one, codes, given)} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <Pages place={place} shown={heard.length} />
    </div>
  )
}

const labelsOf = ({ id }: HeardLine, codes: readonly Code[], given: ReadonlyMap<string, string[]>) =>
  codes.filter((code) => given.get(id)?.includes(code.id)).map(({ label }) => label)

function VoiceRow({ one, labels }: { one: HeardLine; labels: readonly string[] }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        <a href={`/staff/voices/${one.submissionId}/opinions/${one.id}`}>{short(one.verbatim)}</a>
        {one.heldReason && (
          <>
            {' '}
            <Badge tone="warn">確認待ち</Badge>
          </>
        )}
        {one.lateReason && (
          <>
            {' '}
            <Badge tone="quiet">期間外</Badge>
          </>
        )}
      </th>
      <td>{one.summary || <NoValue words="要約なし" />}</td>
      <td>
        {channelLabels[one.channel]}
        {one.district && `・${one.district}`}
      </td>
      <td class="is-nowrap">{eraDay(one.receivedOn)}</td>
      <td>
        {labels.length > 0 ? (
          labels.join('、')
        ) : (
          <NoValue words={one.kind === 'none' ? 'なし' : '分類なし'} />
        )}
      </td>
      <td>{disclosureLabels[one.disclosure]}</td>
    </tr>
  )
}

/** The beginning of what was said; in words where nothing is left of it, so that a link is never empty. */
export const short = (text: string, most = 90) => {
  if (text === '') return '（期限が過ぎ、文は廃棄しました）'
  const signs = [...text.replaceAll(/\s+/g, ' ')]
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('')
}

function Pages({ place: { number, pageSize, count, query }, shown }: { place: Place; shown: number }) {
  const to = (changed: Record<string, string>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(changed)) next.set(name, value)
    return `?${next}`
  }
  const first = (number - 1) * pageSize + 1
  return (
    <nav class="l-cluster l-cluster--wide" aria-label="一覧のページ">
      <span>
        {first}〜{first + shown - 1}件（{count}件中）
      </span>
      {number > 1 && <a href={to({ page: String(number - 1) })}>前の{pageSize}件</a>}
      {first + shown - 1 < count && <a href={to({ page: String(number + 1) })}>次の{pageSize}件</a>}
      <a href={`/staff/voices.csv?${query}`}>この{count}件をCSVで保存（庁内用）</a>
    </nav>
  )
}
