import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { type Municipality, municipalityForm } from '../core/municipality.ts'
import { permissions } from '../core/permissions.ts'
import { changeMunicipality } from '../store/commands.ts'
import { getMunicipality } from '../store/queries.ts'
import { OrganizationTabs } from './parts/organization-tabs.tsx'

/** 市町村: code, name, districts, and where people can ask. */
export const municipalityPage = page('/staff/organization/municipality', {
  audience: 'staff',
  async show(context) {
    const city = await getMunicipality(context)
    return screen(context, { city, entered: enteredOf(city), problems: {} })
  },
  async submit(context, _visit, form) {
    const read = readForm(municipalityForm, form)
    const { entered } = read
    const city = await getMunicipality(context)
    if (read.problems) return { ...screen(context, { city, entered, problems: read.problems }), status: 422 }
    const revision = Number(entered['revision'])
    const outcome = await unlessStale(changeMunicipality(context, { revision, content: read.values }))
    if (!outcome.isStale) return { seeOther: '/staff/organization/municipality?notice=saved' }
    const now = await getMunicipality(context)
    const rows = versionRows(enteredOf(now), entered)
    return { ...screen(context, { city: now, entered, problems: {}, rows }), status: 409 }
  },
})

const labels = {
  name: '名前',
  kana: 'よみ',
  code: '全国地方公共団体コード（6けた）',
  districts: '地区',
  contactOffice: '問合せ先の課',
  contactLines: '電話・ファクス・受付時間',
} as const
type Field = keyof typeof labels

const versionRows = (saved: Entered, typed: Entered): VersionRow[] =>
  Object.entries(labels).map(([name, label]) => ({
    label,
    saved: saved[name] ?? '',
    typed: typed[name] ?? '',
  }))

const enteredOf = (city: Municipality): Entered => ({
  code: city.code,
  name: city.name,
  kana: city.kana,
  districts: city.districts.join('、'),
  contactOffice: city.contactOffice,
  contactLines: city.contactLines.join('\n'),
})

type State = { city: Municipality; entered: Entered; problems: Problems; rows?: readonly VersionRow[] }

function screen(context: Context, state: State): Screen {
  const mayChange = mayDo(context.actor, permissions, 'change-municipality')
  return {
    title: '市町村',
    crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
    body: (
      <>
        <FormHead problems={state.problems} rows={state.rows} />
        <div class="sb-title">
          <h1>市町村</h1>
        </div>
        <OrganizationTabs actor={context.actor} current="/staff/organization/municipality" />
        {mayChange ? <CityForm {...state} /> : <CityFacts {...state} />}
        <AboutScreen>
          <p>名前は、すべてのページの上に出ます。問合せ先は、公開サイトのすべてのページの下に出ます。</p>
          <p>地区は、アンケートや意見を地区ごとに数えるときに使います。</p>
        </AboutScreen>
      </>
    ),
  }
}

function CityForm({ city, entered, problems }: State) {
  const field = (name: Field) => ({
    name,
    label: labels[name],
    value: entered[name],
    problem: problems[name],
  })
  return (
    <form method="post" class="sb-form l-gap" aria-label="市町村" action="#error-summary">
      <input type="hidden" name="revision" value={city.revision} />
      <TextField {...field('name')} width="mid" required />
      <TextField {...field('kana')} width="mid" support="ひらがなで書きます。" optional />
      <TextField
        {...field('code')}
        support={`例：082350。いまのコードは${city.prefecture}です。`}
        inputMode="numeric"
        width="short"
        required
      />
      <TextField {...field('districts')} support="「伊奈、谷和原」のように、「、」で区切ります。" optional />
      <TextField {...field('contactOffice')} width="mid" optional />
      <TextArea {...field('contactLines')} support="1行に1つずつ書きます。" rows={3} optional />
      <button class="dads-button" type="submit">
        保存する
      </button>
    </form>
  )
}

/** For those who may not change it. */
function CityFacts({ city, entered }: State) {
  return (
    <>
      <dl class="dads-description-list l-gap">
        {Object.entries(labels).map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd class="sb-prewrap">{entered[name] || 'なし'}</dd>
          </div>
        ))}
        <div>
          <dt>都道府県</dt>
          <dd>{city.prefecture}</dd>
        </div>
      </dl>
      <p class="sb-sub l-gap">直せるのは、企画（事務局）とシステム管理です。</p>
    </>
  )
}
