import {
  type AnchorPlace,
  anchorPlaceLabels,
  findAnchor,
  type QuoteAnchor,
} from '#src/lib/document/quote-anchor.ts'
import type { DraftPart } from './draft-text.ts'

/** What became of a comment on a draft. */
export const resolutionLabels = {
  reflected: '案に反映した',
  explained: '説明した',
  later: '今後の検討とした',
  declined: '見送った',
} as const
export type CommentResolution = keyof typeof resolutionLabels
export const resolutions = Object.keys(resolutionLabels) as [CommentResolution]

/** 示した案: a frozen version laid before a body, and until when its members may comment. */
export type LaidDraft = {
  id: string
  bodyId: string
  versionId: string
  laidOn: string
  commentUntil: string | undefined
}

/** 案への意見. The words quoted stay as they stood, whatever the draft becomes. */
export type DraftComment = {
  id: string
  draftId: string
  bodyId: string
  membershipId: string
  itemId: string
  anchor: QuoteAnchor
  words: string
  writtenAt: string
  resolution: CommentResolution | ''
  note: string
  resolvedAt: string | undefined
  revision: number
}

export const mayStillComment = ({ commentUntil }: Pick<LaidDraft, 'commentUntil'>, today: string) =>
  commentUntil === undefined || today <= commentUntil

export const isResolved = ({ resolution }: Pick<DraftComment, 'resolution'>) => resolution !== ''

/** A comment with where its words are in another state of the plan. */
export type PlacedComment = { comment: DraftComment; place: AnchorPlace; wordsNow: string }

export function placeComment(comment: DraftComment, parts: readonly DraftPart[]): PlacedComment {
  const paragraphs = parts.flatMap((part) => part.paragraphs)
  const place = findAnchor(comment.anchor, paragraphs)
  const paragraph = paragraphs.find(({ id }) => id === comment.anchor.paragraphId)
  const wordsNow = place.state === 'changed' ? (paragraph?.words.slice(place.start, place.end) ?? '') : ''
  return { comment, place, wordsNow }
}

/** Where the words are now, in a sentence. */
export function placeWords({ place, wordsNow }: PlacedComment): string {
  if (place.state === 'paragraph' && place.isWhole) return '段落の全体への意見'
  if (place.state === 'changed') return `${anchorPlaceLabels.changed}：いまは「${wordsNow}」`
  return anchorPlaceLabels[place.state]
}

type Names = { nameOf: (membershipId: string) => string; titleOf: (itemId: string) => string }

/** The comments as a table for the meeting, one row each. */
export function commentRows(placed: readonly PlacedComment[], { nameOf, titleOf }: Names): string[][] {
  const head = [
    '番号',
    '対象',
    '引用した言葉',
    '意見',
    '委員',
    '書いた日',
    'いまの案では',
    '対応',
    '対応の説明',
  ]
  return [
    head,
    ...placed.map((one, position) => {
      const { anchor, words, itemId, membershipId, writtenAt, resolution, note } = one.comment
      return [
        String(position + 1),
        titleOf(itemId),
        anchor.quote,
        words,
        nameOf(membershipId),
        writtenAt.slice(0, 10),
        placeWords(one),
        resolution ? resolutionLabels[resolution] : '',
        note,
      ]
    }),
  ]
}
