import type { TextUnit } from '#src/lib/text/text-unit.ts'
import type { CliCall } from '#src/platform/cli.ts'
import type { GroupReport } from '../core/group-report.ts'
import type { NetworkReport } from '../core/network-report.ts'
import type { WordMapReport } from '../core/word-map-report.ts'

type Out = Pick<CliCall, 'print' | 'remark'>

/** The report of `voices group` as lines for a person: kind, id, number, reason or words, quote. */
export function printGroups(report: GroupReport, units: readonly TextUnit[], { print, remark }: Out): void {
  const texts = new Map(units.map(({ id, text }) => [id, text]))
  for (const { id, medoidId, counts, isFlood, because } of report.wordings) {
    const kind = isFlood ? '大量の同じ文面' : '同じ文面'
    line(print, [kind, id, `${counts.opinions}件`, because, texts.get(medoidId) ?? ''])
  }
  for (const { groupIds, because } of report.proposals) {
    line(print, ['同じかもしれない', groupIds.join('・'), '', because, texts.get(groupIds[0]) ?? ''])
  }
  const kinds = { topic: '話題', alone: '似た声なし', wordless: '内容の語なし' }
  for (const { kind, id, members, tellingWords, quote } of report.topics) {
    line(print, [
      kinds[kind],
      id,
      `${members.length}件`,
      tellingWords.map(({ word }) => word).join('、'),
      quote,
    ])
  }
  const { opinions, submissions, submitters } = report.counts
  const people = submitters === null ? '不明' : String(submitters)
  remark(
    `意見 ${opinions}、提出 ${submissions}、提出者 ${people}。まとまりは提案です。人が確かめてから使ってください。`,
  )
}

/** The report of `voices network` as lines for a person: words by community, then pairs by strength. */
export function printNetwork(report: NetworkReport, { print, remark }: Out): void {
  const communities = Map.groupBy(report.nodes, ({ community }) => community)
  for (const [community, nodes] of [...communities].sort(([a], [b]) => a - b)) {
    line(print, [`群${community + 1}`, nodes.map(({ word, texts }) => `${word}（${texts}）`).join('、')])
  }
  for (const { words, jaccard, texts, examples } of report.edges) {
    line(print, [words.join('―'), `${texts}件`, jaccard.toFixed(3), `例：${examples.join('、')}`])
  }
  remark(
    `声 ${report.voices}件（同じ文面は1件と数えて${report.units}件）。${report.fewestTexts}件以上にある語。線の強さはJaccard係数。`,
  )
}

/** The report of `voices map` as lines for a person: values with their place, then words with their counts. */
export function printWordMap(report: WordMapReport, { print, remark }: Out): void {
  const place = ({ x, y }: { x: number; y: number }) => [x.toFixed(3), y.toFixed(3)]
  for (const { value, texts, ...at } of report.values) line(print, [value, `${texts}件`, ...place(at)])
  for (const { word, texts, counts, most, ...at } of report.words) {
    const own = report.values.map(({ value }, column) => `${value} ${counts[column]}`).join('、')
    line(print, [word, `${texts}件`, ...place(at), most, own])
  }
  const shares = report.axes.map(({ share }) => `${(share * 100).toFixed(1)}％`).join('、')
  remark(`声 ${report.voices}件。${report.fewestTexts}件以上にある語。軸が表す割合：${shares || 'なし'}。`)
}

/** Line breaks and tabs inside a text would look like another line. */
const line = (print: Out['print'], cells: readonly string[]) =>
  print(cells.map((cell) => cell.replaceAll(/[\s\p{Cc}]+/gu, ' ')).join('\t'))
