import { permissions as surveyPermissions } from '#src/features/surveys/core/permissions.ts'
import { lintFacts as surveyFacts } from '#src/features/surveys/store/lint-facts.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { getCoverage } from '../store/queries/coverage.ts'
import { CoverageView } from './parts/coverage-view.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 抜けと偏り: voices that lead nowhere, measures nobody spoke of, topics by district, and whether more voices bring news. */
export const coveragePage = page('/staff/voices/coverage', {
  audience: 'staff',
  async show(context) {
    const facts = await getCoverage(context)
    const mayReadSurveys = mayDo(context.actor, surveyPermissions, 'read-survey-results')
    const { surveys = [] } = mayReadSurveys ? await surveyFacts(context) : {}
    const urgent = surveys.flatMap(({ title, urgent: lines }) =>
      lines.flatMap(({ measureId }) => (measureId ? [{ measureId, survey: title }] : [])),
    )
    return {
      title: '抜けと偏り',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>抜けと偏り</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/coverage" />
          <CoverageView {...facts} urgent={urgent} />
          <AboutScreen>
            <p>
              施策に結び付いていない意見と、声のない施策を見つけるための画面です。声がないことは、困りごとがないことではありません。届いていない人がいないかを考える材料にしてください。地区ごとの割合は、集め方が違うので、住民全体の割合ではありません。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})
