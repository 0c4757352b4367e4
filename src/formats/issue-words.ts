import type { z } from 'zod'

/**
 * What does not fit a format, in Japanese: our own messages are, the library's are put into words by their kind. The path
 * stands beside it.
 */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `「${issue.keys.join('」「')}」という欄はありません`
  if (/[ぁ-んァ-ヶ一-龠]/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? '値がありません' : '値の種類が違います'
    case 'invalid_value':
      return '決められた言葉ではありません'
    case 'too_big':
      return '長すぎるか、大きすぎます'
    case 'too_small':
      return '短すぎるか、小さすぎます'
    default:
      return '値の形が違います'
  }
}
