import { Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import { materialHref, materialKinds } from '../../core/materials.ts'
import type { Material } from '../../store/queries/materials.ts'

/** The papers as residents find them: those that are finished, and the page in plain Japanese. */
export const MaterialLinks = ({ caseId, materials }: { caseId: string; materials: readonly Material[] }) => (
  <ul class="sb-list">
    {materials
      .filter(({ fileId }) => fileId !== undefined)
      .map(({ kind }) => (
        <li key={kind}>
          <a href={materialHref(caseId, kind)}>{materialKinds[kind].label}</a>
        </li>
      ))}
    <li>
      <a href={`/comments/${caseId}/easy`}>やさしい日本語で読む</a>
    </li>
  </ul>
)

type StaffProps = { caseId: string; materials: readonly Material[]; mayMake: boolean }

/** 資料: how far the papers are, and the button that makes them all of the version that is laid open. */
export function StaffMaterials({ caseId, materials, mayMake }: StaffProps) {
  const tones = { waiting: 'quiet', running: 'info', done: 'ok', failed: 'error' } as const
  return (
    <Section id="material" title="資料">
      {materials.length === 0 && (
        <EmptyState title="まだありません。">
          <p>
            意見を募る版から、案の全文（PDFとHTML）と概要版をつくります。できたものは、公開のページに載ります。
          </p>
        </EmptyState>
      )}
      <ul class="sb-list">
        {materials.map(({ kind, state, step, fileId }) => (
          <li key={kind}>
            {fileId ? (
              <a href={`/staff/files/${fileId}`}>{materialKinds[kind].label}</a>
            ) : (
              materialKinds[kind].label
            )}{' '}
            <Badge tone={tones[state]}>{step}</Badge>
          </li>
        ))}
      </ul>
      {mayMake && (
        <form method="post" class="l-gap">
          <button class="dads-button dads-button--secondary" name="act" value="material" type="submit">
            資料をつくる
          </button>
        </form>
      )}
      {materials.some(({ state }) => state === 'waiting' || state === 'running') && (
        <p>
          <a href={`/staff/comments/${caseId}#material`}>いまの状態を見る</a>
        </p>
      )}
    </Section>
  )
}
