import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { found } from '#src/platform/errors.ts'
import { readBytes } from '#src/platform/files.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { takesWebComments } from '../core/case.ts'
import { materialKinds, materialOf } from '../core/materials.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { getMaterialFile } from '../store/queries/materials.ts'
import { commentsCrumb, homeCrumb, periodWords } from './parts/comment-parts.tsx'

/** 資料の1つ: a paper of the draft, made of the version that is laid open. */
export const materialFile = page('/comments/:caseId/material/:file', {
  audience: 'public',
  async show(context, { params, folder }) {
    const kind = found(materialOf(params.file), '資料')
    const file = await getMaterialFile(context, params.caseId, kind)
    const { isInline } = materialKinds[kind]
    const bytes = await readBytes(folder, file)
    return { file: bytes, contentType: file.contentType, fileName: file.name, inline: isInline }
  },
})

/** やさしい日本語: what the call is about, and what each measure aims at, in plain words. */
export const easyPage = page('/comments/:caseId/easy', {
  audience: 'public',
  async show(context, { params }) {
    const one = await getPublicCase(context, params.caseId)
    const { id, sheet } = one
    const { plan, tree, items } = await getPublicVersion(context, sheet.versionId)
    const easy = [...items.values()].filter(({ kind, easyText }) => kind !== 'program' && easyText !== '')
    const missing = [...items.values()].filter(({ kind, easyText }) => kind === 'measure' && !easyText).length
    return {
      title: 'やさしい日本語',
      crumbs: [homeCrumb, commentsCrumb, { label: sheet.title, href: `/comments/${id}` }],
      isInvented: plan.isInvented,
      body: (
        <div class="l-measure">
          <h1>やさしい日本語で 読む</h1>
          {sheet.easyPurpose && <p class="sb-lead sb-prewrap">{sheet.easyPurpose}</p>}
          <p>{periodWords(sheet)}</p>
          {takesWebComments(one, context.now, tokyoDay) && (
            <p>
              <a href={`/comments/${id}/write`}>意見を 書く</a>
            </p>
          )}
          {easy.length === 0 && (
            <EmptyState title="まだ ありません。">
              <p>やさしい日本語の文が できたら、ここに のせます。</p>
            </EmptyState>
          )}
          {tree.map(({ item, children }) => {
            const own = [item, ...children.map((child) => child.item)].filter(({ id: itemId }) =>
              easy.some((one) => one.id === itemId),
            )
            return (
              own.length > 0 && (
                <Section key={item.id} id={item.id} title={item.title}>
                  <div class="l-flow">
                    {own.map((one) => (
                      <div key={one.id} class="l-flow">
                        <h3>{one.title}</h3>
                        <p class="sb-prewrap">{one.easyText}</p>
                        <p>
                          <a href={`/comments/${id}/items/${one.id}`}>
                            くわしく 読む・意見を 書く<span class="vh">：{one.title}</span>
                          </a>
                        </p>
                      </div>
                    ))}
                  </div>
                </Section>
              )
            )
          })}
          {missing > 0 && (
            <p class="l-gap">
              やさしい日本語の文が まだない {plan.labels.measure}が {missing}あります。
            </p>
          )}
        </div>
      ),
    }
  },
})
