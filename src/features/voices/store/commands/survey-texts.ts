import { command } from '#src/platform/command.ts'
import { permissions } from '../../core/permissions.ts'
import { newSurveyVoices, type SurveyTexts, sessionRefOf } from '../../core/survey-texts.ts'
import { tables } from '../tables.ts'
import { takeInVoice } from './intake.ts'

/**
 * Takes the free texts of a question of a survey into the voices, without any key to the other answers: no number, no day, no
 * order. Returns how many came.
 */
export const takeOverSurveyTexts = command(
  permissions,
  'take-over-survey-texts',
  async (context, { survey }: { survey: SurveyTexts }) => {
    const sessionRef = sessionRefOf(survey)
    const known = await tables(context)
      .selectFrom('voiceSubmissions')
      .select(['original', 'district'])
      .where('sessionRef', '=', sessionRef)
      .execute()
    const fresh = newSurveyVoices(survey, known)
    for (const content of fresh) await takeInVoice(context, { content, sessionRef })
    context.trail.objects.push(survey.surveyId)
    return fresh.length
  },
)
