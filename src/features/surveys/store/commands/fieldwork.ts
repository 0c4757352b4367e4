import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { countIn } from '../inbox.ts'
import { listReceipts, readSurvey } from '../queries.ts'

type Returned = { surveyId: string; kind: 'undeliverable' | 'blank'; count: number }

/** Adds letters that came back, or forms without an answer, to the count of today; a negative number corrects a mistake. */
export const countReturned = command(
  permissions,
  'key-in-answers',
  async (context, { surveyId, kind, count }: Returned) => {
    const survey = await readSurvey(context, surveyId)
    if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査だけに、数を加えられます')
    const before = (await listReceipts(context, surveyId))
      .filter(({ mode }) => mode === kind)
      .reduce((total, one) => total + one.count, 0)
    if (before + count < 0) throw new Refusal('conflict', `いまの数（${before}）より多くは減らせません`)
    await countIn(context, { surveyId, receivedOn: tokyoDay(context.now), mode: kind, stratum: '', count })
  },
)
