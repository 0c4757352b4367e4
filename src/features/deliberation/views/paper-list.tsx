import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import {
  currentPapers,
  isLaid,
  type Paper,
  paperAddress,
  predecessorsOf,
  sourceKindLabels,
} from '../core/papers.ts'
import { sizeWords } from './size-words.ts'

type Props = {
  papers: readonly Paper[]
  folder: string
  /** Said beside type and size. */
  remarkOf?: (paper: Paper) => string
  /** Where its number and name are put right. */
  detailsOf?: (paper: Paper) => string
}

/** The papers of a meeting with type and size; of a withdrawn or replaced one the reason, and what it took the place of. */
export function PaperList({ papers, folder, remarkOf, detailsOf }: Props) {
  return (
    <ul class="sb-rows sb-rows--2 l-gap">
      {currentPapers(papers).map((paper) => (
        <li key={paper.id}>
          <p class="sb-rows__title">{paper.label}</p>
          <div>
            <PaperLine paper={paper} folder={folder} remark={remarkOf?.(paper) ?? ''} />
            {detailsOf && (
              <p>
                <a href={detailsOf(paper)}>
                  番号と名前を直す<span class="vh">（{paper.label}）</span>
                </a>
              </p>
            )}
            {paper.source && (
              <p class="sb-sub">
                {sourceKindLabels[paper.source.kind]}「{paper.source.label}」から、
                {eraDay(tokyoDay(new Date(paper.source.madeAt)))}につくりました（照合番号{' '}
                {paper.sha256.slice(0, 16)}）。
              </p>
            )}
            {paper.replacesId && (
              <p>
                差替え（{eraDay(paper.laidOn ?? '')}）：{paper.replaceReason}
              </p>
            )}
            {predecessorsOf(paper, papers).map((before) => (
              <PaperLine key={before.id} paper={before} folder={folder} remark="" isBefore />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

type LineProps = { paper: Paper; folder: string; remark: string; isBefore?: boolean }

function PaperLine({ paper, folder, remark, isBefore = false }: LineProps) {
  const { title, fileName, sizeBytes, withdrawnReason, isErased } = paper
  const lead = isBefore ? '差替え前の資料：' : ''
  if (!isLaid(paper)) {
    return (
      <p>
        {lead}
        {title}（取り下げました：{withdrawnReason}
        {isErased && '。ファイルは消しました'}）
      </p>
    )
  }
  return (
    <p>
      {lead}
      <a href={`${folder}/${paperAddress(paper)}`}>{title}</a>
      <span class="sb-sub">
        {'　'}
        {fileName.split('.').at(-1)?.toUpperCase()}　{sizeWords(sizeBytes)}
        {remark && `　${remark}`}
      </span>
    </p>
  )
}
