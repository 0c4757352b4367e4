import type { Context } from '#src/platform/context.ts'
import { FileField, SelectField } from '#src/ui/field.tsx'
import { FileFindings } from '#src/ui/file-findings.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { peopleColumns } from '../../core/people-import.ts'
import { unitColumns } from '../../core/unit-import.ts'
import { type ImportState, importLabels } from './import-props.ts'
import { Rehearsal } from './import-report.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'

export function ImportView(props: ImportState & { actor: Context['actor'] }) {
  const { actor, kind, source, fileProblem, findings, rehearsal } = props
  return (
    <>
      <FormHead problems={fileProblem ? { file: fileProblem } : {}} />
      <div class="sb-title">
        <h1>CSVの取り込み</h1>
      </div>
      <OrganizationTabs actor={actor} current="/staff/organization/import" />
      {source && <p class="l-gap">{source}</p>}
      {findings && <FileFindings findings={findings} />}
      {rehearsal && <Rehearsal {...rehearsal} kind={kind} />}
      <Section id="choose" title={rehearsal || findings ? '別のファイルを確かめる' : 'ファイルを確かめる'}>
        <form method="post" class="sb-form" encType="multipart/form-data" aria-labelledby="choose">
          <SelectField
            name="kind"
            label="何を取り込むか"
            value={kind}
            width="short"
            choices={Object.entries(importLabels).map(([value, label]) => ({ value, label }))}
          />
          <FileField
            name="file"
            label="CSVファイル"
            support="1つだけ、5MBまで。文字コードは UTF-8 でも Shift_JIS でもかまいません。"
            accept=".csv,text/csv"
            problem={fileProblem}
            required
          />
          <button class="dads-button" type="submit">
            内容を確かめる
          </button>
          <p class="sb-sub">確かめるだけでは、何も変わりません。</p>
        </form>
      </Section>
      <Templates />
      <AboutScreen>
        <p>1行でも間違いがあれば、何も取り込みません。間違いは、行と列で示します。</p>
        <p>
          ファイルにない組織や職員は、そのまま残ります。なくなる組織は「組織改編」で、退職した人は最後の日で示します。
        </p>
      </AboutScreen>
    </>
  )
}

function Templates() {
  const rows = [
    ['units', unitColumns, '「上の組織」は、ファイルのどこにあっても、いまの組織でもかまいません。'],
    [
      'people',
      peopleColumns,
      '1行に1つの職を書きます。新しい本務を書くと、前の本務は前の日までになります。「所属」が空なら市全体です。',
    ],
  ] as const
  return (
    <Section id="templates" title="ひな形">
      <dl class="dads-description-list">
        {rows.map(([kind, { required, optional }, words]) => (
          <div key={kind}>
            <dt>{importLabels[kind]}</dt>
            <dd class="l-flow">
              <p>
                必要な列：{required.join('、')}。あってもよい列：{optional.join('、')}。{words}
              </p>
              <p class="l-cluster l-cluster--wide">
                <a href={`/staff/organization/import/${kind}-template.csv`}>
                  空のひな形<span class="vh">（{importLabels[kind]}）</span>
                </a>
                <a href={`/staff/organization/${kind}.csv`}>
                  いまの内容のCSV<span class="vh">（{importLabels[kind]}）</span>
                </a>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
