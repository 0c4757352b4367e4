import { cleanLetter, longestLetter } from './letter.ts'
import type { SubmissionContent } from './submission.ts'

/** Free texts of one question of a survey, as they may be taken over: words and the district, nothing else. */
export type SurveyTexts = {
  surveyId: string
  column: string
  label: string
  /** The last day of the survey: the day of the single answer would be a key to it. */
  endsOn: string
  channel: 'survey' | 'outside'
  frame: SubmissionContent['frame']
  texts: readonly { text: string; district: string }[]
}

/** Where texts of a question are kept together: `sv_…#q12`. */
export const sessionRefOf = ({ surveyId, column }: Pick<SurveyTexts, 'surveyId' | 'column'>) =>
  `${surveyId}#${column}`

const keyOf = ({ original, district }: { original: string; district: string }) => `${district}\n${original}`

/**
 * The texts that are not voices yet, in the order of their letters: an order of answers would be a key too. A text two
 * people wrote alike is two voices; taken over again, nothing is doubled.
 */
export function newSurveyVoices(
  { texts, label, endsOn, channel, frame }: SurveyTexts,
  known: readonly { original: string; district: string }[],
): SubmissionContent[] {
  const there = new Map<string, number>()
  for (const one of known) there.set(keyOf(one), (there.get(keyOf(one)) ?? 0) + 1)
  const fresh: SubmissionContent[] = []
  for (const { text, district } of texts) {
    const original = cleanLetter(text).slice(0, longestLetter)
    const key = keyOf({ original, district })
    const left = there.get(key) ?? 0
    if (left > 0) there.set(key, left - 1)
    else if (original !== '')
      fresh.push({
        original,
        district,
        channel,
        frame,
        sessionLabel: label.slice(0, 100),
        receivedOn: endsOn,
        method: 'form',
        ageBand: '',
        group: '',
        consent: 'anonymous-quote',
      })
  }
  return fresh.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
