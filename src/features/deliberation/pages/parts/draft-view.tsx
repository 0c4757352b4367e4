import type { Entered, Problems } from '#src/platform/form.ts'
import { AnchoredText, type MarkedPlace } from '#src/ui/anchored-text.tsx'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure, Section } from '#src/ui/parts.tsx'
import {
  type DraftComment,
  isResolved,
  type LaidDraft,
  type PlacedComment,
  placeWords,
  resolutionLabels,
} from '../../core/draft-comments.ts'
import type { DraftParagraph, DraftPart } from '../../core/draft-text.ts'

type ContentsProps = { parts: readonly DraftPart[]; comments: readonly DraftComment[]; draftId: string }

/** The parts of a draft in their order, as deep as they stand in the plan. */
export function DraftContents({ parts, comments, draftId }: ContentsProps) {
  return (
    <ul class="sb-contents l-gap">
      {parts.map(({ id, title, depth }) => {
        const count = comments.filter(({ itemId }) => itemId === id).length
        return (
          <li key={id} class={`sb-contents__depth-${Math.min(depth, 3)}`}>
            <a href={`/members/drafts/${draftId}/${id}`}>{title}</a>
            {count > 0 && <span class="sb-sub">　意見{count}件</span>}
          </li>
        )
      })}
    </ul>
  )
}

type PartProps = {
  part: DraftPart
  draft: LaidDraft
  comments: readonly PlacedComment[]
  ownId: string
  nameOf: (membershipId: string) => string
  mayComment: boolean
  entered: Entered
  problems: Problems
  neighbours: readonly [DraftPart | undefined, DraftPart | undefined]
}

export function DraftPartView(props: PartProps) {
  const { part, comments, draft, neighbours } = props
  const numbered = inOrderOfText(comments, part).map((placed, position) => ({
    ...placed,
    number: position + 1,
  }))
  const known = new Set(part.paragraphs.map(({ id }) => id))
  const lost = numbered.filter(({ comment }) => !known.has(comment.anchor.paragraphId))
  return (
    <>
      {part.paragraphs.length === 0 && <p class="l-gap">この部分には、まだ本文がありません。</p>}
      {part.paragraphs.map((paragraph, position) => (
        <Paragraph
          key={paragraph.id}
          {...props}
          paragraph={paragraph}
          isNewHeading={part.paragraphs[position - 1]?.heading !== paragraph.heading}
          position={position}
          own={numbered.filter(({ comment }) => comment.anchor.paragraphId === paragraph.id)}
        />
      ))}
      {lost.length > 0 && (
        <Section id="lost" title="なくなった段落への意見">
          {lost.map((placed) => (
            <Comment key={placed.comment.id} {...props} placed={placed} />
          ))}
        </Section>
      )}
      <nav class="l-cluster l-cluster--wide l-gap" aria-label="案の前後">
        {neighbours[0] && (
          <a href={`/members/drafts/${draft.id}/${neighbours[0].id}`}>前へ：{neighbours[0].title}</a>
        )}
        {neighbours[1] && (
          <a href={`/members/drafts/${draft.id}/${neighbours[1].id}`}>次へ：{neighbours[1].title}</a>
        )}
      </nav>
    </>
  )
}

/** As somebody reads: paragraph by paragraph, then by the place of the words. */
function inOrderOfText(comments: readonly PlacedComment[], { paragraphs }: DraftPart): PlacedComment[] {
  const paragraphOf = ({ comment }: PlacedComment) => {
    const position = paragraphs.findIndex(({ id }) => id === comment.anchor.paragraphId)
    return position < 0 ? paragraphs.length : position
  }
  const startOf = ({ place }: PlacedComment) => ('start' in place ? place.start : 0)
  return [...comments].sort((a, b) => paragraphOf(a) - paragraphOf(b) || startOf(a) - startOf(b))
}

type Numbered = PlacedComment & { number: number }
type ParagraphProps = PartProps & {
  paragraph: DraftParagraph
  isNewHeading: boolean
  position: number
  own: readonly Numbered[]
}

function Paragraph({ paragraph, isNewHeading, position, own, ...props }: ParagraphProps) {
  const { mayComment, entered, problems } = props
  const places = own.flatMap(({ place, number, comment }): MarkedPlace[] =>
    'start' in place ? [{ ...place, numbers: [number], href: `#${comment.id}` }] : [],
  )
  const isTyped = entered['paragraphId'] === paragraph.id
  const field = (name: string) => ({
    name: `${name}-${position}`,
    value: entered[`${name}-${position}`],
    problem: problems[`${name}-${position}`],
  })
  return (
    <div class="sb-paragraph l-flow">
      {isNewHeading && <h2>{paragraph.heading}</h2>}
      <p class="sb-prewrap">
        <AnchoredText words={paragraph.words} places={places} />
      </p>
      {own.map((placed) => (
        <Comment key={placed.comment.id} {...props} placed={placed} />
      ))}
      {mayComment && (
        <Disclosure label={`この段落に意見を書く（段落${position + 1}）`} open={isTyped}>
          <form
            method="post"
            class="sb-form"
            aria-label={`段落${position + 1}への意見`}
            action="#error-summary"
          >
            <input type="hidden" name="paragraphId" value={paragraph.id} />
            <TextField
              {...field('quote')}
              label="引用する言葉"
              support="段落の中の言葉を、そのまま写します。空にすると、段落全体への意見になります。"
              optional
            />
            <TextArea {...field('words')} label="意見" rows={4} required />
            <input type="hidden" name="place" value={position} />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="comment">
              意見を送る
            </button>
          </form>
        </Disclosure>
      )}
    </div>
  )
}

type CommentProps = Pick<PartProps, 'ownId' | 'nameOf'> & { placed: Numbered }

/** One comment with its words quoted, where they are in this version, and what became of it. */
function Comment({ placed, ownId, nameOf }: CommentProps) {
  const { comment, number } = placed
  const { id, membershipId, words, anchor, resolution, note } = comment
  return (
    <div class="sb-box l-flow" id={id}>
      <p class="l-cluster">
        <b>
          [{number}] {nameOf(membershipId)}
        </b>
        {resolution ? (
          <Badge tone="ok">{resolutionLabels[resolution]}</Badge>
        ) : (
          <Badge tone="info">検討中</Badge>
        )}
      </p>
      {anchor.quote && <blockquote class="sb-quote">{anchor.quote}</blockquote>}
      <p class="sb-prewrap">{words}</p>
      <p class="sb-sub">{placeWords(placed)}</p>
      {note && <p class="sb-prewrap">事務局：{note}</p>}
      {membershipId === ownId && !isResolved(comment) && (
        <form method="post">
          <input type="hidden" name="commentId" value={id} />
          <button
            class="dads-button dads-button--secondary dads-button--small"
            type="submit"
            name="act"
            value="withdraw"
          >
            取り下げる<span class="vh">（意見{number}）</span>
          </button>
        </form>
      )}
    </div>
  )
}
