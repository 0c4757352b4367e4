import type { Paper } from '../core/meetings.ts'
import { sizeWords } from './size-words.ts'

/** The papers of a meeting with type and size; of a withdrawn one the reason. */
export function PaperList({ papers, folder }: { papers: readonly Paper[]; folder: string }) {
  return (
    <ul class="sb-rows sb-rows--2 l-gap">
      {papers.map(({ id, label, title, sizeBytes, fileName, withdrawnReason }) => (
        <li key={id}>
          <p class="sb-rows__title">{label}</p>
          {withdrawnReason ? (
            <p>
              {title}（取り下げました：{withdrawnReason}）
            </p>
          ) : (
            <p>
              <a href={`${folder}/${id}`}>{title}</a>
              <span class="sb-sub">
                {'　'}
                {fileName.split('.').at(-1)?.toUpperCase()}　{sizeWords(sizeBytes)}
              </span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
