import type { Dataset } from '../../core/dataset-form.ts'
import type { Series } from '../../core/series.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { datasetAddress } from './addresses.ts'

type SourceNoteProps = { used: readonly Pick<Series, 'datasetId'>[]; datasets: readonly Dataset[] }

/** 出典: each data set used, as its publisher wants it named, with a link to its imports. */
export function SourceNote({ used, datasets }: SourceNoteProps) {
  const ids = new Set(used.map(({ datasetId }) => datasetId))
  const sources = datasets.filter(({ id }) => ids.has(id))
  if (sources.length === 0) return null
  return (
    <>
      出典：
      {sources.map(({ id, title, credit }, at) => (
        <span key={id}>
          {at > 0 && '、'}
          <a href={datasetAddress(id)}>{title}</a>（{credit}）
        </span>
      ))}
    </>
  )
}

/** 出典 of everything that compares these cities. */
export function GroundSource({ ground: { areas, datasets } }: { ground: ComparisonGround }) {
  return (
    <p class="sb-sub">
      <SourceNote used={areas.flatMap(({ series }) => series.slice(0, 1))} datasets={datasets} />
    </p>
  )
}
