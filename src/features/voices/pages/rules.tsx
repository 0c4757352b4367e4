import { z } from 'zod'
import { readCodingRule } from '#src/lib/text/rules/read-coding-rule.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { listJobs } from '#src/platform/jobs/jobs.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type RuleTrial, tryRule } from '../core/rule-trial.ts'
import { ruleSuggestions } from '../core/suggestions.ts'
import { wordsKeptWhole } from '../core/word-list.ts'
import { changeRule, confirmRule, orderRules, rulesKind } from '../store/commands/analyses.ts'
import { type Code, getCode, listCodes, listGivenCodes } from '../store/queries/sorting.ts'
import { listHeard, listSayings } from '../store/queries/voices.ts'
import { getWordList, listTownWords } from '../store/queries/word-list.ts'
import { wordsAtHand } from '../work/words-at-hand.ts'
import { ProgressView } from './parts/groups-view.tsx'
import { getWork, readResult } from './parts/read-result.ts'
import { RuleTrialView } from './parts/rule-trial-view.tsx'
import { RuleForm, RulesView, SuggestionsView } from './parts/rules-view.tsx'
import { RunList } from './parts/run-list.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const ruleForm = z.object({
  rule: z
    .string()
    .trim()
    .max(1000, '規則は1,000字以内で書いてください')
    .superRefine((rule, context) => {
      const { problem } = rule === '' ? { problem: undefined } : readCodingRule(rule)
      if (problem) context.addIssue({ code: 'custom', message: problem })
    }),
})

/** 語による規則: when a code is suggested, and asking for suggestions. */
export const rulesPage = page('/staff/voices/rules', {
  audience: 'staff',
  show: (context, { url }) => rulesScreen(context, { edit: url.searchParams.get('edit') ?? '' }),
  async submit(context, { url, wakeJobs }, form) {
    authorize(context, permissions, 'edit-codes')
    if (form.get('act') === 'run') {
      const jobId = await orderRules(context, {})
      wakeJobs()
      return { seeOther: `/staff/voices/rules/${jobId}` }
    }
    const edit = url.searchParams.get('edit') ?? ''
    const read = readForm(ruleForm, form)
    if (read.problems)
      return {
        ...(await rulesScreen(context, { edit, entered: read.entered, problems: read.problems })),
        status: 422,
      }
    const code = await getCode(context, edit)
    if (read.entered['act'] === 'try') {
      const { entered, values } = read
      if (values.rule !== '')
        return rulesScreen(context, { edit, entered, trial: await trialOf(context, code, values.rule) })
      const problems = { rule: '試す規則を書いてください' }
      return { ...(await rulesScreen(context, { edit, entered, problems })), status: 422 }
    }
    const change = { codeId: edit, revision: Number(read.entered['revision']), rule: read.values.rule }
    const outcome = await unlessStale(changeRule(context, change))
    if (outcome.isStale)
      return { ...(await rulesScreen(context, { edit, entered: read.entered, isStale: true })), status: 409 }
    return { seeOther: '/staff/voices/rules?notice=saved' }
  },
})

/** What the rule would meet today, beside the saved rules it may refer to. It gives nothing. */
async function trialOf(context: Context, { id, label }: Code, rule: string): Promise<RuleTrial> {
  authorize(context, permissions, 'edit-codes')
  const [sayings, codes, list, town] = await Promise.all([
    listSayings(context),
    listCodes(context),
    getWordList(context),
    listTownWords(context, 'office'),
  ])
  const tokens = await wordsAtHand(
    sayings.map(({ verbatim }) => verbatim),
    wordsKeptWhole(list, town),
  )
  const others = codes
    .filter((code) => code.id !== id && code.rule !== '' && !code.isRetired)
    .map((code) => ({ code: code.label, rule: code.rule }))
  return tryRule({ sayings, tokens, tried: { code: label, rule }, others })
}

type State = {
  edit: string
  entered?: Entered
  problems?: Problems
  isStale?: boolean
  trial?: RuleTrial | undefined
}

async function rulesScreen(
  context: Context,
  { edit, entered, problems = {}, isStale, trial }: State,
): Promise<Screen> {
  authorize(context, permissions, 'edit-codes')
  const codes = (await listCodes(context)).filter(({ isRetired }) => !isRetired)
  const chosen = codes.find(({ id }) => id === edit)
  return {
    title: '語による規則',
    crumbs: [voicesCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
        <div class="sb-title">
          <h1>語による規則</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/rules" />
        <RulesView codes={codes} />
        {chosen && (
          <RuleForm code={chosen} entered={entered} problems={problems}>
            <RuleTrialView rule={entered?.['rule'] ?? ''} trial={trial} problem={problems['rule']} />
          </RuleForm>
        )}
        <RunList
          jobs={await listJobs(context, [rulesKind], 5)}
          title="当てはめた結果"
          here="/staff/voices/rules"
        />
      </>
    ),
  }
}

/** 規則の提案: what each rule meets and by which words, what it does not, and the confirmation by a person. */
export const ruleResultPage = page('/staff/voices/rules/:rulesJobId', {
  audience: 'staff',
  show: (context, { params, folder }) => resultScreen(context, params.rulesJobId, { folder }),
  async submit(context, { params: { rulesJobId }, folder }, form) {
    authorize(context, permissions, 'sort-voices')
    const { codeId = '' } = enteredIn(form)
    const opinionIds = entriesOf(form, 'opinion')
    if (opinionIds.length === 0) {
      const problems = { [codeId]: '付ける意見を、1つ以上選んでください' }
      return { ...(await resultScreen(context, rulesJobId, { folder, problems })), status: 422 }
    }
    await confirmRule(context, { codeId, opinionIds })
    return { seeOther: `/staff/voices/rules/${rulesJobId}?notice=saved` }
  },
})

type Asked = { folder: string; problems?: Problems }

async function resultScreen(
  context: Context,
  jobId: string,
  { folder, problems = {} }: Asked,
): Promise<Screen> {
  authorize(context, permissions, 'group-voices')
  const job = await getWork(context, jobId, rulesKind)
  const suggestions = await readResult(context, job, { folder, schema: ruleSuggestions })
  const [codes, given, heard] = suggestions
    ? await Promise.all([listCodes(context), listGivenCodes(context), listHeard(context)])
    : [[], [], []]
  return {
    title: '規則の提案',
    crumbs: [voicesCrumb, { label: '語による規則', href: '/staff/voices/rules' }],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>規則の提案</h1>
        {suggestions ? (
          <SuggestionsView
            suggestions={suggestions}
            codes={codes}
            given={given}
            heard={new Map(heard.map((one) => [one.id, one]))}
            problems={problems}
          />
        ) : (
          <ProgressView job={job} here={`/staff/voices/rules/${jobId}`} />
        )}
      </>
    ),
  }
}
