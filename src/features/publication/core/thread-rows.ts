import { evidenceLevelLabels, stanceLabels } from '#src/features/plan/core/labels.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { type ThreadFile, threadFormat } from '#src/formats/thread.ts'
import { placeLabels, type ThreadEntry, type ThreadSource, threadKindLabels } from './thread.ts'

export const sourceStateLabels: Readonly<Record<ThreadSource['state'], string>> = {
  found: 'たどれる',
  gone: '見つからない',
  words: '名前だけ',
}

const head = [
  '番号',
  '施策・政策',
  '種類',
  '根拠',
  '根拠の所在',
  '根拠のアドレス',
  '行・列',
  'n・件数',
  '時点',
  '関係',
  '根拠の強さ',
  '抜き書き',
  '注・市の考え方',
  '対応・決定',
  '結び付く所の種類',
  '結び付く所',
  'その先',
  '施策のID',
  '指標のID',
  'たどりのID',
]

/** Threads as a table for spreadsheets: one line each, from the source to what it led to. */
export function threadRows(shown: PublicPlan, entries: readonly ThreadEntry[]): (string | number)[][] {
  const lines = entries.map((entry) => {
    const { kind, source, cell, n, asOf, stance, level, quotes, note, outcome, about, ledTo } = entry
    return [
      shown.numbers.get(entry.itemId) ?? '',
      shown.items.get(entry.itemId)?.title ?? shown.plan.concept.vision.title,
      threadKindLabels[kind],
      source.words,
      sourceStateLabels[source.state],
      source.href,
      cell,
      n ?? '',
      asOf,
      stance ? stanceLabels[stance] : '',
      level === undefined ? '' : `${level} ${evidenceLevelLabels[level] ?? ''}`.trim(),
      quotes.join('\n'),
      note,
      outcome,
      placeLabels[about.kind],
      about.words,
      ledTo.map((place) => `${placeLabels[place.kind]}：${place.words}`).join('\n'),
      entry.itemId,
      entry.indicatorId ?? '',
      entry.id,
    ]
  })
  return [head, ...lines]
}

/** The same for programs (docs/formats/thread.md). Absent values are left out. */
export function threadJson({ plan, publishedOn }: PublicPlan, entries: readonly ThreadEntry[]): string {
  const { planId, title, isInvented, version } = plan
  const head = { planId, title, isInvented, versionId: version.id, version: version.label, publishedOn }
  const file: ThreadFile = { schema: threadFormat, plan: head, threads: [...entries] }
  return `${JSON.stringify(file, null, 1)}\n`
}
