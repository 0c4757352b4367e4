import { lettersInContext } from '#src/lib/text/key-in-context.ts'
import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import { channelLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { listHeard } from '../store/queries/voices.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const mostLines = 200

/** 語をさがす: every place of a word with what stands before and after it (KWIC). */
export const wordsPage = page('/staff/voices/words', {
  audience: 'staff',
  async show(context, { url }) {
    authorize(context, permissions, 'read-voices')
    const keyword = (url.searchParams.get('q') ?? '').trim().slice(0, 40)
    const side = url.searchParams.get('sort') === 'left' ? 'left' : 'right'
    const heard = keyword ? await listHeard(context) : []
    const byId = new Map(heard.map((one) => [one.id, one]))
    const texts = heard.map(({ id, verbatim }) => ({ id, text: verbatim }))
    const lines = lettersInContext(texts, keyword, { width: 24, sortBy: side })
    const voices = new Set(lines.map(({ id }) => id)).size
    return {
      title: '語をさがす',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>語をさがす</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/words" />
          <form class="sb-filter l-gap" method="get">
            <label>
              さがす語
              <input name="q" type="search" value={keyword} maxLength={40} required />
            </label>
            <label>
              ならべ方
              <select name="sort">
                <option value="right">後の文の順</option>
                <option value="left" selected={side === 'left'}>
                  前の文の順
                </option>
              </select>
            </label>
            <button class="dads-button dads-button--secondary dads-button--small" type="submit">
              さがす
            </button>
          </form>
          {keyword && (
            <p class="l-gap" role="status">
              「{keyword}」は、意見{heard.length}件のうち{voices}件に、{lines.length}回あります。
              {lines.length > mostLines && `はじめの${mostLines}回を示します。`}
            </p>
          )}
          {keyword && lines.length === 0 && (
            <EmptyState title="見つかりませんでした。">
              <p>言葉を短くするか、別の言い方でさがしてください。</p>
            </EmptyState>
          )}
          {lines.length > 0 && (
            <ScrollFrame label="語の前と後">
              <table class="dads-table dads-table--dense dads-table--wide">
                <caption>「{keyword}」の前と後</caption>
                <thead>
                  <tr>
                    <th scope="col" class="is-num">
                      前の文
                    </th>
                    <th scope="col">語</th>
                    <th scope="col">後の文</th>
                    <th scope="col">どの声か</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.slice(0, mostLines).map(({ id, start, left, key, right }) => {
                    const one = byId.get(id)
                    return (
                      <tr key={`${id}${start}`}>
                        <td class="is-num">{left}</td>
                        <td>
                          <mark>{key}</mark>
                        </td>
                        <td>{right}</td>
                        <td>
                          <a href={`/staff/voices/${one?.submissionId}/opinions/${id}`}>
                            {one ? channelLabels[one.channel] : ''}
                            {one?.district && `・${one.district}`}
                          </a>
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </ScrollFrame>
          )}
          <AboutScreen>
            <p>大文字・小文字、全角・半角、かな・カナの違いによらず、文字のとおりにさがします。</p>
          </AboutScreen>
        </>
      ),
    }
  },
})
