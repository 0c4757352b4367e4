import { z } from 'zod'
import { clockField } from '#src/features/organization/core/read-clock.ts'
import { dayField, optionalDayField } from '#src/features/organization/core/read-day.ts'
import { optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { amendmentOutcomes, billOutcomes } from './bill.ts'
import { bodyKinds, decisionRules, minutesStyles, quorumRules, type Seats } from './bodies.ts'
import { resolutions } from './draft-comments.ts'
import { needed, optionalId, words } from './form-fields.ts'
import { checkOutcomes, decisionKinds } from './meetings.ts'
import { accessWays } from './member-access.ts'

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)
const optionalCount = (label: string) =>
  optionalWholeNumber(`${label}は数字で書いてください`)
    .refine((count) => count === null || count >= 0, `${label}は0以上で書いてください`)
    .transform((count) => count ?? undefined)

/** One category a line: 公募の市民 4. Undefined where a line cannot be read. */
export function readSeats(typed: string): Seats[] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const seats = lines.map((line) => {
    const parts = /^(.+?)[\s\u3000:：]+(\d{1,3})\s*人?$/.exec(line.normalize('NFKC').trim())
    return parts ? { category: parts[1]?.trim() ?? '', count: Number(parts[2]) } : undefined
  })
  return seats.every((one) => one !== undefined) ? seats : undefined
}

export const seatsWords = (seats: readonly Seats[]) =>
  seats.map(({ category, count }) => `${category} ${count}`).join('\n')

export const bodyForm = z.object({
  name: needed('名前', 60),
  kind: z.enum(bodyKinds, '種類を選んでください'),
  role: words('役割', 200),
  legalBasis: needed('設置の根拠', 120),
  quorum: z.enum(quorumRules, '定足数を選んでください'),
  decisionRule: z.enum(decisionRules, '議決の方法を選んでください'),
  minutesStyle: z.enum(minutesStyles, '会議録の氏名の扱いを選んでください'),
  isOpenByDefault: ticked,
  quorumArticle: words('定足数の条項', 60),
  decisionArticle: words('議決の条項', 60),
  opennessArticle: words('会議の公開の条項', 60),
  term: words('委員の任期', 40),
  termArticle: words('任期の条項', 60),
  parentId: optionalId,
  seats: z
    .string()
    .default('')
    .transform((typed, context) => {
      const seats = readSeats(typed)
      if (!seats) context.addIssue('定数は、1行に1つ「公募の市民 4」のように書いてください')
      return seats ?? []
    }),
})

export const memberForm = z.object({
  name: needed('氏名', 60),
  affiliation: words('所属・職', 80),
  category: words('区分', 40),
  office: words('役', 20),
  appointedBy: words('委嘱・任命した人', 60),
  validFrom: dayField('就任の日'),
  validTo: optionalDayField('任期の終わり'),
})

export const leavingForm = z.object({
  lastOn: dayField('最後の日'),
  leavingReason: needed('退任の理由', 80),
})

export const endingForm = z.object({
  endedOn: dayField('解散の日'),
  endReason: needed('解散の理由', 120),
})

export const meetingForm = z.object({
  heldOn: dayField('開催の日'),
  startsAt: clockField('始まりの時刻'),
  endsAt: clockField('終わりの時刻'),
  place: words('場所', 100),
  isWritten: ticked,
  observerSeats: optionalCount('傍聴の定員'),
})

export const agendaForm = z
  .object({
    agendaTitle: needed('議題', 120),
    isOpen: z
      .enum(['open', 'closed'], '公開か非公開かを選んでください')
      .transform((openness) => openness === 'open'),
    closedGround: words('非公開の根拠', 120),
    closedDecision: words('会議としての決定', 200),
    inquiryId: optionalId,
  })
  .superRefine(({ isOpen, closedGround }, context) => {
    if (!isOpen && !closedGround)
      context.addIssue({
        code: 'custom',
        path: ['closedGround'],
        message: '非公開にする根拠（条例の条・号）を書いてください',
      })
  })

export const paperForm = z.object({
  label: words('資料の番号', 20),
  paperTitle: words('資料の名前', 120),
  agendaItemId: optionalId,
  isPublic: ticked,
})

export const paperDetailsForm = z.object({
  label: needed('資料の番号', 20),
  paperTitle: needed('資料の名前', 120),
  agendaItemId: optionalId,
  isPublic: ticked,
})

export const replacementForm = z.object({
  replacedId: z.string().min(1, '差し替える資料を選んでください'),
  newTitle: words('新しい資料の名前', 120),
  replaceReason: needed('差替えの理由', 200),
})

export const decisionForm = z.object({
  kind: z.enum(decisionKinds, '決定の種類を選んでください'),
  text: needed('決定の内容', 500),
  agendaItemId: optionalId,
  votesFor: optionalCount('賛成'),
  votesAgainst: optionalCount('反対'),
  chairCasts: z
    .enum(['', 'for', 'against'])
    .default('')
    .transform((cast) => cast || undefined),
})

export const confirmForm = z.object({
  confirmedBy: needed('確定した人', 80),
  confirmedOn: dayField('確定の日'),
})

export const checkForm = z
  .object({
    outcome: z.enum(checkOutcomes, '確認の結果を選んでください'),
    words: words('直してほしいところ', 2000),
  })
  .refine(({ outcome, words: said }) => outcome === 'agreed' || said !== '', {
    path: ['words'],
    message: '直してほしいところを書いてください',
  })

export const askForm = z.object({ checkUntil: dayField('確認の締切') })

export const layingForm = z.object({
  bodyId: z.string().min(1, '会議体を選んでください'),
  versionId: z.string().min(1, '計画の版を選んでください'),
  commentUntil: optionalDayField('意見の締切'),
})

export const commentForm = z.object({
  paragraphId: z.string().min(1, '段落を選んでください'),
  quote: words('引用する言葉', 400),
  words: needed('意見', 2000),
})

export const resolutionForm = z.object({
  commentId: z.string(),
  resolution: z.enum(resolutions, '対応の種類を選んでください'),
  note: needed('対応の説明', 1000),
})

export const invitationForm = z
  .object({
    membershipId: z.string().min(1, '委員を選んでください'),
    way: z.enum(accessWays, '2つ目の確認を選んでください'),
    address: z
      .string()
      .default('')
      .transform((typed) => typed.normalize('NFKC').trim())
      .pipe(z.union([z.literal(''), z.email('メールアドレスの形で書いてください')])),
  })
  .refine(({ way, address }) => way !== 'mail' || address !== '', {
    path: ['address'],
    message: 'メールで受け取るときは、メールアドレスを書いてください',
  })

export const billForm = z.object({
  bodyId: z.string().min(1, '議会を選んでください'),
  number: needed('議案番号', 40),
  title: needed('件名', 120),
  submittedOn: dayField('提出の日'),
  versionId: z.string().min(1, '提出する計画の版を選んでください'),
  committee: words('付託先', 60),
})

export const referralForm = z.object({ committee: needed('付託先', 60) })

export const amendmentForm = z.object({
  proposer: needed('提出者', 60),
  proposedOn: dayField('修正案の日'),
  amendmentWords: needed('修正の内容', 2000),
})

export const amendmentOutcomeForm = z.object({
  amendmentId: z.string(),
  amendmentOutcome: z.enum(amendmentOutcomes, '結果を選んでください'),
  amendedVersionId: optionalId,
})

export const resolutionOfBillForm = z.object({
  outcome: z.enum(billOutcomes, '議決の結果を選んでください'),
  resolvedOn: dayField('議決の日'),
  votesFor: optionalCount('賛成'),
  votesAgainst: optionalCount('反対'),
})

export const observerField = optionalCount('傍聴した人の数')
