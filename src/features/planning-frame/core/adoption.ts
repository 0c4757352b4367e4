import { z } from 'zod'
import { wholeNumber } from '#src/lib/form/whole-number.ts'

/** Persons the frame number is rounded to. */
export const roundings = [100, 500, 1000, 1] as const

/** The decision as it is entered: the meeting is one of the deliberation room, or words and a day. */
export const adoptionForm = z
  .object({
    revision: wholeNumber('版が分かりません'),
    year: wholeNumber('年を選んでください'),
    roundedTo: wholeNumber('まるめ方を選んでください').refine(
      (value) => roundings.some((one) => one === value),
      'まるめ方を選んでください',
    ),
    reason: z
      .string()
      .trim()
      .min(1, '採用の理由を書いてください')
      .max(4000, '理由は4,000字以内にしてください'),
    alternatives: z.string().trim().max(4000, '4,000字以内にしてください').default(''),
    meetingId: z.string().default(''),
    meeting: z.string().trim().max(200, '200字以内にしてください').default(''),
    decidedOn: z.iso.date().or(z.literal('')).catch('').default(''),
  })
  .superRefine(({ meetingId, meeting, decidedOn }, { addIssue }) => {
    if (meetingId !== '') return
    const problem = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    if (meeting === '') problem('meeting', '決めた会議を選ぶか、名前を書いてください')
    if (decidedOn === '') problem('decidedOn', '決めた日は 2026-09-30 の形で書いてください')
  })
