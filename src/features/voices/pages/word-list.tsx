import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { TextArea } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { wordListForm } from '../core/word-list.ts'
import { keepWordList } from '../store/commands/word-list.ts'
import { getWordList } from '../store/queries/word-list.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 切らない語: the city's own words for grouping, network, rules and map. */
export const wordListPage = page('/staff/voices/word-list', {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-codes')
    const entered = enteredIn(form)
    const read = readForm(wordListForm, form)
    if (read.problems)
      return { ...(await screen(context, { entered, problems: read.problems })), status: 422 }
    const change = { revision: Number(entered['revision']), words: read.values.words }
    const outcome = await unlessStale(keepWordList(context, change))
    if (outcome.isStale) return { ...(await screen(context, { entered, isStale: true })), status: 409 }
    return { seeOther: '/staff/voices/word-list?notice=saved' }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, { entered, problems = {}, isStale }: State): Promise<Screen> {
  authorize(context, permissions, 'edit-codes')
  const { words, revision } = await getWordList(context)
  const typed = entered?.['words'] ?? words
  return {
    title: '切らない語',
    crumbs: [voicesCrumb],
    body: (
      <>
        <FormHead
          problems={problems}
          rows={isStale ? [{ label: '切らない語', saved: words, typed }] : undefined}
        />
        <div class="sb-title">
          <h1>切らない語</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/word-list" />
        <form method="post" class="sb-form l-gap">
          <input type="hidden" name="revision" value={revision} />
          <TextArea
            name="words"
            label="市のことば（1行に1つ）"
            value={typed}
            problem={problems['words']}
            support="施設・駅・地名・計画の用語。同じ意味の語は = でつなぎます。例：停留所=バス停。# から後は覚え書きです"
            rows={12}
          />
          <button class="dads-button" type="submit">
            保存する
          </button>
        </form>
        <AboutScreen>
          <p>
            ここに書いた語は、まとまりの提案、語のつながり、語の違いの図、規則で、1つの語として数えます。地区の名前と、漢字・カタカナだけの分類の名前は、書かなくても切りません。前につくった結果は、変わりません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
