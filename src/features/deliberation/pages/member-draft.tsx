import { anchorTo } from '#src/lib/document/quote-anchor.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import type { Screen, SeeOther } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { mayStillComment, placeComment } from '../core/draft-comments.ts'
import { draftParts } from '../core/draft-text.ts'
import { commentForm } from '../core/forms.ts'
import { commentOnDraft, withdrawComment } from '../store/commands-drafts.ts'
import { listMembers } from '../store/queries.ts'
import { listDraftComments } from '../store/queries-drafts.ts'
import { getOwnDraft, ownSeat } from '../store/queries-members.ts'
import { DraftContents, DraftPartView } from './parts/draft-view.tsx'
import { memberPage } from './parts/member-page.ts'

const homeCrumb = { label: '委員の画面', href: '/members' }

/** A draft laid before the member's body: its contents, with the comments on each part counted. */
export const memberDraft = memberPage('/members/drafts/:draftId', {
  async show(context, { params }) {
    const { draft, document } = await getOwnDraft(context, params.draftId)
    const comments = await listDraftComments(context, draft.bodyId)
    const isOpen = mayStillComment(draft, tokyoDay(context.now))
    return {
      title: draft.label,
      crumbs: [homeCrumb],
      body: (
        <>
          <h1>{draft.label}</h1>
          <p class="l-gap">
            読みたいところを開いてください。段落ごとに意見を書けます。
            {draft.commentUntil &&
              (isOpen ? `意見は${eraDay(draft.commentUntil)}まで書けます。` : '意見の締切を過ぎました。')}
            書いた意見は、同じ会議の委員と事務局が読みます。
          </p>
          <DraftContents parts={draftParts(document)} comments={comments} draftId={draft.id} />
        </>
      ),
    }
  },
})

/** One part of a draft, paragraph by paragraph, with what members said and what became of it. */
export const memberDraftPart = memberPage('/members/drafts/:draftId/:partId', {
  show: (context, { params, url }) =>
    screen(context, params, { wasSaved: url.searchParams.get('notice') === 'saved' }),
  async submit(context, { params }, form) {
    const { draftId, partId } = params
    const here = `/members/drafts/${draftId}/${partId}`
    if (form.get('act') === 'withdraw') {
      await withdrawComment(context, { draftId, commentId: String(form.get('commentId') ?? '') })
      return { seeOther: here }
    }
    return comment(context, params, form)
  },
})

/** Every paragraph has a form of its own: its fields carry the number of the paragraph. */
async function comment(context: Context, params: Place, form: FormData): Promise<Screen | SeeOther> {
  const entered = enteredIn(form)
  const own = new FormData()
  own.set('paragraphId', entered['paragraphId'] ?? '')
  for (const name of ['quote', 'words']) own.set(name, entered[`${name}-${entered['place']}`] ?? '')
  const back = async (problems: Problems): Promise<Screen> => ({
    ...(await screen(context, params, { entered, problems: placed(problems, entered['place'] ?? '') })),
    status: 422,
  })
  const read = readForm(commentForm, own)
  if (read.problems) return back(read.problems)
  const { draftId, partId } = params
  const { document } = await getOwnDraft(context, draftId)
  const paragraph = draftParts(document)
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ id }) => id === read.values.paragraphId)
  if (!anchorTo(found(paragraph, '段落'), read.values.quote)) {
    return back({ quote: 'この言葉は段落の中にありません。段落からそのまま写すか、空にしてください' })
  }
  await commentOnDraft(context, { draftId, ...read.values })
  return { seeOther: `/members/drafts/${draftId}/${partId}?notice=saved` }
}

const placed = (problems: Problems, place: string): Problems =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [`${name}-${place}`, problem]))

type State = { entered?: Entered; problems?: Problems; wasSaved?: boolean }
type Place = { draftId: string; partId: string }

async function screen(context: Context, { draftId, partId }: Place, state: State): Promise<Screen> {
  const { draft, document } = await getOwnDraft(context, draftId)
  const { member } = await ownSeat(context)
  const parts = draftParts(document)
  const position = parts.findIndex(({ id }) => id === partId)
  const part = found(parts[position], '案のこの部分')
  const comments = (await listDraftComments(context, draft.bodyId)).map((comment) =>
    placeComment(comment, parts),
  )
  const members = await listMembers(context, draft.bodyId)
  const neighbours = [parts[position - 1], parts[position + 1]] as const
  return {
    title: part.title,
    crumbs: [homeCrumb, { label: draft.label, href: `/members/drafts/${draft.id}` }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        {state.wasSaved && <Banner title="意見を受け取りました。" />}
        <h1>{part.title}</h1>
        <DraftPartView
          part={part}
          draft={draft}
          comments={comments.filter(({ comment }) => comment.itemId === part.id)}
          ownId={member.id}
          nameOf={(id) => members.find((one) => one.id === id)?.name ?? '委員'}
          mayComment={mayStillComment(draft, tokyoDay(context.now))}
          entered={state.entered ?? {}}
          problems={state.problems ?? {}}
          neighbours={neighbours}
        />
      </>
    ),
  }
}
