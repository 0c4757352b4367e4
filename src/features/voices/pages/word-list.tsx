import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { firstWordList, type WordListContent, wordListForm } from '../core/word-list.ts'
import { keepWordList } from '../store/commands/word-list.ts'
import { getWordList, listTownWords, listWordVersions } from '../store/queries/word-list.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'
import { fieldLabels, TownWords, WordListForm, WordVersions } from './parts/word-list-view.tsx'

const here = '/staff/voices/word-list'

/** 語の一覧: words that are never cut and words that are not counted, for grouping, network, rules and map. */
export const wordListPage = page(here, {
  audience: 'staff',
  show: (context, { url }) => screen(context, { version: url.searchParams.get('version') ?? '' }),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-codes')
    const entered = enteredIn(form)
    if (entered['act'] === 'reset') {
      const { stop, formal } = firstWordList
      return screen(context, { entered: { ...entered, stop, formal }, isReset: true })
    }
    const read = readForm(wordListForm, form)
    if (read.problems)
      return { ...(await screen(context, { entered, problems: read.problems })), status: 422 }
    const change = { revision: Number(entered['revision']), ...read.values }
    const outcome = await unlessStale(keepWordList(context, change))
    if (outcome.isStale) return { ...(await screen(context, { entered, isStale: true })), status: 409 }
    return { seeOther: `${here}?notice=saved` }
  },
})

type State = {
  version?: string
  entered?: Entered
  problems?: Problems
  isStale?: boolean
  isReset?: boolean
}

async function screen(
  context: Context,
  { version = '', entered, problems = {}, isStale, isReset }: State,
): Promise<Screen> {
  authorize(context, permissions, 'edit-codes')
  const [saved, versions, town] = await Promise.all([
    getWordList(context),
    listWordVersions(context),
    listTownWords(context, 'office'),
  ])
  const former = version
    ? found(
        versions.find(({ revision }) => String(revision) === version),
        '語の一覧の版',
      )
    : undefined
  const shown = former ?? saved
  const typed = (field: keyof WordListContent) => entered?.[field] ?? shown[field]
  const rows = Object.entries(fieldLabels) as [keyof WordListContent, string][]
  return {
    title: '語の一覧',
    crumbs: [voicesCrumb],
    body: (
      <>
        <FormHead
          problems={problems}
          rows={
            isStale
              ? rows.map(([field, label]) => ({ label, saved: saved[field], typed: typed(field) }))
              : undefined
          }
        />
        <div class="sb-title">
          <h1>語の一覧</h1>
        </div>
        <VoiceTabs actor={context.actor} current={here} />
        {isReset && (
          <Banner title="数えない語と形式名詞に、はじめの一覧を入れました。">
            <p>まだ保存していません。「保存する」を押すと、使われます。</p>
          </Banner>
        )}
        {former && former.revision !== saved.revision && (
          <Banner title={`第${former.revision}版の内容です。`}>
            <p>「保存する」を押すと、この内容が新しい版になります。</p>
          </Banner>
        )}
        <WordListForm revision={saved.revision} typed={typed} problems={problems} />
        <TownWords words={town} list={saved} />
        <WordVersions versions={versions} />
        <AboutScreen>
          <p>
            まとまりの提案、語のつながり、語の違いの図、規則で使います。切らない語は、1つの語として数えます。その中の語（学童保育の中の学童）も、規則では当たります。前につくった結果は、変わりません。結果には、使った版が出ます。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
