import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { answerSavedPage, answerThanksPage } from './pages/answer-after.tsx'
import { answerCheckPage } from './pages/answer-check.tsx'
import { answerSectionPage } from './pages/answer-section.tsx'
import { answerStartPage } from './pages/answer-start.tsx'
import { citePage } from './pages/cite.tsx'
import { crossPage } from './pages/cross.tsx'
import { entryPage } from './pages/entry.tsx'
import { decideSheetPage, entrySheetsPage } from './pages/entry-sheets.tsx'
import { exchangePage } from './pages/exchange.tsx'
import { exportListPage } from './pages/export-list.tsx'
import { importPage, importTemplate } from './pages/import.tsx'
import { lettersPage } from './pages/letters.tsx'
import { lineagePage } from './pages/lineage.tsx'
import { paperPage } from './pages/paper.tsx'
import { portfolioPage } from './pages/portfolio.tsx'
import { previewPage } from './pages/preview.tsx'
import { publicQuestionPage, publicResultFiles } from './pages/public-results.tsx'
import { publicSurveyPage, publicSurveysPage } from './pages/public-surveys.tsx'
import { publicationPage } from './pages/publication.tsx'
import { questionPage } from './pages/question.tsx'
import { questionnairePage } from './pages/questionnaire.tsx'
import { questionnaireFiles } from './pages/questionnaire-files.ts'
import { reportFiles } from './pages/report-files.ts'
import { resultFiles } from './pages/result-files.ts'
import { resultsPage } from './pages/results.tsx'
import { reminderCsv, samplePage } from './pages/sample.tsx'
import { newSurveyPage, surveyListPage } from './pages/survey-list.tsx'
import { surveyOverviewPage } from './pages/survey-overview.tsx'
import { surveySettingsPage } from './pages/survey-settings.tsx'
import { textsPage } from './pages/texts.tsx'
import { translationsPage } from './pages/translations.tsx'
import { tryPage } from './pages/try.tsx'
import { versionsPage } from './pages/versions.tsx'
import { wavesPage } from './pages/waves.tsx'
import { sample } from './sample.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { purgeAgain, purgeWhatIsDue } from './store/purge-due.ts'
import { listPublicSurveys, publicPathsOf } from './store/queries.ts'
import { surveyCommands } from './work/commands.ts'

/** 市民意向調査: design, draw, collect by web and paper, tabulate and publish the residents' survey. */
export const surveys: Feature = {
  id: 'surveys',
  label: '市民意向調査',
  permissions,
  actionLabels,
  pages: [
    publicSurveysPage,
    publicSurveyPage,
    ...publicResultFiles,
    publicQuestionPage,
    answerStartPage,
    answerCheckPage,
    answerThanksPage,
    answerSavedPage,
    answerSectionPage,
    surveyListPage,
    newSurveyPage,
    surveyOverviewPage,
    surveySettingsPage,
    questionnairePage,
    questionPage,
    previewPage,
    paperPage,
    translationsPage,
    lineagePage,
    tryPage,
    versionsPage,
    samplePage,
    reminderCsv,
    lettersPage,
    entryPage,
    entrySheetsPage,
    decideSheetPage,
    importPage,
    importTemplate,
    resultsPage,
    crossPage,
    portfolioPage,
    wavesPage,
    textsPage,
    citePage,
    ...resultFiles,
    ...reportFiles,
    exportListPage,
    exchangePage,
    ...questionnaireFiles,
    publicationPage,
  ],
  publicFooter: [{ label: '市民意向調査', href: '/surveys' }],
  staffMenu: [{ group: 'basics', label: '市民意向調査', href: '/staff/surveys', action: 'read-surveys' }],
  commands: surveyCommands,
  async daily(context, visit) {
    await purgeWhatIsDue(context, visit)
  },
  purgeAgain,
  migrations,
  sample,
  lintContext: lintFacts,
  async publicPaths(context) {
    const surveys = await listPublicSurveys(context)
    const paths = await Promise.all(surveys.map(({ id }) => publicPathsOf(context, id)))
    return ['/surveys', ...paths.flat()]
  },
}
