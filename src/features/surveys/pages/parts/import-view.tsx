import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { FileField, SelectField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import type { Use } from '../../core/import/import-mapping.ts'
import type { Survey } from '../../core/survey.ts'
import type { ImportProfile } from '../../store/import-profiles.ts'
import { FindingTable } from './finding-table.tsx'
import { FormHead } from './form-head.tsx'
import { ImportMappingPart, UnmatchedPart } from './import-mapping-view.tsx'
import type { Rehearsal } from './import-rehearsal.ts'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type ImportProps = {
  survey: Survey
  actor: Context['actor']
  profiles: readonly ImportProfile[]
  uses: readonly Use[]
  entered: Entered
  problems: Problems
  rehearsal?: Rehearsal
  source?: string
  text?: string
  isSaved?: boolean
}

export function ImportView(props: ImportProps) {
  const { survey, actor, problems, rehearsal, source, isSaved } = props
  return (
    <>
      <FormHead problems={problems}>
        {isSaved && <Banner title="この取り込み方を残しました。次からは、ファイルを選ぶときに使えます。" />}
      </FormHead>
      <h1>回答の取り込み</h1>
      <SurveyTabs actor={actor} survey={survey} current="/import" />
      {source && <p class="l-gap">{source}</p>}
      {rehearsal && rehearsal.report.findings.length > 0 && (
        <FindingTable findings={rehearsal.report.findings} />
      )}
      {rehearsal && <FileForm {...props} rehearsal={rehearsal} />}
      {survey.state === 'open' ? (
        <ChooseFile {...props} isAgain={rehearsal !== undefined} />
      ) : (
        <EmptyState title="いまは取り込めません。">
          <p>調査を始めてから、締切を確定するまでの間に取り込みます。</p>
        </EmptyState>
      )}
      <Profiles profiles={props.profiles} />
      <AboutScreen>
        <p>
          1行が1人の回答です。見出しがひな形のとおりか、設問の文のとおりなら、列の読み方は自動で決まります（Googleフォームの「設問
          [行]」も読みます）。値は、番号でも選択肢の文でもかまいません。空は無回答、INV は無効、NAP
          は非該当です。
        </p>
        <p>
          1行でも間違いがあれば、何も取り込みません。同じファイルは、1回だけ取り込めます。ほかのしくみの「回答の番号」の列を選ぶと、後でまた書き出したファイルでも、前に取り込んだ回答は2回数えません。
        </p>
      </AboutScreen>
    </>
  )
}

/** One form for the mapping, the values that fit nothing, and the taking in: the file travels in it once. */
function FileForm(props: ImportProps & { rehearsal: Rehearsal }) {
  const { rehearsal, text, source, entered } = props
  const { report, profile } = rehearsal
  const isRight = report.findings.length === 0
  return (
    <form method="post" encType="multipart/form-data" class="l-gap" aria-label="確かめたファイル">
      <textarea name="text" hidden readOnly aria-label="確かめたファイルの内容">
        {text ?? ''}
      </textarea>
      <input type="hidden" name="source" value={source ?? ''} />
      <input type="hidden" name="matches" value={JSON.stringify(report.mapping.matches)} />
      <input type="hidden" name="checked" value={canonicalJson(report.mapping)} />
      <input type="hidden" name="profile" value={profile?.name ?? entered['profile'] ?? ''} />
      <input type="hidden" name="profileRevision" value={profile?.revision ?? ''} />
      {report.unmatched.length > 0 && <UnmatchedPart unmatched={report.unmatched} />}
      {isRight && <RehearsalPart rehearsal={rehearsal} />}
      <ImportMappingPart {...props} report={report} isOpen={!isRight || report.ignored.length > 0} />
    </form>
  )
}

function RehearsalPart({ rehearsal: { report, spent, again } }: { rehearsal: Rehearsal }) {
  const withCode = report.rows.filter(({ code }) => code !== undefined).length
  const lines = (rows: readonly number[]) =>
    `${rows.slice(0, 20).join('、')}${rows.length > 20 ? ' ほか' : ''}行目`
  return (
    <Section id="rehearsal" title="取り込むとこうなります">
      <ul class="sb-list">
        <li>
          回答 <b>{report.rows.length.toLocaleString('ja')}件</b>（回答コードのあるもの{withCode}件）
        </li>
        {spent.length > 0 && (
          <li>
            すでに回答のあるコードなので、数に入れないもの：{spent.length}件（{lines(spent)}）
          </li>
        )}
        {again.length > 0 && (
          <li>
            前に取り込んだ番号なので、もう一度は数えないもの：{again.length}件（{lines(again)}）
          </li>
        )}
        {report.service && <li>{report.service}のファイルの形として読みました</li>}
        {report.partial > 0 && <li>最後まで答えていないので、取り込まない行：{report.partial}件</li>}
        {report.absent.length > 0 && (
          <li>ファイルにない列（すべて無回答になります）：{report.absent.join('、')}</li>
        )}
        {report.ignored.length > 0 && <li>読まない列：{report.ignored.join('、')}</li>}
        {report.mapping.matches.length > 0 && (
          <li>
            意味を選んだ値：
            {report.mapping.matches.map(({ value, code }) => `「${value}」→${meaningOf(code)}`).join('、')}
          </li>
        )}
        {report.equated.length > 0 && (
          <li>
            同じ選択肢とみなしたもの：
            {report.equated.map(({ value, label }) => `「${value}」→「${label}」`).join('、')}
          </li>
        )}
      </ul>
      {report.absent.length > 0 && (
        <Banner
          tone="warn"
          title="ファイルにない列があります。見出しの書き間違いでないか、確かめてください。"
        />
      )}
      <p class="l-gap">
        <button class="dads-button" name="act" value="apply" type="submit">
          {report.rows.length.toLocaleString('ja')}件を取り込む
        </button>
      </p>
    </Section>
  )
}

const meaningOf = (code: string) => (code === '' ? '無回答' : code === 'INV' ? '無効' : `「${code}」`)

function ChooseFile({ survey, profiles, entered, problems, isAgain }: ImportProps & { isAgain: boolean }) {
  const encodings = [
    { value: 'utf-8', label: 'UTF-8' },
    { value: 'shift_jis', label: 'Shift_JIS' },
    { value: 'utf-16le', label: 'UTF-16' },
  ]
  return (
    <Section id="choose" title={isAgain ? '別のファイルを確かめる' : 'ファイルを確かめる'}>
      <form method="post" class="sb-form" encType="multipart/form-data" aria-labelledby="choose">
        <FileField
          name="file"
          label="CSVファイル"
          support="20MBまで。"
          accept=".csv,text/csv"
          problem={problems['file']}
          required
        />
        <SelectField
          name="encoding"
          label="文字コード"
          blank="自動で見分ける"
          choices={encodings}
          value={entered['encoding']}
          width="mid"
        />
        {profiles.length > 0 && (
          <SelectField
            name="profile"
            label="取り込み方"
            blank="見出しから決める"
            choices={profiles.map(({ name }) => ({ value: name, label: name }))}
            value={entered['profile']}
            width="mid"
          />
        )}
        <button class="dads-button" type="submit">
          内容を確かめる
        </button>
        <p class="sb-sub">
          確かめるだけでは、何も変わりません。
          <a href={surveyAddress(survey.id, '/import/template.csv')}>ひな形（CSV）</a>
        </p>
      </form>
    </Section>
  )
}

function Profiles({ profiles }: { profiles: readonly ImportProfile[] }) {
  if (profiles.length === 0) return null
  return (
    <Section id="profiles" title="残してある取り込み方">
      <ul class="sb-list">
        {profiles.map(({ name }) => (
          <li key={name}>
            <form method="post" class="l-cluster">
              <span>{name}</span>
              <input type="hidden" name="name" value={name} />
              <button
                class="dads-button dads-button--quiet dads-button--small"
                name="act"
                value="delete-profile"
                type="submit"
              >
                消す<span class="vh">：{name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
