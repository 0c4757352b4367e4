import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { eraDayDual, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { listPurges } from '../store/queries/people.ts'
import { voicesCrumb } from './parts/voice-tabs.tsx'

const subjects = {
  contacts: { label: '連絡先と原本の写し', href: '/staff/voices/contacts', title: '連絡先の廃棄' },
  texts: { label: '文', href: '/staff/voices/retention', title: '文の保存期限' },
} as const

/** 廃棄証明書: counts before and after, and hashes of what went and of what remains. It names nobody. */
export const purgeCertificatePage = page('/staff/voices/purges/:purgeId', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'propose-purge')
    const purge = found(
      (await listPurges(context)).find(({ id, confirmedAt }) => id === params.purgeId && confirmedAt),
      '廃棄の記録',
    )
    const { name } = await getMunicipality(context)
    const at = new Date(purge.confirmedAt ?? 0)
    const { label, href, title } = subjects[purge.subject]
    const rows = [
      ['廃棄したもの', label],
      ['廃棄した日時', `${eraDayDual(tokyoDay(at))} ${tokyoTime(at)}`],
      ['対象', `${eraDayDual(purge.dueOn)}より前に期限が来たもの`],
      ['しかた', purge.isByOrder ? '2人の取り決めにもとづき、期限の日に自動' : '申し出た人とは別の人'],
      ['廃棄の前の数', `${purge.countBefore}件`],
      ['廃棄した数', `${purge.countPurged}件`],
      ['廃棄のあとの数', `${purge.countAfter}件`],
      ['廃棄したものの照合のための値', purge.hash],
      ['残っているものの照合のための値', purge.remainsHash || '記録していません'],
      ['記録の番号', purge.id],
    ] as const
    return {
      title: '廃棄証明書',
      crumbs: [voicesCrumb, { label: title, href }],
      printLine: `${name}　廃棄証明書　${purge.id}`,
      body: (
        <>
          <h1>廃棄証明書</h1>
          <p class="l-gap">{name}は、保存の期限が過ぎたものを、次のとおり廃棄しました。</p>
          <dl class="dads-description-list l-gap">
            {rows.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd class="sb-break">{value}</dd>
              </div>
            ))}
          </dl>
          <p class="sb-sub l-gap">
            照合のための値は、番号の一覧から計算したもの（SHA-256）です。氏名や内容は、含まれません。
          </p>
        </>
      ),
    }
  },
})
