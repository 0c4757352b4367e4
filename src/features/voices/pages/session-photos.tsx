import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { FileField, ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { mostScanBytes } from '../core/scan-file.ts'
import { readPhotoFile } from '../core/session-photo.ts'
import { keepPhoto, removePhoto } from '../store/commands/photos.ts'
import { getPhoto, listPhotos } from '../store/queries/photos.ts'
import { getSession } from '../store/queries/sessions.ts'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'

/** 付箋の写真: pictures of the tables, to type from. */
export const sessionPhotosPage = page('/staff/sessions/:sessionId/photos', {
  audience: 'staff',
  maxBytes: mostScanBytes + 1024 * 1024,
  show: (context, { params }) => screen(context, params.sessionId),
  async submit(context, { params: { sessionId }, folder }, form) {
    authorize(context, permissions, 'take-in-voice')
    const here = `/staff/sessions/${sessionId}/photos`
    const { act, photoId = '' } = enteredIn(form)
    if (act === 'remove') {
      await removePhoto(context, { sessionId, photoId })
      return { seeOther: `${here}?notice=removed` }
    }
    const { photo, problem = '' } = await readPhotoFile(form.get('photo'))
    if (!photo) return { ...(await screen(context, sessionId, problem)), status: 422 }
    await keepPhoto(context, { sessionId, photo: { ...photo, sealer: openSealer(folder) } })
    return { seeOther: `${here}?notice=added` }
  },
})

/** One picture, for the page beside it. */
export const sessionPhotoFile = page('/staff/sessions/:sessionId/photos/:photoId', {
  audience: 'staff',
  async show(context, { params: { sessionId, photoId }, folder }) {
    const { name, contentType, bytes } = await getPhoto(context, {
      sessionId,
      photoId,
      sealer: openSealer(folder),
    })
    return { file: bytes, contentType, fileName: name, inline: true }
  },
})

async function screen(context: Context, sessionId: string, problem = ''): Promise<Screen> {
  authorize(context, permissions, 'take-in-voice')
  const session = await getSession(context, sessionId)
  const photos = await listPhotos(context, sessionId)
  const here = `/staff/sessions/${sessionId}/photos`
  return {
    title: '付箋の写真',
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <ProblemSummary problems={problem ? { photo: problem } : {}} />
        <h1>付箋の写真</h1>
        <form method="post" class="sb-form l-gap" encType="multipart/form-data">
          <FileField
            name="photo"
            label="加える写真"
            support="PNG、JPEG。10MBまで。人が写っていないものにしてください。"
            accept="image/png,image/jpeg"
            problem={problem}
          />
          <button class="dads-button" name="act" value="add" type="submit">
            写真を加える
          </button>
        </form>
        {photos.length === 0 ? (
          <EmptyState title="写真はありません。">
            <p>加えると、打ち込む画面の横に出せます。</p>
          </EmptyState>
        ) : (
          <>
            <p class="l-gap">
              <a href={`/staff/sessions/${sessionId}/add`}>写真を見ながら打ち込む</a>
            </p>
            <ul class="sb-rows l-gap">
              {photos.map(({ id, name, addedAt }) => (
                <li key={id}>
                  <p class="sb-rows__when">{eraDay(tokyoDay(new Date(addedAt)))}</p>
                  <p>
                    <a href={`${here}/${id}`}>{name}</a>
                  </p>
                  <form method="post">
                    <input type="hidden" name="photoId" value={id} />
                    <button
                      class="dads-button dads-button--quiet dads-button--small"
                      name="act"
                      value="remove"
                      type="submit"
                    >
                      消す<span class="vh">：{name}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </>
        )}
        <AboutScreen>
          <p>
            写真は、暗号にして保存します。公開されません。打ち終えたら消せます。この会の声の文が、保存の期限で廃棄されるときに、写真も消えます。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
